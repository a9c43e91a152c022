//! How the value of a parameter becomes text: OpenAPI's `style`, `explode` and `content`.

mod encode;
mod place;
mod query;
mod value;

pub(crate) use encode::{encode, encode_literal};
pub(crate) use place::{cookie, header, segment};
pub(crate) use query::{pairs, query};
pub(crate) use value::Value;

/// How a parameter is written, where it is not the default of its place.
///
/// The defaults are [`SIMPLE`](Self::SIMPLE) in paths and headers, [`FORM`](Self::FORM) in queries,
/// cookies and forms.
///
/// What the standard leaves undefined is written so: null members and items are left out, and so is
/// an empty list or object; a list or object within a list or object is written as JSON, except
/// that a list within an exploded form object repeats its key, and that
/// [`DEEP_OBJECT`](Self::DEEP_OBJECT) goes on with `key[member][inner]`, `key[]` for the items of a
/// list, and `key[0][member]` for a list of objects.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    form: Form,
    explode: bool,
    reserved: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    Matrix,
    Label,
    Simple,
    /// The standard's `form`.
    Plain,
    SpaceDelimited,
    PipeDelimited,
    DeepObject,
    Cookie,
    Json,
}

impl Style {
    /// `;color=blue,black` in a path.
    pub const MATRIX: Style = Style::new(Form::Matrix, false);
    /// `.blue,black` in a path.
    pub const LABEL: Style = Style::new(Form::Label, false);
    /// `blue,black` in a path or a header.
    pub const SIMPLE: Style = Style::new(Form::Simple, false);
    /// `color=blue&color=black` in a query, cookie or form; it explodes unless
    /// [`joined`](Self::joined).
    pub const FORM: Style = Style::new(Form::Plain, true);
    /// `color=blue%20black` in a query.
    pub const SPACE_DELIMITED: Style = Style::new(Form::SpaceDelimited, false);
    /// `color=blue%7Cblack` in a query.
    pub const PIPE_DELIMITED: Style = Style::new(Form::PipeDelimited, false);
    /// `color[R]=100&color[G]=200` in a query, its brackets encoded.
    pub const DEEP_OBJECT: Style = Style::new(Form::DeepObject, true);
    /// `color=blue; color=black` in a cookie, its values as they are.
    pub const COOKIE: Style = Style::new(Form::Cookie, true);
    /// A JSON document (`content: application/json`).
    pub const JSON: Style = Style::new(Form::Json, false);

    const fn new(form: Form, explode: bool) -> Self {
        Style {
            form,
            explode,
            reserved: false,
        }
    }

    /// With `explode: true`.
    #[must_use]
    pub const fn exploded(mut self) -> Self {
        self.explode = true;
        self
    }

    /// With `explode: false`.
    #[must_use]
    pub const fn joined(mut self) -> Self {
        self.explode = false;
        self
    }

    /// With `allowReserved: true`: reserved characters stay, as far as they cannot be taken for the
    /// end of the value.
    #[must_use]
    pub const fn reserved(mut self) -> Self {
        self.reserved = true;
        self
    }
}
