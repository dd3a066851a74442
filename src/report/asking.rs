//! What to ask next, in words: of whom, about what, and where the answer goes.

use crate::readiness::fact::Fact;
use crate::readiness::question::Holder;
use crate::words::Words;
use crate::words::key::{self, form};

/// Who holds a fact, as a rule.
pub fn holder(words: Words, holder: Holder) -> String {
    words.form(holder, form::The)
}

/// About what, within a sentence that asks somebody: a kind of fact at so many sites.
pub fn about(words: Words, fact: Fact, count: usize) -> String {
    match fact {
        Fact::Connection => words.say(key::AskConnection { count }),
        Fact::Rate => words.say(key::AskRate { count }),
        Fact::Mobile | Fact::SecondNetwork => words.say(key::AskMobile { count }),
        Fact::Network => words.say(key::AskNetwork { count }),
        Fact::NodePower => words.say(key::AskNodePower { count }),
        Fact::Masts => words.say(key::AskMasts { count }),
        Fact::BackupPower => words.say(key::AskBackupPower { count }),
        Fact::PowerFeeds => words.say(key::AskPowerFeeds { count }),
        Fact::Persons => words.say(key::AskPersons { count }),
    }
}

/// The same of an indicator that municipalities bring themselves, by what people call it.
pub fn about_value(words: Words, name: &str) -> String {
    words.say(key::AskValue { name })
}

/// Where in the project file the answer goes; names of sections and keys stand between backticks.
pub fn key(words: Words, project_key: &str) -> String {
    match project_key.split_once(' ') {
        None => words.say(key::AnswerInFile { section: project_key }),
        Some((section, "power")) => words.say(key::AnswerInTable { section, key: "power" }),
        Some((section, key)) => words.say(key::AnswerInColumn { section, key }),
    }
}
