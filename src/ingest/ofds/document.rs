//! JSON read as a stream: the lists of a file, one element at a time.
//!
//! Whatever is not where OFDS has it is passed over, as it would be in a tree of values: a list
//! that is no list is told apart from an absent one, and nothing else is judged here.

use std::cell::Cell;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

use crate::ingest::ofds::object::{NodeRecord, SpanRecord};

/// Which element is being read, so that a fault in a file of one long line has a place too.
#[derive(Debug, Default)]
pub(super) struct At {
    list: Cell<Option<List>>,
    nodes: Cell<u64>,
    spans: Cell<u64>,
    features: Cell<u64>,
}

#[derive(Clone, Copy, Debug)]
enum List {
    Nodes,
    Spans,
    Features,
}

impl At {
    fn count(&self, list: List) -> &Cell<u64> {
        match list {
            List::Nodes => &self.nodes,
            List::Spans => &self.spans,
            List::Features => &self.features,
        }
    }
}

impl fmt::Display for At {
    /// `, in node 12 of the list`; nothing outside the lists.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(list) = self.list.get() else { return Ok(()) };
        let what = match list {
            List::Nodes => "node",
            List::Spans => "span",
            List::Features => "feature",
        };
        write!(f, ", in {what} {} of the list", self.count(list).get())
    }
}

/// A member of an object that should be a list.
#[derive(Debug, Default)]
pub(super) enum Member<T> {
    #[default]
    Absent,
    NoList,
    List(Vec<T>),
}

/// What a package holds, or a network in it: which of the two shows in what is there.
#[derive(Debug, Default)]
pub(super) struct NetworkObject {
    /// Of a package.
    pub networks: Member<NetworkObject>,
    pub nodes: Member<NodeRecord>,
    pub spans: Member<SpanRecord>,
    /// The name of the CRS.
    pub crs: Option<String>,
}

/// Reads a package; `trench_column` is the property of spans that names their trenches.
pub(super) fn package(
    text: &[u8],
    trench_column: Option<&str>,
    at: &At,
) -> serde_json::Result<NetworkObject> {
    whole(text, NetworkSeed { at, trench_column, is_package: true })
}

/// Reads the features of a GeoJSON file, of each what `make` makes of it.
pub(super) fn features<T>(
    text: &[u8],
    make: impl FnMut(Value) -> T,
    at: &At,
) -> serde_json::Result<Member<T>> {
    whole(text, FeaturesSeed(Items { at, list: List::Features, make }))
}

fn whole<'de, S: DeserializeSeed<'de>>(text: &'de [u8], seed: S) -> serde_json::Result<S::Value> {
    let mut deserializer = serde_json::Deserializer::from_slice(text);
    let read = seed.deserialize(&mut deserializer)?;
    deserializer.end()?;
    Ok(read)
}

/// What a visitor that looks for an object or a list does with everything else.
macro_rules! pass_over {
    ($nothing:expr) => {
        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("any JSON value")
        }
        fn visit_bool<E>(self, _: bool) -> Result<Self::Value, E> {
            Ok($nothing)
        }
        fn visit_i64<E>(self, _: i64) -> Result<Self::Value, E> {
            Ok($nothing)
        }
        fn visit_u64<E>(self, _: u64) -> Result<Self::Value, E> {
            Ok($nothing)
        }
        fn visit_f64<E>(self, _: f64) -> Result<Self::Value, E> {
            Ok($nothing)
        }
        fn visit_str<E>(self, _: &str) -> Result<Self::Value, E> {
            Ok($nothing)
        }
        fn visit_unit<E>(self) -> Result<Self::Value, E> {
            Ok($nothing)
        }
    };
}

fn pass_over_list<'de, A: SeqAccess<'de>>(mut list: A) -> Result<(), A::Error> {
    while list.next_element::<IgnoredAny>()?.is_some() {}
    Ok(())
}

fn pass_over_object<'de, A: MapAccess<'de>>(mut object: A) -> Result<(), A::Error> {
    while object.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
    Ok(())
}

/// A package, or a network of one.
#[derive(Clone, Copy)]
struct NetworkSeed<'a> {
    at: &'a At,
    trench_column: Option<&'a str>,
    is_package: bool,
}

impl<'de> DeserializeSeed<'de> for NetworkSeed<'_> {
    type Value = NetworkObject;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Self::Value, D::Error> {
        from.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for NetworkSeed<'_> {
    type Value = NetworkObject;

    pass_over!(NetworkObject::default());

    fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<Self::Value, A::Error> {
        pass_over_list(list).map(|()| NetworkObject::default())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Self::Value, A::Error> {
        let Self { at, trench_column, is_package } = self;
        let mut read = NetworkObject::default();
        while let Some(key) = object.next_key::<String>()? {
            match key.as_str() {
                "networks" if is_package => {
                    let network = Self { is_package: false, ..self };
                    read.networks = object.next_value_seed(NetworksSeed(network))?;
                }
                "nodes" => {
                    let items = Items { at, list: List::Nodes, make: NodeRecord::of };
                    read.nodes = object.next_value_seed(items)?;
                }
                "spans" => {
                    let make = |span| SpanRecord::of(span, trench_column);
                    let items = Items { at, list: List::Spans, make };
                    read.spans = object.next_value_seed(items)?;
                }
                "crs" => {
                    let crs = object.next_value::<Value>()?;
                    read.crs = crs["name"].as_str().map(str::to_owned);
                }
                _ => drop(object.next_value::<IgnoredAny>()?),
            }
        }
        Ok(read)
    }
}

/// The networks of a package.
struct NetworksSeed<'a>(NetworkSeed<'a>);

impl<'de> DeserializeSeed<'de> for NetworksSeed<'_> {
    type Value = Member<NetworkObject>;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Self::Value, D::Error> {
        from.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for NetworksSeed<'_> {
    type Value = Member<NetworkObject>;

    pass_over!(Member::NoList);

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
        let mut networks = Vec::new();
        while let Some(network) = list.next_element_seed(self.0)? {
            networks.push(network);
        }
        Ok(Member::List(networks))
    }

    fn visit_map<A: MapAccess<'de>>(self, object: A) -> Result<Self::Value, A::Error> {
        pass_over_object(object).map(|()| Member::NoList)
    }
}

/// A list of elements, each read whole and made into what is kept of it.
struct Items<'a, F> {
    at: &'a At,
    list: List,
    make: F,
}

impl<'de, T, F: FnMut(Value) -> T> DeserializeSeed<'de> for Items<'_, F> {
    type Value = Member<T>;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Self::Value, D::Error> {
        from.deserialize_any(self)
    }
}

impl<'de, T, F: FnMut(Value) -> T> Visitor<'de> for Items<'_, F> {
    type Value = Member<T>;

    pass_over!(Member::NoList);

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut list: A) -> Result<Self::Value, A::Error> {
        let count = self.at.count(self.list);
        self.at.list.set(Some(self.list));
        let mut items = Vec::new();
        loop {
            count.set(count.get() + 1);
            let Some(item) = list.next_element::<Value>()? else { break };
            items.push((self.make)(item));
        }
        count.set(count.get() - 1);
        self.at.list.set(None);
        Ok(Member::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, object: A) -> Result<Self::Value, A::Error> {
        pass_over_object(object).map(|()| Member::NoList)
    }
}

/// A GeoJSON feature collection.
struct FeaturesSeed<'a, F>(Items<'a, F>);

impl<'de, T, F: FnMut(Value) -> T> DeserializeSeed<'de> for FeaturesSeed<'_, F> {
    type Value = Member<T>;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Self::Value, D::Error> {
        from.deserialize_any(self)
    }
}

impl<'de, T, F: FnMut(Value) -> T> Visitor<'de> for FeaturesSeed<'_, F> {
    type Value = Member<T>;

    pass_over!(Member::Absent);

    fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<Self::Value, A::Error> {
        pass_over_list(list).map(|()| Member::Absent)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Self::Value, A::Error> {
        let Items { at, list, mut make } = self.0;
        let mut features = Member::Absent;
        while let Some(key) = object.next_key::<String>()? {
            if key == "features" {
                features = object.next_value_seed(Items { at, list, make: &mut make })?;
            } else {
                object.next_value::<IgnoredAny>()?;
            }
        }
        Ok(features)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(text: &str) -> String {
        let at = At::default();
        let cause = package(text.as_bytes(), None, &at).expect_err("a fault");
        format!("{cause}{at}")
    }

    #[test]
    fn a_fault_in_the_text_has_a_line_and_an_element() {
        assert_eq!(
            fault(r#"{"networks":[{"nodes":[{"id":"A"},{"id":}],"spans":[]}]}"#),
            "expected value at line 1 column 41, in node 2 of the list"
        );
        assert_eq!(
            fault("{\"networks\":[{\"nodes\":[{}],\"spans\":[\n{},\n{},,"),
            "expected value at line 3 column 4, in span 3 of the list"
        );
        assert_eq!(fault("{}}"), "trailing characters at line 1 column 3");
    }

    #[test]
    fn what_is_no_list_is_told_apart_from_what_is_absent() {
        let read = |text: &str| package(text.as_bytes(), None, &At::default()).expect("sound");
        let odd = read(r#"{"networks":{"nodes":[1]},"spans":[1,[2],{"id":3}],"crs":4}"#);
        assert!(matches!(odd.networks, Member::NoList));
        assert!(matches!(odd.nodes, Member::Absent));
        assert!(matches!(&odd.spans, Member::List(spans) if spans.len() == 3));
        assert_eq!(odd.crs, None);
        assert!(matches!(read("[[1]]").nodes, Member::Absent));
    }
}
