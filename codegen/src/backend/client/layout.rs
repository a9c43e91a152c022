//! Where everything stands in the crate: files and names, decided before anything is written.

use std::collections::{BTreeSet, HashMap};

use super::features::Features;
use crate::api::{
    Api, BodyKind, Operation, OperationId, Output, Owner, Presence, ResourceId, TypeId,
};
use crate::backend::Options;
use crate::backend::rust::spell::{self, Ident};
use crate::backend::rust::types::Spelling;

/// The plan of the crate.
pub(super) struct Layout<'a> {
    pub(super) api: &'a Api,
    pub(super) spelling: Spelling<'a>,
    /// The name of the package, `realtime-kit`.
    pub(super) package: String,
    /// The files beneath `models`, in document order.
    pub(super) model_files: Vec<ModelFile>,
    /// Where each type stands among them.
    files: Vec<usize>,
    pub(super) features: Features,
    resource_modules: Vec<String>,
    resource_types: Vec<Ident>,
    methods: Vec<Ident>,
    options: Vec<Option<Ident>>,
}

/// One file beneath `models`.
pub(super) struct ModelFile {
    pub(super) module: String,
    pub(super) about: Owner,
    pub(super) types: Vec<TypeId>,
}

impl<'a> Layout<'a> {
    pub(super) fn new(api: &'a Api, options: &Options) -> Self {
        let resource_types = resource_types(api);
        let model_files = model_files(api);
        let mut files = vec![0; api.types.len()];
        for (index, file) in model_files.iter().enumerate() {
            for id in &file.types {
                files[id.0] = index;
            }
        }
        Self {
            api,
            spelling: Spelling::new(api),
            files,
            package: package(api, options),
            features: Features::new(api, &model_files),
            model_files,
            resource_modules: resource_modules(api),
            methods: api
                .operations
                .iter()
                .map(|operation| spell::method(&operation.method_name))
                .collect(),
            options: option_types(api, &resource_types),
            resource_types,
        }
    }

    /// The module of a model beneath `models`.
    pub(super) fn module_of(&self, id: TypeId) -> &str {
        &self.model_files[self.files[id.0]].module
    }

    /// The crate as code names it, `realtime_kit`.
    pub(super) fn crate_name(&self) -> String {
        self.package.replace('-', "_")
    }

    pub(super) fn resource_module(&self, id: ResourceId) -> &str {
        &self.resource_modules[id.0]
    }

    pub(super) fn resource_type(&self, id: ResourceId) -> &Ident {
        &self.resource_types[id.0]
    }

    pub(super) fn method(&self, id: OperationId) -> &Ident {
        &self.methods[id.0]
    }

    /// The struct of the options of an operation, if it has any.
    pub(super) fn options(&self, id: OperationId) -> Option<&Ident> {
        self.options[id.0].as_ref()
    }

    /// The resources that the client itself gives.
    pub(super) fn roots(&self) -> impl Iterator<Item = ResourceId> {
        let resources = self.api.resources.iter().enumerate();
        resources
            .filter(|(_, resource)| resource.parent.is_none())
            .map(|(index, _)| ResourceId(index))
    }
}

/// Whether an operation has inputs that a user may leave out, or a way to walk its pages.
pub(super) fn has_options(operation: &Operation) -> bool {
    let optional = operation
        .parameters
        .iter()
        .any(|parameter| parameter.client.is_none() && parameter.presence == Presence::Optional);
    let body = operation
        .body
        .as_ref()
        .is_some_and(|body| body.presence == Presence::Optional);
    optional || body || operation.pagination.is_some()
}

fn package(api: &Api, options: &Options) -> String {
    let wish = options.package.name.as_deref().unwrap_or(api.name.as_str());
    let mut name: String = wish
        .chars()
        .map(|c| match c {
            'A'..='Z' | 'a'..='z' | '0'..='9' | '_' => c.to_ascii_lowercase(),
            _ => '-',
        })
        .collect();
    while name.contains("--") {
        name = name.replace("--", "-");
    }
    let name = name.trim_matches('-');
    let first = name.chars().next();
    let keyword = spell::is_keyword(&name.replace('-', "_"));
    match first {
        None => String::from("sdk"),
        Some(first) if !first.is_ascii_alphabetic() => format!("sdk-{name}"),
        Some(_) if keyword || RESERVED_PACKAGES.contains(&name) => format!("{name}-sdk"),
        Some(_) => name.to_owned(),
    }
}

/// Components stand each in a file with what is inline in them; what is inline in an operation or
/// webhook stands in a file of that.
fn model_files(api: &Api) -> Vec<ModelFile> {
    let mut files: Vec<ModelFile> = Vec::new();
    let mut modules = Modules::default();
    let mut owners: HashMap<Owner, usize> = HashMap::new();
    let mut place = |owner: Owner, id: Option<TypeId>| {
        let at = *owners.entry(owner).or_insert_with(|| {
            files.push(ModelFile {
                module: modules.claim(&match owner {
                    Owner::Component(id) => spell::module(&api.type_def(id).name),
                    Owner::Operation(id) => spell::module(&api.operation(id).name),
                    Owner::Webhook(index) => spell::module(&api.webhooks[index].name),
                }),
                about: owner,
                types: Vec::new(),
            });
            files.len() - 1
        });
        files[at].types.extend(id);
    };
    let components_first = |def: &&(usize, &crate::api::TypeDef)| {
        usize::from(!matches!(def.1.owner, Owner::Component(_)))
    };
    let mut defs: Vec<(usize, &crate::api::TypeDef)> = api.types.iter().enumerate().collect();
    defs.sort_by_key(|def| components_first(&def));
    for (index, def) in defs {
        place(def.owner, Some(TypeId(index)));
    }
    for (index, operation) in api.operations.iter().enumerate() {
        if defines_types(operation) {
            place(Owner::Operation(OperationId(index)), None);
        }
    }
    files
}

/// Whether an operation brings types of its own that are no schemas.
fn defines_types(operation: &Operation) -> bool {
    let multipart = operation
        .body
        .as_ref()
        .is_some_and(|body| matches!(body.kind, BodyKind::Multipart { .. }));
    multipart || matches!(operation.output, Output::PerStatus(..))
}

fn resource_modules(api: &Api) -> Vec<String> {
    let mut modules = Modules::default();
    let resources = api.resources.iter();
    resources
        .map(|resource| modules.claim(&spell::module(&resource.name)))
        .collect()
}

/// Names of files of one folder: long ones were cut, and then two can be the same.
#[derive(Default)]
struct Modules(BTreeSet<String>);

impl Modules {
    fn claim(&mut self, wish: &str) -> String {
        let mut name = wish.to_owned();
        let mut number = 2;
        while !self.0.insert(name.clone()) {
            name = format!("{}_{number}", wish.trim_end_matches('_'));
            number += 1;
        }
        name
    }
}

fn resource_types(api: &Api) -> Vec<Ident> {
    let mut taken: BTreeSet<String> = IN_VIEW.iter().map(|name| (*name).to_owned()).collect();
    api.resources
        .iter()
        .map(|resource| claim_type(&mut taken, &spell::type_name(&resource.name), "Resource"))
        .collect()
}

/// Operations and resources are named in different scopes, and here they share one.
fn option_types(api: &Api, resources: &[Ident]) -> Vec<Option<Ident>> {
    let mut taken: BTreeSet<String> = IN_VIEW.iter().map(|name| (*name).to_owned()).collect();
    taken.extend(resources.iter().map(Ident::to_string));
    api.operations
        .iter()
        .map(|operation| {
            has_options(operation)
                .then(|| claim_type(&mut taken, &spell::type_name(&operation.name), "Request"))
        })
        .collect()
}

fn claim_type(taken: &mut BTreeSet<String>, wish: &Ident, suffix: &str) -> Ident {
    let wish = wish.to_string();
    let mut name = wish.clone();
    let mut number = 1;
    while !taken.insert(name.clone()) {
        let stem = wish.trim_end_matches('_');
        name = if number == 1 {
            format!("{stem}{suffix}")
        } else {
            format!("{stem}{suffix}{number}")
        };
        number += 1;
    }
    spell::ident(&name)
}

/// What the files of resources bring into view.
const IN_VIEW: &[&str] = &[
    "Base64",
    "Base64Url",
    "Body",
    "ByteStream",
    "Client",
    "ClientInput",
    "Core",
    "DateTime",
    "Event",
    "EventStream",
    "File",
    "Input",
    "JsonLines",
    "Map",
    "New",
    "Operation",
    "PageKind",
    "Pagination",
    "Redirects",
    "Place",
    "Request",
    "Secret",
    "Style",
];

/// Packages that cargo or the crate itself would take for others.
const RESERVED_PACKAGES: &[&str] = &[
    "alloc",
    "base64",
    "build",
    "bytes",
    "core",
    "deps",
    "examples",
    "fastrand",
    "futures-core",
    "h2",
    "http",
    "incremental",
    "jiff",
    "memchr",
    "percent-encoding",
    "proc-macro",
    "proc_macro",
    "reqwest",
    "serde",
    "serde-json",
    "serde_json",
    "std",
    "test",
    "tokio",
    "tracing",
    "url",
    "uuid",
];
