//! The backbone: which places are joined by cable, along which way.

/// One cable between two places.
pub struct Cable {
    pub from: &'static str,
    pub to: &'static str,
    /// Longitude and latitude of points the trench is led past.
    pub via: &'static [(f64, f64)],
}

const fn cable(from: &'static str, to: &'static str) -> Cable {
    Cable { from, to, via: &[] }
}

const fn led(from: &'static str, to: &'static str, via: &'static [(f64, f64)]) -> Cable {
    Cable { from, to, via }
}

/// Where the main network meets the outside world.
pub const POPS: [&str; 2] = ["Uddevalla", "Trollhättan"];

/// The separate network of Dals-Ed meets the outside world here, and only here.
pub const LONE_CORE: &str = "Ed";

/// The local ring of Sotenäs whose two sides leave this place in one trench.
pub const SHARED_FROM: &str = "Hunnebostrand";
pub const SHARED_TO: [&str; 2] = ["Väjern", "Kungshamn"];

/// The cable behind which a whole village lies.
pub const ONE_CABLE: (&str, &str) = ("Henån", "Ellös");

/// Laid beside each other between the same two places.
pub const PARALLEL: (&str, &str) = ("Brastad", "Lysekil");

/// Decided, not built: it would give Strömstad and Dals-Ed a second way out.
pub const PLANNED: (&str, &str) = ("Skee", "Ed");

/// Rings along E6, road 45 and the coast, and branches to the places beside them.
pub const CABLES: [Cable; 54] = [
    // The coast: from Uddevalla along E6, back along the sea, over the fjord and to Trollhättan.
    led("Uddevalla", "Munkedal", &[(11.89, 58.385), (11.76, 58.42)]),
    cable("Munkedal", "Dingle"),
    cable("Dingle", "Hällevadsholm"),
    led("Hällevadsholm", "Tanumshede", &[(11.47, 58.63), (11.38, 58.69)]),
    cable("Tanumshede", "Grebbestad"),
    led("Grebbestad", "Fjällbacka", &[(11.295, 58.66)]),
    led("Fjällbacka", "Hamburgsund", &[(11.305, 58.585)]),
    led("Hamburgsund", "Hunnebostrand", &[(11.325, 58.51)]),
    led("Hunnebostrand", "Brastad", &[(11.34, 58.455), (11.43, 58.435)]),
    led("Brastad", "Sunningen", &[(11.53, 58.375), (11.60, 58.355), (11.72, 58.35)]),
    cable("Sunningen", "Uddevalla"),
    led("Sunningen", "Ammenäs", &[(11.845, 58.322)]),
    led("Ammenäs", "Ljungskile", &[(11.86, 58.27)]),
    led("Ljungskile", "Uddevalla", &[(11.95, 58.28)]),
    led("Ljungskile", "Sjuntorp", &[(12.00, 58.235), (12.12, 58.215)]),
    // Sotenäs.
    led("Hunnebostrand", "Väjern", &[(11.309, 58.4385), (11.313, 58.4345), (11.285, 58.405)]),
    led("Hunnebostrand", "Kungshamn", &[(11.309, 58.4385), (11.313, 58.4345), (11.312, 58.385)]),
    cable("Väjern", "Kungshamn"),
    cable("Kungshamn", "Smögen"),
    // Lysekil and Skaftö.
    led("Brastad", "Lysekil", &[(11.465, 58.34), (11.44, 58.30)]),
    led("Brastad", "Lysekil", &[(11.50, 58.35), (11.475, 58.305)]),
    led("Lysekil", "Grundsund", &[(11.455, 58.25)]),
    // Strömstad.
    led("Tanumshede", "Skee", &[(11.32, 58.80), (11.29, 58.87)]),
    cable("Skee", "Strömstad"),
    // Orust: over the sound at both ends.
    led("Ammenäs", "Henån", &[(11.76, 58.275), (11.71, 58.25)]),
    led("Henån", "Varekil", &[(11.68, 58.18)]),
    cable("Varekil", "Svanesund"),
    led("Svanesund", "Ljungskile", &[(11.86, 58.16), (11.90, 58.19)]),
    led("Henån", "Ellös", &[(11.61, 58.20), (11.53, 58.177)]),
    // Trestad.
    led("Uddevalla", "Vänersborg", &[(12.06, 58.355), (12.20, 58.37)]),
    led("Uddevalla", "Trollhättan", &[(12.05, 58.32), (12.18, 58.298)]),
    led("Vänersborg", "Trollhättan", &[(12.293, 58.33)]),
    cable("Vänersborg", "Vargön"),
    led("Vargön", "Trollhättan", &[(12.365, 58.32)]),
    cable("Trollhättan", "Sjuntorp"),
    cable("Sjuntorp", "Upphärad"),
    cable("Upphärad", "Velanda"),
    cable("Velanda", "Trollhättan"),
    // Dalsland: along road 45 to Åmål, back by Bengtsfors and Färgelanda.
    led("Vänersborg", "Frändefors", &[(12.29, 58.43)]),
    cable("Frändefors", "Brålanda"),
    cable("Brålanda", "Mellerud"),
    led("Mellerud", "Åsensbruk", &[(12.46, 58.75)]),
    led("Åsensbruk", "Åmål", &[(12.50, 58.86), (12.61, 58.98)]),
    led("Åmål", "Bengtsfors", &[(12.56, 59.04), (12.40, 59.05)]),
    cable("Bengtsfors", "Billingsfors"),
    cable("Billingsfors", "Dals Långed"),
    led("Dals Långed", "Bäckefors", &[(12.22, 58.86)]),
    led("Bäckefors", "Färgelanda", &[(12.08, 58.73), (12.00, 58.64)]),
    cable("Färgelanda", "Ödeborg"),
    led("Ödeborg", "Uddevalla", &[(11.95, 58.46)]),
    cable("Mellerud", "Dals Rostock"),
    led("Dals Rostock", "Bäckefors", &[(12.28, 58.76)]),
    led("Färgelanda", "Frändefors", &[(12.12, 58.535)]),
    // Not built yet.
    led("Skee", "Ed", &[(11.40, 58.93), (11.62, 58.945), (11.78, 58.925)]),
];
