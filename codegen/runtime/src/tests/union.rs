//! Unions: which variant is taken, and what is written.

use std::time::Instant;

use serde_json::{Value, json};

use crate::runtime::{
    Base64, DateTime, Input, Map, input, integer_enum, json, model, newtype, open_enum, union,
};

open_enum! {
    pub enum Color {
        Red = "red",
        Green = "green",
    }
}

open_enum! {
    pub enum CircleType {
        Circle = "circle",
    }
}

open_enum! {
    pub enum SquareType {
        Square = "square",
    }
}

integer_enum! {
    pub enum Level {
        Low = 1,
        High = 2,
    }
}

input! {
    pub struct Cat new(name: String) {
        required name: String = "name",
        optional lives: i64 = "lives",
    }
}

input! {
    pub struct Dog new(name: String, pet_type: String) {
        required name: String = "name",
        required pet_type: String = "petType",
        optional master: Box<Pet> = "master",
    }
}

open_enum! {
    pub enum LionKind {
        Lion = "lion",
    }
}

input! {
    pub struct Lion new() {
        constant kind: LionKind = "kind" => LionKind::Lion,
        optional name: String = "name",
        optional pride: String = "pride",
    }
}

input! {
    pub struct BeastBase new(kind: String) {
        required kind: String = "kind",
        optional name: String = "name",
    }
}

union! {
    /// Heirs of a base.
    pub enum Beast by "kind" {
        Lion(Box<Lion>) boxed = "lion",
        Base(BeastBase) base,
    }
}

union! {
    /// A pet.
    pub enum Pet by "petType" {
        /// A cat.
        Cat(Cat) from = "cat" | "kitty",
        Dog(Box<Dog>) = "dog",
        Herd(Map<i64>) = "herd",
        Wild(Wild) = "wolf" | "lynx",
    }
}

union! {
    /// A wild animal, by another key.
    pub enum Wild by "species" {
        Wolf(Cat) = "wolf",
        Lynx(Cat) = "lynx",
    }
}

input! {
    pub struct Circle new(size: f64) {
        constant type_: CircleType = "type" => CircleType::Circle,
        required size: f64 = "size",
    }
}

input! {
    pub struct Square new(size: f64) {
        constant type_: SquareType = "type" => SquareType::Square,
        required size: f64 = "size",
    }
}

union! {
    pub enum Shape {
        Circle(Circle) from,
        Square(Square) from,
    }
}

model! {
    pub struct User {
        required id: String = "id",
        optional email: String = "email",
        optional name: String = "name",
    }
}

model! {
    pub struct Team {
        required id: String = "id",
        optional members: Vec<User> = "members",
        optional name: String = "name",
    }
}

model! {
    pub struct Number {
        required id: String = "id",
        required value: f64 = "value",
    }
}

model! {
    pub struct Text {
        required id: String = "id",
        required value: String = "value",
    }
}

union! {
    pub enum Owner {
        User(User),
        Team(Team),
        Number(Number),
        Text(Text),
    }
}

union! {
    pub enum Scalar {
        Text(String) text,
        Color(Color) from,
        Float(f64) from,
        Integer(i64) from,
        Level(Level),
        Flag(bool) from,
        When(DateTime),
        Owners(Vec<Owner>),
        Texts(Vec<String>),
        Owner(Box<Owner>),
        Bytes(Base64),
    }
}

newtype! {
    /// A list of itself.
    pub struct Tree(Vec<Tree>);
}

fn pet(value: &Value) -> Pet {
    json::from_value(value).expect("it is a pet")
}

fn written<T: serde::Serialize>(value: &T) -> String {
    json::to_string(value).expect("it can be written")
}

fn owner(value: &Value) -> Owner {
    json::from_value(value).expect("anything is an owner")
}

fn scalar(value: &Value) -> Scalar {
    json::from_value(value).expect("anything is a scalar")
}

#[test]
fn the_tag_decides() {
    let cat = json!({"petType": "kitty", "name": "Tom"});
    assert!(matches!(pet(&cat), Pet::Cat(_)));
    assert_eq!(written(&pet(&cat)), r#"{"name":"Tom","petType":"kitty"}"#);
    let dog = json!({"petType": "dog", "name": "Rex", "master": cat});
    let Pet::Dog(read) = pet(&dog) else {
        panic!("it is a dog");
    };
    assert!(matches!(read.master.as_deref(), Some(Pet::Cat(_))));
    assert_eq!(serde_json::to_value(&read).expect("it can be written"), dog);
}

#[test]
fn a_tag_that_is_unknown_or_missing_is_no_error() {
    let bird = json!({"petType": "bird", "wings": 2.0});
    assert_eq!(pet(&bird), Pet::Unknown(bird.clone()));
    assert_eq!(written(&pet(&bird)), r#"{"petType":"bird","wings":2}"#);
    assert!(matches!(
        pet(&json!({"name": "Tom", "lives": 9})),
        Pet::Cat(_)
    ));
    assert!(matches!(pet(&json!(7)), Pet::Unknown(_)));
}

#[test]
fn a_known_tag_before_the_wrong_body_is_an_error() {
    let error = json::from_str::<Vec<Pet>>(
        r#"[{"petType":"dog","name":"Rex","master":{"petType":"cat","name":7}}]"#,
    )
    .expect_err("a name is text");
    assert_eq!(
        error.to_string(),
        "[0].master.name: invalid type: integer `7`, expected a string"
    );
    assert_eq!(error.path(), "[0].master.name");
    let error = json::from_str::<Pet>(r#"{"petType":"dog"}"#).expect_err("it has no name");
    assert_eq!(error.to_string(), "missing field `name`");
}

#[test]
fn the_tag_is_written_unless_it_is_a_member() {
    assert_eq!(
        written(&Pet::from(Cat::new("Tom"))),
        r#"{"petType":"cat","name":"Tom"}"#
    );
    assert_eq!(
        written(&Pet::Dog(Box::new(Dog::new("Rex", "dog")))),
        r#"{"name":"Rex","petType":"dog"}"#
    );
    assert_eq!(
        written(&Pet::Herd(Map::from([("sheep".to_owned(), 3)]))),
        r#"{"petType":"herd","sheep":3}"#
    );
    let wild = json!({"petType": "wolf", "species": "wolf", "name": "Akela"});
    let Pet::Wild(Wild::Wolf(wolf)) = pet(&wild) else {
        panic!("it is a wolf");
    };
    assert_eq!(
        serde_json::to_value(Pet::Wild(Wild::Wolf(wolf))).expect("it can be written"),
        wild
    );
    assert_eq!(
        written(&Pet::Wild(Wild::Lynx(Cat::new("a")))),
        r#"{"petType":"wolf","name":"a","species":"lynx"}"#
    );
}

#[test]
fn constants_tell_variants_apart() {
    let shapes: Vec<Shape> = json::from_str(
        r#"[{"type":"square","size":1},{"type":"circle","size":1},{"type":"oval","size":1}]"#,
    )
    .expect("anything is a shape");
    assert!(matches!(
        shapes[..],
        [Shape::Square(_), Shape::Circle(_), Shape::Unknown(_)]
    ));
    assert_eq!(
        written(&shapes),
        r#"[{"type":"square","size":1},{"type":"circle","size":1},{"size":1,"type":"oval"}]"#
    );
    let given: Shape = Circle::new(2.5).input();
    assert_eq!(written(&given), r#"{"type":"circle","size":2.5}"#);
}

#[test]
fn of_objects_that_overlap_the_best_is_taken() {
    assert!(matches!(
        owner(&json!({"id": "a", "name": "n", "members": []})),
        Owner::Team(_)
    ));
    assert!(matches!(
        owner(&json!({"id": "a", "name": "n", "email": "e"})),
        Owner::User(_)
    ));
    assert!(matches!(
        owner(&json!({"id": "a", "value": "n"})),
        Owner::Text(_)
    ));
    assert!(matches!(
        owner(&json!({"id": "a", "value": 1})),
        Owner::Number(_)
    ));
    assert!(matches!(owner(&json!({"name": "n"})), Owner::Unknown(_)));
    assert!(matches!(
        owner(&json!({"id": "a", "members": [{"id": 1}]})),
        Owner::User(_)
    ));
}

#[test]
fn scalars_go_to_the_closest_type() {
    assert!(matches!(scalar(&json!("red")), Scalar::Color(Color::Red)));
    assert!(matches!(scalar(&json!("blue")), Scalar::Text(_)));
    assert!(matches!(scalar(&json!("QUJD")), Scalar::Text(_)));
    assert!(matches!(
        scalar(&json!("2024-02-03T00:00:00Z")),
        Scalar::When(_)
    ));
    assert!(matches!(scalar(&json!(3)), Scalar::Integer(3)));
    assert!(matches!(scalar(&json!(3.5)), Scalar::Float(_)));
    assert!(matches!(scalar(&json!(3.0)), Scalar::Float(_)));
    assert!(matches!(scalar(&json!(true)), Scalar::Flag(true)));
    assert!(matches!(scalar(&json!(null)), Scalar::Unknown(Value::Null)));
    assert!(matches!(scalar(&json!(["a"])), Scalar::Texts(_)));
    assert!(matches!(scalar(&json!([{"id": "a"}])), Scalar::Owners(_)));
    assert!(matches!(scalar(&json!({"id": "a"})), Scalar::Owner(_)));
    let text: Scalar = "a".input();
    assert_eq!(text, Scalar::from("a".to_owned()));
}

#[test]
fn a_list_whose_later_items_do_not_fit_is_kept() {
    let mixed = json!(["a", 1]);
    assert_eq!(scalar(&mixed), Scalar::Unknown(mixed.clone()));
}

#[test]
fn named_aliases_may_be_recursive() {
    let tree: Tree = json::from_str("[[],[[]]]").expect("it is a tree");
    assert_eq!(tree.len(), 2);
    assert_eq!(written(&tree), "[[],[[]]]");
    let given: Tree = vec![Tree(Vec::new())].input();
    assert_eq!(given[0], Tree::from(Vec::new()));
}

model! {
    pub struct Left {
        required next: Chain = "next",
        required then: Vec<i64> = "then",
    }
}

model! {
    pub struct Right {
        required next: Chain = "next",
        required then: Vec<Value> = "then",
    }
}

union! {
    pub enum Chain {
        Left(Box<Left>),
        Right(Box<Right>),
        End(bool),
    }
}

/// Each level looks like a `Left` until its last item.
#[test]
fn hostile_nesting_does_not_double_the_work_with_each_level() {
    let mut value = json!(true);
    for _ in 0..60 {
        value = json!({"next": value, "then": [1, "x"]});
    }
    let start = Instant::now();
    let read: Chain = json::from_value(&value).expect("anything is a chain");
    assert!(
        start.elapsed().as_secs() < 20,
        "it took {:?}",
        start.elapsed()
    );
    assert_eq!(
        serde_json::to_value(&read).expect("it can be written"),
        value
    );
    let short = json!({"next": {"next": true, "then": [1, "x"]}, "then": [1, "x"]});
    let Chain::Right(read) = json::from_value(&short).expect("anything is a chain") else {
        panic!("it is no list of numbers");
    };
    assert!(matches!(read.next, Chain::Right(_)));
}

#[test]
fn a_tag_that_is_not_known_gives_the_base() {
    let lion: Beast = json::from_value(&json!({ "kind": "lion", "name": "Leo", "pride": "north" }))
        .expect("it is a lion");
    assert!(matches!(&lion, Beast::Lion(lion) if lion.pride.as_deref() == Some("north")));
    let base = lion.base().expect("a lion has a kind");
    assert_eq!(
        (base.kind.as_str(), base.name.as_deref()),
        ("lion", Some("Leo"))
    );

    let yeti = json!({ "kind": "yeti", "name": "Y", "height": 3 });
    let beast: Beast = json::from_value(&yeti).expect("it is some beast");
    assert!(matches!(&beast, Beast::Base(base) if base.name.as_deref() == Some("Y")));
    assert_eq!(
        serde_json::to_value(&beast).expect("it can be written"),
        yeti
    );

    // Even less than a base.
    let nothing = json!({ "kind": "yeti", "name": 7 });
    let beast: Beast = json::from_value(&nothing).expect("anything can be kept");
    assert!(matches!(&beast, Beast::Unknown(value) if *value == nothing));
    assert_eq!(beast.base(), None);

    let sent: Beast = Lion::new().pride("south").input();
    let sent = serde_json::to_value(sent).expect("it can be written");
    assert_eq!(sent, json!({ "kind": "lion", "pride": "south" }));
}
