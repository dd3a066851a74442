//! The languages.

use fluent_bundle::FluentValue;
use intl_memoizer::concurrent::IntlLangMemoizer;

type Formatter = fn(&FluentValue<'_>, &IntlLangMemoizer) -> Option<String>;

/// Declares the languages: a line for each, whose words are in the file of its code; and its name, for
/// those who choose.
macro_rules! languages {
    ($($language:ident = $code:literal, $name:literal;)*) => {
        /// A language of maps, pages and workbooks.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Language { $(#[doc = concat!($name, ".")] $language,)* }

        impl Language {
            /// Every language.
            pub const ALL: &[Self] = &[$(Self::$language,)*];

            /// The code, as written in project files and in `lang` attributes.
            pub fn code(self) -> &'static str {
                match self { $(Self::$language => $code,)* }
            }

            /// What it is called in English.
            pub fn name(self) -> &'static str {
                match self { $(Self::$language => $name,)* }
            }

            /// Its words.
            pub(super) fn text(self) -> &'static str {
                match self { $(Self::$language => include_str!(concat!($code, ".ftl")),)* }
            }

            /// How its numbers are shown. A function for each, as one cannot be told of a language.
            pub(super) fn formatter(self) -> Formatter {
                match self {
                    $(Self::$language => |value, _| super::formatted(Self::$language, value),)*
                }
            }
        }
    };
}

languages! {
    Sv = "sv", "Swedish";
    En = "en", "English";
}

impl Language {
    /// The one in which columns and codes have their names.
    pub const OF_NAMES: Self = Self::En;

    /// The language with this code, as written in project files.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|language| language.code() == code)
    }
}
