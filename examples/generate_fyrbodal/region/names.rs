//! Invented names. Where one is also a real name somewhere, that is chance.

/// Names of hamlets, by the endings that are usual where the municipality lies.
pub struct HamletNames {
    coast: std::slice::Iter<'static, &'static str>,
    dalsland: std::slice::Iter<'static, &'static str>,
    inland: std::slice::Iter<'static, &'static str>,
}

const COAST: [&str; 19] = [
    "Granseröd",
    "Stenlycke",
    "Ekelidsröd",
    "Havsäter",
    "Torneröd",
    "Bräckelund",
    "Lyngstad",
    "Vadholmen",
    "Kvarnlycke",
    "Rågård",
    "Sältebo",
    "Bergaröd",
    "Hogsäter",
    "Alestad",
    "Myrlid",
    "Slåtteröd",
    "Kärrlycke",
    "Torsäter",
    "Uleröd",
];
const DALSLAND: [&str; 23] = [
    "Björkerud",
    "Stenebyn",
    "Granbol",
    "Tallsbyn",
    "Ormerud",
    "Kolarebyn",
    "Svartebol",
    "Lövnäsrud",
    "Forsbol",
    "Älgerud",
    "Hyttbyn",
    "Långebol",
    "Smedrud",
    "Kvarnebyn",
    "Myrebol",
    "Sågerud",
    "Ekebyn",
    "Tranerud",
    "Edsbol",
    "Kasebyn",
    "Rösterud",
    "Vallsbyn",
    "Ämterud",
];
const INLAND: [&str; 13] = [
    "Åstorpet",
    "Lindered",
    "Ekhagen",
    "Bäcktorp",
    "Slättered",
    "Almered",
    "Hasseltorp",
    "Brunnered",
    "Väneby",
    "Gunnered",
    "Kälvered",
    "Rishagen",
    "Skogstorpet",
];

/// A fresh supply of hamlet names.
pub fn hamlets() -> HamletNames {
    HamletNames { coast: COAST.iter(), dalsland: DALSLAND.iter(), inland: INLAND.iter() }
}

impl HamletNames {
    /// The next unused name that suits the municipality.
    pub fn next(&mut self, code: &str) -> &'static str {
        let supply = match code {
            "1438" | "1439" | "1460" | "1461" | "1492" => &mut self.dalsland,
            "1485" | "1487" | "1488" => &mut self.inland,
            _ => &mut self.coast,
        };
        supply.next().expect("there are as many names as hamlets")
    }
}

const SCHOOLS: [&str; 30] = [
    "Kyrkskolan",
    "Norrskolan",
    "Parkskolan",
    "Bergskolan",
    "Åskolan",
    "Ekskolan",
    "Söderskolan",
    "Stationsskolan",
    "Ängsskolan",
    "Lindskolan",
    "Kullskolan",
    "Strandskolan",
    "Fyrskolan",
    "Kvarnskolan",
    "Alléskolan",
    "Tallskolan",
    "Dalskolan",
    "Hagskolan",
    "Solskolan",
    "Aspskolan",
    "Almskolan",
    "Torgskolan",
    "Lövskolan",
    "Skogsskolan",
    "Björkskolan",
    "Brunnskolan",
    "Slättskolan",
    "Sjöskolan",
    "Rönnskolan",
    "Klockarskolan",
];
const PRESCHOOLS: [&str; 32] = [
    "Smultronet",
    "Blåsippan",
    "Kotten",
    "Trollet",
    "Regnbågen",
    "Nyckelpigan",
    "Lyktan",
    "Ekorren",
    "Snäckan",
    "Kastanjen",
    "Humlan",
    "Myran",
    "Vitsippan",
    "Igelkotten",
    "Fjärilen",
    "Lingonet",
    "Blåbäret",
    "Solrosen",
    "Gläntan",
    "Backen",
    "Stjärnan",
    "Månen",
    "Fyrtornet",
    "Äppelgården",
    "Bäcken",
    "Hasseln",
    "Tuvan",
    "Vindilen",
    "Grodan",
    "Sländan",
    "Uven",
    "Lodjuret",
];
const CARE_HOMES: [&str; 24] = [
    "Granliden",
    "Furugården",
    "Ekebacken",
    "Solhaga",
    "Björkgläntan",
    "Lindängen",
    "Rosengård",
    "Almhöjd",
    "Kvarnbacken",
    "Skogsbrynet",
    "Strandhem",
    "Åbrinken",
    "Ljungbacken",
    "Syrenen",
    "Hasselgården",
    "Bergahill",
    "Tallåsen",
    "Kaprifolen",
    "Äppellunden",
    "Enebacken",
    "Sjöglimten",
    "Vallmon",
    "Klockaregården",
    "Rönnbacken",
];
const HEALTH_CENTRES: [&str; 10] = [
    "",
    "Torget",
    "Norr",
    "Parken",
    "Åkanten",
    "Söder",
    "Stationen",
    "Lasarettsgatan",
    "Höjden",
    "Bron",
];

/// The `nth` school of a settlement that has `of` of them.
pub fn school(settlement: &str, nth: usize, of: usize) -> String {
    if of == 1 {
        return format!("{} skola", genitive(settlement));
    }
    format!("{} i {settlement}", SCHOOLS[nth % SCHOOLS.len()])
}

/// The `nth` preschool of the region, in this settlement.
pub fn preschool(settlement: &str, nth: usize) -> String {
    format!("Förskolan {} i {settlement}", PRESCHOOLS[nth % PRESCHOOLS.len()])
}

/// The `nth` care home of the region, in this settlement.
pub fn care_home(settlement: &str, nth: usize) -> String {
    format!("{} äldreboende, {settlement}", CARE_HOMES[nth % CARE_HOMES.len()])
}

/// The `nth` health centre of a settlement.
pub fn health_centre(settlement: &str, nth: usize) -> String {
    format!("{} vårdcentral {}", genitive(settlement), HEALTH_CENTRES[nth]).trim_end().to_owned()
}

/// As in real names: Munkedals skola, but Brålanda skola and Bengtsfors skola.
fn genitive(name: &str) -> String {
    let bare = name.ends_with(['s', 'x', 'z', 'a', 'e', 'o', 'u', 'y', 'å', 'ä', 'ö']);
    if bare { name.to_owned() } else { format!("{name}s") }
}
