//! A region at random, on the real places of the shipped one: some of its sites, some of its
//! sources, and facts at random.

#![allow(dead_code, reason = "every test file uses its own part")]

use beredd::findings::Findings;
use beredd::ingest::Inputs;
use beredd::model::coverage::MobileCoverage;
use beredd::model::infrastructure::Infrastructure;
use beredd::model::knowledge::Knowledge::{self, No, Unknown, Yes};
use beredd::pipeline::{self, Outcome};
use beredd::progress::Progress;
use beredd::project::{self, Project};
use beredd::units::Hours;
use proptest::prelude::*;

/// What may be left out of the region.
pub const SOURCES: usize = 7;

/// A region at random: some of the shipped sites, some of the sources, and what is known.
#[derive(Clone, Debug)]
pub struct Plan {
    /// Of each source, whether the project names it.
    pub named: [bool; SOURCES],
    /// Of each shipped site, whether it is there.
    pub there: Vec<bool>,
    /// Of each shipped site, what its owner knows: connected, and hours of backup power.
    pub owners: Vec<(Knowledge, Option<f64>)>,
    /// Of each polygon of fixed coverage, whether its rate is told; the list is used in turn.
    pub rates: Vec<bool>,
}

thread_local! {
    static SHIPPED: (Project, Inputs) = {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
        let mut project = project::read(&root.join("datasets/fyrbodal/fyrbodal.toml")).unwrap();
        project.score.draws = 20;
        let mut progress = Progress::new(pipeline::STAGES);
        let (inputs, _) = pipeline::read(&project, &mut progress).expect("the shipped region");
        (project, inputs)
    };
}

fn shipped() -> (Project, Inputs) {
    SHIPPED.with(Clone::clone)
}

/// Any region.
pub fn plan() -> impl Strategy<Value = Plan> {
    let known = prop_oneof![2 => Just(Unknown), 2 => Just(Yes), 1 => Just(No)];
    let backup = prop_oneof![2 => Just(None), 1 => Just(Some(0.0)), 1 => Just(Some(48.0))];
    let sites = shipped().1.sites.len();
    let named = prop::array::uniform7(prop::bool::weighted(0.75));
    (
        named,
        prop::collection::vec(prop::bool::weighted(0.2), sites),
        prop::collection::vec((known, backup), sites),
        prop::collection::vec(any::<bool>(), 11),
    )
        .prop_map(|(named, there, owners, rates)| Plan { named, there, owners, rates })
}

impl Plan {
    /// All that is shipped, but what owners know.
    pub fn whole() -> Self {
        let sites = shipped().1.sites.len();
        Self {
            named: [true; SOURCES],
            there: vec![true; sites],
            owners: vec![(Unknown, None); sites],
            rates: vec![true],
        }
    }

    /// What the project names and what its files hold.
    pub fn region(&self) -> (Project, Inputs) {
        let (mut project, mut inputs) = shipped();
        let [connected, fixed, mobile, masts, network, backup, feeds] = self.named;
        for section in &mut project.sites {
            section.connected = section.connected.take().filter(|_| connected);
            section.backup_power = section.backup_power.take().filter(|_| backup);
            section.power_feeds = section.power_feeds.take().filter(|_| feeds);
        }
        for (site, (stated, hours)) in inputs.sites.iter_mut().zip(&self.owners) {
            site.stated_connection = if connected { *stated } else { Unknown };
            site.backup_power = hours.filter(|_| backup).and_then(Hours::new);
            if !feeds {
                site.power_feeds.clear();
            }
        }
        if !fixed {
            project.fixed.clear();
            inputs.fixed.clear();
        }
        let areas = inputs.fixed.iter_mut().flat_map(|layer| &mut layer.areas);
        for (area, told) in areas.zip(self.rates.iter().cycle()) {
            area.download = area.download.filter(|_| *told);
        }
        if !mobile {
            project.mobile.clear();
            inputs.mobile.clear();
        }
        for layer in &mut inputs.mobile {
            if let MobileCoverage::AtSites(signals) = &mut layer.coverage {
                let mut there = self.there.iter();
                signals.retain(|_| *there.next().expect("one a site"));
            }
        }
        let Infrastructure { network: shipped_network, masts: shipped_masts, .. } =
            std::mem::take(&mut inputs.infrastructure);
        if !masts {
            project.masts = None;
        }
        if !network {
            project.network = None;
        }
        let mut there = self.there.iter();
        inputs.sites.retain(|_| *there.next().expect("one a site"));
        inputs.infrastructure = Infrastructure::new(
            shipped_network.filter(|_| network),
            shipped_masts.filter(|_| masts),
            &inputs.sites,
        );
        (project, inputs)
    }

    /// It, scored.
    pub fn scored(&self) -> Outcome {
        let (project, inputs) = self.region();
        scored(&project, inputs)
    }
}

/// Everything that is concluded of some inputs.
pub fn scored(project: &Project, inputs: Inputs) -> Outcome {
    let mut progress = Progress::new(pipeline::STAGES);
    pipeline::assess(project, inputs, Findings::default(), &mut progress).expect("scored")
}
