//! Types that operations bring themselves: multipart forms, and outputs that depend on the status.

use crate::api::OperationId;
use crate::backend::client::layout::Layout;
use crate::backend::rust::types::View;

pub(super) fn of_operation(
    _layout: &Layout<'_>,
    _id: OperationId,
    _view: &mut View,
) -> Vec<String> {
    Vec::new()
}
