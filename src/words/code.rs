//! Code lists: each declared once, and each code with a word.

use crate::words::key::CODES;

/// A code of a list.
pub trait Code: Copy + PartialEq + 'static {
    /// The name of the list, before `--` in the files of the languages.
    const LIST: &'static str;
    /// Every code, in the order of tables and legends.
    const ALL: &'static [Self];

    /// As written in files.
    fn id(self) -> &'static str;

    /// The code that is written so.
    fn from_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|code| code.id() == id)
    }
}

/// Another form of the word of a code.
pub trait Form {
    /// The name of the attribute in the files of the languages.
    const NAME: &'static str;
}

/// Declares a code list: an enum, each code with its id. A code without a word in the files of the
/// languages does not compile.
macro_rules! codes {
    ($($(#[$doc:meta])* $visible:vis enum $name:ident: $list:literal {
        $($(#[$of_code:meta])* $code:ident = $id:literal,)*
    })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        $visible enum $name { $($(#[$of_code])* $code,)* }

        impl $name {
            /// Every code, in the order of tables and legends.
            pub const ALL: [Self; [$($id,)*].len()] = [$(Self::$code,)*];

            /// As written in files.
            pub fn name(self) -> &'static str {
                match self { $(Self::$code => $id,)* }
            }
        }

        impl $crate::words::Code for $name {
            const LIST: &'static str = $list;
            const ALL: &'static [Self] = &Self::ALL;

            fn id(self) -> &'static str {
                self.name()
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(reader: D) -> Result<Self, D::Error> {
                $crate::words::code_from(reader)
            }
        }

        $(const _: () = assert!(
            $crate::words::has_word($list, $id),
            concat!("no word for ", $list, "--", $id)
        );)*
    )*};
}
pub(crate) use codes;

/// Reads a code.
pub(crate) fn code_from<'de, C: Code, D: serde::Deserializer<'de>>(
    reader: D,
) -> Result<C, D::Error> {
    let id = <std::borrow::Cow<'de, str> as serde::Deserialize>::deserialize(reader)?;
    C::from_id(&id).ok_or_else(|| {
        let known: Vec<&str> = C::ALL.iter().map(|code| code.id()).collect();
        serde::de::Error::custom(format!("{id:?} is none of {}", known.join(", ")))
    })
}

/// Whether a code of a list has a word.
pub const fn has_word(list: &str, code: &str) -> bool {
    let mut i = 0;
    while i < CODES.len() {
        if equal(CODES[i].0, list) && equal(CODES[i].1, code) {
            return true;
        }
        i += 1;
    }
    false
}

/// Whether the words of a list, all of them, have a form.
pub const fn has_form(list: &str, form: &str) -> bool {
    let mut i = 0;
    let mut any = false;
    while i < CODES.len() {
        if equal(CODES[i].0, list) {
            any = true;
            let forms = CODES[i].2;
            let (mut j, mut found) = (0, false);
            while j < forms.len() {
                found |= equal(forms[j], form);
                j += 1;
            }
            if !found {
                return false;
            }
        }
        i += 1;
    }
    any
}

const fn equal(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    if a.len() != b.len() {
        return false;
    }
    let mut i = 0;
    while i < a.len() {
        if a[i] != b[i] {
            return false;
        }
        i += 1;
    }
    true
}
