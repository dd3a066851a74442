//! The colours of maps and reports, with the reasons for them.
//!
//! Three readers decide: one who does not see colours as most do, one who prints in grey, and one
//! who compares this year's map with last year's. So the score classes have fixed limits, their
//! lightness only ever falls, and every pair of colours that must be told apart stays apart under
//! simulated protanopia, deuteranopia and tritanopia. The tests below hold the colours to it.

use crate::words::codes;

use crate::units::Score;

/// An opaque colour in sRGB.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Rgb(pub u8, pub u8, pub u8);

impl Rgb {
    /// As CSS, SVG and QGIS write it: `#2a78b0`.
    pub fn hex(self) -> String {
        format!("#{:02x}{:02x}{:02x}", self.0, self.1, self.2)
    }

    /// The colour that has `share` of this one and the rest of `other`.
    ///
    /// Lines are mixed instead of made transparent: overlapping strokes then stay even.
    pub fn mixed_with(self, other: Self, share: f64) -> Self {
        let mix = |a: u8, b: u8| (f64::from(a) * share + f64::from(b) * (1.0 - share)).round();
        // Rounded between two u8, so the conversion is exact.
        Self(mix(self.0, other.0) as u8, mix(self.1, other.1) as u8, mix(self.2, other.2) as u8)
    }

    /// The contrast ratio to another colour, 1 to 21 (WCAG 2.2, "contrast ratio").
    pub fn contrast(self, other: Self) -> f64 {
        let luminance = |c: Self| {
            let [r, g, b] = c.linear();
            0.2126 * r + 0.7152 * g + 0.0722 * b
        };
        let (a, b) = (luminance(self), luminance(other));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// The text colour that reads best on this one.
    pub fn ink(self) -> Self {
        if INK.contrast(self) >= PAPER.contrast(self) { INK } else { PAPER }
    }

    /// Linear light, 0..=1 (IEC 61966-2-1).
    fn linear(self) -> [f64; 3] {
        [self.0, self.1, self.2].map(|v| {
            let v = f64::from(v) / 255.0;
            if v <= 0.040_45 { v / 12.92 } else { ((v + 0.055) / 1.055).powf(2.4) }
        })
    }
}

/// Text and the darkest lines. Not pure black, which looks harsh beside pale fills.
pub const INK: Rgb = Rgb(0x1c, 0x25, 0x2e);
/// The page.
pub const PAPER: Rgb = Rgb(0xff, 0xff, 0xff);
/// Text of second rank; 4.5:1 on the page.
pub const MUTED: Rgb = Rgb(0x5a, 0x65, 0x70);
/// Thin rules and borders between pale areas.
pub const RULE: Rgb = Rgb(0xc3, 0xca, 0xd1);
/// Municipalities on a map whose subject is something else.
pub const LAND: Rgb = Rgb(0xf3, 0xf4, 0xf2);

/// The band that marks synthetic or incomplete data.
pub const CAUTION: Rgb = Rgb(0xff, 0xe9, 0xa8);
/// Text on [`CAUTION`].
pub const CAUTION_INK: Rgb = Rgb(0x4a, 0x33, 0x00);

/// No score: a neutral that no class has, to be drawn with [`NO_SCORE_HATCH`] lines across.
pub const NO_SCORE: Rgb = Rgb(0xe4, 0xe5, 0xe7);
/// The hatching of [`NO_SCORE`], so that it cannot be taken for a class in grey print.
pub const NO_SCORE_HATCH: Rgb = Rgb(0xa6, 0xaa, 0xae);

/// One of the five score classes. The limits never move, so maps stay comparable between years.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ScoreClass(u8);

impl ScoreClass {
    /// Every class, worst first.
    pub const ALL: [Self; 5] = [Self(0), Self(1), Self(2), Self(3), Self(4)];

    // Yellow to blue, after ColorBrewer's YlGnBu (Brewer, 2003), which is listed as safe for
    // colour blindness and print. The two lightest are deeper than the original: they would
    // otherwise be close under protanopia, and the first would vanish on white paper.
    const COLOURS: [Rgb; 5] = [
        Rgb(0xf8, 0xef, 0xac),
        Rgb(0x9b, 0xd0, 0xb3),
        Rgb(0x4a, 0xa6, 0xbc),
        Rgb(0x29, 0x6f, 0xa8),
        Rgb(0x22, 0x2c, 0x74),
    ];

    /// The class of a score: a limit belongs to the class above it, 100 to the highest.
    pub fn of(score: Score) -> Self {
        // A score is 0..=100, so the quotient is 0..=5.
        Self(((score.value() / 20.0) as u8).min(4))
    }

    /// Lower and upper limit.
    pub fn limits(self) -> (u8, u8) {
        (self.0 * 20, self.0 * 20 + 20)
    }

    /// The fill.
    pub fn colour(self) -> Rgb {
        Self::COLOURS[usize::from(self.0)]
    }
}

codes! {
    /// What is wrong at a site, worst first: the order in which a reader must see them.
    pub enum SiteCondition: "site-condition" {
        /// Known to have no fixed connection.
        Unconnected = "unconnected",
        /// One element whose loss alone cuts it off.
        SinglePoint = "single_point",
        /// Connected, slower than the target.
        BelowTarget = "below_target",
        /// Not known.
        Unknown = "unknown",
        /// Nothing known to be wrong.
        NothingFound = "nothing_found",
    }
}

/// The shape of a site's mark. It carries the condition too, for grey print.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Shape {
    /// A diagonal cross.
    Cross,
    /// A triangle, point up.
    Triangle,
    /// A square.
    Square,
    /// An open ring.
    Ring,
    /// A small disc.
    Dot,
    /// A level bar.
    Bar,
}

impl SiteCondition {
    /// The colour of its mark.
    ///
    /// The worse, the more it stands out from pale land: red and orange after Okabe and Ito
    /// (2008), darkened or lightened until they also differ in lightness; what is not known is a
    /// colourless ring; what is in order recedes.
    pub const fn colour(self) -> Rgb {
        match self {
            Self::Unconnected => Rgb(0x9e, 0x0b, 0x2c),
            Self::SinglePoint => Rgb(0xe3, 0x6f, 0x0a),
            Self::BelowTarget => Rgb(0xf2, 0xc4, 0x1f),
            Self::Unknown => Rgb(0x4b, 0x55, 0x60),
            Self::NothingFound => Rgb(0x5f, 0xa3, 0xcf),
        }
    }

    /// The shape of its mark.
    pub fn shape(self) -> Shape {
        match self {
            Self::Unconnected => Shape::Cross,
            Self::SinglePoint => Shape::Triangle,
            Self::BelowTarget => Shape::Square,
            Self::Unknown => Shape::Ring,
            Self::NothingFound => Shape::Dot,
        }
    }
}

/// Sites that have service, in a plot.
pub const SERVED: Rgb = Rgb(0x29, 0x6f, 0xa8);
codes! {
    /// What service a site has, worst first.
    pub enum ServiceNow: "service-now" {
        /// Known to have none.
        Nothing = "nothing",
        /// Not known whether it has any.
        Unknown = "unknown",
        /// Mobile, and no fixed that is known.
        Mobile = "mobile",
        /// Fixed, and no mobile that is known.
        Fixed = "fixed",
        /// Both.
        Both = "both",
    }
}

codes! {
    /// What an outage takes from a site, worst first.
    pub enum ServiceLost: "service-lost" {
        /// Every service that it had.
        All = "all",
        /// Not known whether any is left.
        Unknown = "unknown",
        /// The fixed service; mobile is left.
        Fixed = "fixed",
        /// The mobile service; fixed is left.
        Mobile = "mobile",
        /// Known to have had none before.
        HadNone = "had_none",
        /// Nothing that is known.
        Nothing = "nothing",
    }
}

/// What has failed: cables on a map.
pub const FAILED: Rgb = Rgb(0xb3, 0x12, 0x2f);
/// Hatching of an area that is hit.
pub const HIT: Rgb = Rgb(0xe6, 0xae, 0xa6);

// What is left decides the colour on both maps: who has only mobile service before is drawn as who
// loses the fixed service.
impl ServiceNow {
    /// The colour of its mark.
    pub fn colour(self) -> Rgb {
        match self {
            Self::Nothing => ServiceLost::HadNone.colour(),
            Self::Unknown => ServiceLost::Unknown.colour(),
            Self::Mobile => ServiceLost::Fixed.colour(),
            Self::Fixed => ServiceLost::Mobile.colour(),
            Self::Both => ServiceLost::Nothing.colour(),
        }
    }

    /// The shape of its mark.
    pub fn shape(self) -> Shape {
        match self {
            Self::Nothing => ServiceLost::HadNone.shape(),
            Self::Unknown => ServiceLost::Unknown.shape(),
            Self::Mobile => ServiceLost::Fixed.shape(),
            Self::Fixed => ServiceLost::Mobile.shape(),
            Self::Both => ServiceLost::Nothing.shape(),
        }
    }
}

impl ServiceLost {
    /// The colour of its mark: as of [`SiteCondition`], and ink for what was so before.
    pub fn colour(self) -> Rgb {
        match self {
            Self::All => SiteCondition::Unconnected.colour(),
            Self::Unknown => SiteCondition::Unknown.colour(),
            Self::Fixed => SiteCondition::SinglePoint.colour(),
            Self::Mobile => SiteCondition::BelowTarget.colour(),
            Self::HadNone => INK,
            Self::Nothing => SiteCondition::NothingFound.colour(),
        }
    }

    /// The shape of its mark.
    pub fn shape(self) -> Shape {
        match self {
            Self::All => Shape::Cross,
            Self::Unknown => Shape::Ring,
            Self::Fixed => Shape::Triangle,
            Self::Mobile => Shape::Square,
            Self::HadNone => Shape::Bar,
            Self::Nothing => Shape::Dot,
        }
    }
}

/// The parts that a score is made of, in their order. After Okabe and Ito (2008), but dark and
/// light in turn, so that neighbours differ in grey print.
pub const PILLARS: [Rgb; 8] = [
    Rgb(0x1f, 0x5c, 0x9c),
    Rgb(0xf0, 0xd9, 0x4a),
    Rgb(0xb0, 0x3f, 0x14),
    Rgb(0x7f, 0xd6, 0xc0),
    Rgb(0x0c, 0x66, 0x4c),
    Rgb(0xf0, 0xa8, 0x8c),
    Rgb(0x5e, 0x2a, 0x7e),
    Rgb(0xdc, 0xb8, 0xea),
];

/// A cable of the network.
pub const SPAN: Rgb = Rgb(0x8c, 0x97, 0xa3);
/// A cable that is the only way for some site.
pub const SPAN_SINGLE: Rgb = Rgb(0x6b, 0x2c, 0x91);

#[cfg(test)]
mod tests {
    use super::*;

    type Matrix = [[f64; 3]; 3];

    // Machado, Oliveira, Fernandes (2009), "A Physiologically-based Model for Simulation of Color
    // Vision Deficiency", severity 1.0; applied to linear light.
    const PROTANOPIA: Matrix = [
        [0.152286, 1.052583, -0.204868],
        [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
    ];
    const DEUTERANOPIA: Matrix = [
        [0.367322, 0.860646, -0.227968],
        [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
    ];
    const TRITANOPIA: Matrix = [
        [1.255528, -0.076749, -0.178779],
        [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
    ];
    const NORMAL: Matrix = [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]];
    const EYES: [(&str, Matrix); 4] = [
        ("normal", NORMAL),
        ("protanopia", PROTANOPIA),
        ("deuteranopia", DEUTERANOPIA),
        ("tritanopia", TRITANOPIA),
    ];

    fn apply(m: &Matrix, v: [f64; 3]) -> [f64; 3] {
        m.map(|row| row.iter().zip(v).map(|(a, b)| a * b).sum())
    }

    /// CIELAB under D65, from linear sRGB.
    fn lab(linear: [f64; 3]) -> [f64; 3] {
        let to_xyz = [
            [0.412_456_4, 0.357_576_1, 0.180_437_5],
            [0.212_672_9, 0.715_152_2, 0.072_175_0],
            [0.019_333_9, 0.119_192_0, 0.950_304_1],
        ];
        let white = [0.950_47, 1.0, 1.088_83];
        let xyz = apply(&to_xyz, linear.map(|v| v.clamp(0.0, 1.0)));
        let f = |t: f64| {
            if t > 216.0 / 24389.0 { t.cbrt() } else { (24389.0 / 27.0 * t + 16.0) / 116.0 }
        };
        let [x, y, z] = [0, 1, 2].map(|i| f(xyz[i] / white[i]));
        [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
    }

    fn seen(colour: Rgb, eye: &Matrix) -> [f64; 3] {
        lab(apply(eye, colour.linear()))
    }

    fn distance(a: Rgb, b: Rgb, eye: &Matrix) -> f64 {
        let (a, b) = (seen(a, eye), seen(b, eye));
        (0..3).map(|i| (a[i] - b[i]).powi(2)).sum::<f64>().sqrt()
    }

    fn lightness(colour: Rgb) -> f64 {
        seen(colour, &NORMAL)[0]
    }

    fn assert_apart(colours: &[Rgb], least: f64) {
        for (eye, matrix) in &EYES {
            for (i, a) in colours.iter().enumerate() {
                for b in &colours[i + 1..] {
                    let d = distance(*a, *b, matrix);
                    assert!(d >= least, "{} and {}: {d:.1} under {eye}", a.hex(), b.hex());
                }
            }
        }
    }

    #[test]
    fn the_simulations_keep_white_white_and_lab_is_lab() {
        for (eye, matrix) in &EYES {
            for row in matrix {
                assert!((row.iter().sum::<f64>() - 1.0).abs() < 2e-6, "{eye}");
            }
        }
        // Published value of sRGB red: L* 53.24, a* 80.09, b* 67.20.
        let red = lab(Rgb(255, 0, 0).linear());
        for (found, published) in red.iter().zip([53.24, 80.09, 67.20]) {
            assert!((found - published).abs() < 0.02, "{red:?}");
        }
        // The misuse this guards against: red and green of equal lightness look alike.
        let (red, green) = (Rgb(0xd0, 0x40, 0x30), Rgb(0x5f, 0x80, 0x20));
        assert!(distance(red, green, &NORMAL) > 60.0);
        assert!(distance(red, green, &DEUTERANOPIA) < 20.0);
    }

    #[test]
    fn score_classes_stay_apart_for_every_eye() {
        let mut colours: Vec<Rgb> = ScoreClass::ALL.map(ScoreClass::colour).into();
        assert_apart(&colours, 20.0);
        colours.push(NO_SCORE);
        // The neutral also differs by its hatching, so less suffices.
        assert_apart(&colours, 10.0);
    }

    #[test]
    fn score_classes_darken_steadily_in_grey_print() {
        let steps = ScoreClass::ALL.map(|class| lightness(class.colour()));
        for pair in steps.windows(2) {
            assert!(pair[0] - pair[1] >= 10.0, "{steps:?}");
        }
        assert!(lightness(PAPER) - steps[0] >= 5.0);
    }

    #[test]
    fn text_reads_on_every_fill() {
        for class in ScoreClass::ALL {
            let fill = class.colour();
            assert!(fill.contrast(fill.ink()) >= 4.5, "{}", fill.hex());
        }
        assert!(NO_SCORE.contrast(INK) >= 4.5);
        assert!(PAPER.contrast(MUTED) >= 4.5);
        assert!(CAUTION.contrast(CAUTION_INK) >= 7.0);
        assert!((Rgb(0, 0, 0).contrast(PAPER) - 21.0).abs() < 1e-9);
    }

    #[test]
    fn site_conditions_differ_in_colour_and_in_shape() {
        assert_apart(&SiteCondition::ALL.map(SiteCondition::colour), 15.0);
        for (i, a) in SiteCondition::ALL.iter().enumerate() {
            for b in &SiteCondition::ALL[i + 1..] {
                assert_ne!(a.shape(), b.shape());
                assert!(a < b, "listed worst first");
            }
        }
    }

    #[test]
    fn losses_differ_in_colour_and_in_shape() {
        assert_apart(&ServiceLost::ALL.map(ServiceLost::colour), 15.0);
        assert_apart(&ServiceNow::ALL.map(ServiceNow::colour), 15.0);
        assert_apart(&[FAILED, SPAN, HIT, LAND], 15.0);
        let mut shapes = Vec::from(ServiceLost::ALL.map(ServiceLost::shape));
        shapes.sort_by_key(|shape| format!("{shape:?}"));
        shapes.dedup();
        assert_eq!(shapes.len(), ServiceLost::ALL.len());
        assert!(ServiceLost::ALL.is_sorted() && ServiceNow::ALL.is_sorted(), "worst first");
    }

    #[test]
    fn parts_of_a_score_differ_and_neighbours_do_in_grey_print() {
        assert_apart(&PILLARS, 10.0);
        for (i, a) in PILLARS.iter().enumerate() {
            let b = PILLARS[(i + 1) % PILLARS.len()];
            assert!((lightness(*a) - lightness(b)).abs() >= 25.0, "{} {}", a.hex(), b.hex());
            assert!(a.contrast(a.ink()) >= 4.5, "{}", a.hex());
            let pale = a.mixed_with(PAPER, 0.26);
            assert!(pale.contrast(INK) >= 4.5 && lightness(pale) - lightness(*a) >= 5.0);
        }
    }

    #[test]
    fn limits_are_fixed_and_belong_to_the_class_above() {
        let class = |v: f64| ScoreClass::of(Score::clamped(v).unwrap()).limits();
        assert_eq!(class(0.0), (0, 20));
        assert_eq!(class(19.999), (0, 20));
        assert_eq!(class(20.0), (20, 40));
        assert_eq!(class(100.0), (80, 100));
    }
}
