//! The fixed texts of the plots, in both languages.

use crate::words::Language::{self, En, Sv};

/// Statuses of a service as drawn: ready, at risk, not ready, unknown.
pub fn statuses(language: Language) -> [&'static str; 4] {
    match language {
        Sv => ["redo", "sårbar: fungerar i dag utan krävd reserv", "inte redo", "okänt"],
        En => ["ready", "at risk: works today without a needed backup", "not ready", "unknown"],
    }
}

/// A service that concerns no site of a municipality.
pub fn nobody_concerned(language: Language) -> &'static str {
    match language {
        Sv => "ingen verksamhet berörs",
        En => "no site is concerned",
    }
}

/// How to read a table of services.
pub fn how_to_read_services(language: Language) -> &'static str {
    match language {
        Sv => {
            "Talet är hur många verksamheter som säkert är redo, av alla som tjänsten berör. Hela \
             stapeln är alla som berörs."
        }
        En => {
            "The number is how many sites are known to be ready, of all that the service concerns. \
             The whole bar is all that are concerned."
        }
    }
}

/// Over the classes of the share that is ready, and two marks on them: it could be another class,
/// nothing is known.
pub fn ready_shares(language: Language) -> [&'static str; 3] {
    match language {
        Sv => ["Andel redo:", "det okända kan ändra klassen", "allt är okänt"],
        En => ["Share ready:", "the unknowns could change the class", "nothing is known"],
    }
}

/// How to read a table of services that has only colours.
pub fn how_to_read_shares(language: Language) -> &'static str {
    match language {
        Sv => {
            "Varje ruta är en tjänst i en kommun. Mörkare är bättre: en större andel av de \
             verksamheter som tjänsten berör är säkert redo. Antalen står i tabellen."
        }
        En => {
            "Every cell is a service in a municipality. Darker is better: more of the sites that \
             the service concerns are known to be ready. The counts are in the table."
        }
    }
}

/// The legend of scores: the dot, the ring, the field, the hatched field.
pub fn scores(language: Language) -> [&'static str; 4] {
    match language {
        Sv => [
            "poäng",
            "bästa skattning, där poängen står som intervall",
            "lägsta till högsta möjliga med hänsyn till det okända",
            "utan poäng",
        ],
        En => [
            "score",
            "best estimate, where the score is given as a range",
            "lowest to highest that the unknowns allow",
            "no score",
        ],
    }
}

/// Over the columns of scores and of ranks.
pub fn score_and_rank(language: Language) -> (&'static str, &'static str) {
    match language {
        Sv => ("poäng", "rang"),
        En => ("score", "rank"),
    }
}

/// A rank, and between which ranks it lies: `5 (3–9)`.
pub fn rank(rank: u32, between: Option<(u32, u32)>) -> String {
    match between {
        Some((low, high)) if low == high => format!("{rank} ({low})"),
        Some((low, high)) => format!("{rank} ({low}–{high})"),
        None => rank.to_string(),
    }
}

/// How to read the plot of ranks.
pub fn how_to_read_ranking(language: Language) -> &'static str {
    match language {
        Sv => {
            "Rang 1 är högst poäng, efter bästa skattning. Inom parentes: mellan dessa platser ligger rangen i 90 procent \
             av beräkningarna (5:e till 95:e percentilen)."
        }
        En => {
            "Rank 1 is the highest score, by the best estimate. In brackets: the rank lies between these places in 90 \
             per cent of the calculations (5th to 95th percentile)."
        }
    }
}

/// The legend of profiles: the dot, the ring, the field, the hatched field, the tick.
pub fn profile(language: Language) -> [&'static str; 5] {
    match language {
        Sv => [
            "kommunens värde",
            "bästa skattning, där intervallet är brett",
            "lägsta till högsta möjliga med hänsyn till det okända",
            "utan värde",
            "regionens median",
        ],
        En => [
            "value of the municipality",
            "best estimate, where the interval is wide",
            "lowest to highest that the unknowns allow",
            "no value",
            "median of the region",
        ],
    }
}

/// A score in words.
pub fn score_of(language: Language, score: &str) -> String {
    match language {
        Sv => format!("poäng {score}"),
        En => format!("score {score}"),
    }
}

/// How to read the plot of contributions.
pub fn how_to_read_contributions(language: Language) -> &'static str {
    match language {
        Sv => {
            "Hela stapeln är 100 poäng. Till vänster om det svarta strecket: poäng som varje \
             delområde ger. Till höger, blekare: poäng som delområdet förlorar."
        }
        En => {
            "The whole bar is 100 points. Left of the black line: points that each part of the \
             score gives. Right of it, paler: points that the part loses."
        }
    }
}

/// What the line under a bar means.
pub fn range_of_contributions(language: Language) -> &'static str {
    match language {
        Sv => {
            "Där poängen står som intervall visar stapeln den bästa skattningen, och linjen under \
             den intervallet."
        }
        En => {
            "Where the score is given as a range the bar shows the best estimate, and the line \
             under it the range."
        }
    }
}

/// What an outlined cell in the strip of ranks means.
pub fn rank_in_result(language: Language) -> &'static str {
    match language {
        Sv => "rangen i resultatet",
        En => "the rank in the result",
    }
}

/// How to read the strip of ranks.
pub fn how_to_read_strip(language: Language) -> &'static str {
    match language {
        Sv => {
            "Hur ofta en kommun får en rang när poängen beräknas många gånger, i procent. En enda \
             mörk ruta: rangen är säker. Många bleka: kommunen kan lika gärna ha en annan rang."
        }
        En => {
            "How often a municipality has a rank when the score is calculated many times, in per \
             cent. A single dark cell: the rank is certain. Many pale ones: another rank is as \
             likely."
        }
    }
}

/// That a column of the strip holds several ranks.
pub fn ranks_together(language: Language, ranks: usize, columns: usize) -> String {
    let (least, most) = (ranks / columns, ranks.div_ceil(columns));
    let each = if least == most { least.to_string() } else { format!("{least}–{most}") };
    match language {
        Sv => format!("Varje ruta är {each} platser i rangordningen tillsammans."),
        En => format!("Every cell is {each} ranks together."),
    }
}
