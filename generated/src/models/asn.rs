//! `Asn`.

use crate::runtime::model;

model! {
    /// The network that an address belongs to.
    pub struct Asn {
        /// Number of the autonomous system.
        optional asn: String = "asn",
    }
}
