//! The languages.

use fluent_bundle::FluentValue;
use intl_memoizer::concurrent::IntlLangMemoizer;

type Formatter = fn(&FluentValue<'_>, &IntlLangMemoizer) -> Option<String>;

/// Declares the languages: a line for each, whose words are in the file of its code.
macro_rules! languages {
    ($($(#[$doc:meta])* $language:ident = $code:literal;)*) => {
        /// A language of maps, pages and workbooks.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Language { $($(#[$doc])* $language,)* }

        impl Language {
            /// Every language.
            pub const ALL: &[Self] = &[$(Self::$language,)*];

            /// The code, as written in project files and in `lang` attributes.
            pub fn code(self) -> &'static str {
                match self { $(Self::$language => $code,)* }
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
    /// Swedish.
    Sv = "sv";
    /// English.
    En = "en";
}

impl Language {
    /// The language with this code, as written in project files.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|language| language.code() == code)
    }
}
