//! The score of a run: units counted, scored under the framework, every measure and answer tried.

use crate::findings::{Finding, Findings, Rule};
use crate::ingest::Inputs;
use crate::model::framework::{Asked, Framework, Goalposts, IndicatorIdx};
use crate::model::indicator::{OwnIndicator, Unit};
use crate::model::requirement::Service;
use crate::pipeline::indicators::{
    origins, report_clamped, report_missing, report_taken_columns, report_unusable,
};
use crate::project::ScoreSettings;
use crate::readiness::GroupAssessment;
use crate::readiness::case::{self, Surroundings};
use crate::readiness::composite::{self, Composite, Origin, Scored, own_of_group};
use crate::readiness::fact::Declared;
use crate::readiness::failure::MastService;
use crate::readiness::gain::{Gain, gains};
use crate::readiness::indicator::computed_rest_on;
use crate::readiness::indicator::{IndicatorTargets, asks};
use crate::readiness::order::Order;
use crate::readiness::question::{self, Question, RegionQuestion, questions};
use crate::readiness::service::ServiceReadiness;
use crate::readiness::site::SiteAssessment;
use crate::readiness::unit::{self, Sites, UnitAssessment};
use crate::readiness::weight::{SiteWeights, WeighBy};
use crate::readiness::what_if::WhatIf;
use crate::score::{AskedScores, DrawSettings};
use crate::units::Mbps;
use crate::words::key;

/// What was concluded of the sites.
#[derive(Clone, Copy)]
pub(super) struct Conclusions<'a> {
    pub assessed: &'a [SiteAssessment],
    pub masts: &'a [MastService],
    pub services: &'a [Service],
    pub readiness: &'a [Vec<(usize, ServiceReadiness)>],
    pub targets: &'a IndicatorTargets,
    pub target: Mbps,
}

/// What was concluded of the units.
pub(super) struct Units {
    pub municipalities: Vec<UnitAssessment>,
    pub groups: Vec<GroupAssessment>,
    pub asked: Asked,
    pub computed_asked: Vec<bool>,
    pub composite: Composite,
    pub group_composite: Composite,
    pub gains: Vec<Gain>,
    pub questions: Vec<Question>,
    pub region_questions: Vec<RegionQuestion>,
}

/// Scores municipalities and groups; `None` after an error finding.
pub(super) fn score(
    settings: &ScoreSettings,
    declared: &Declared,
    inputs: &Inputs,
    of: Conclusions<'_>,
    findings: &mut Findings,
) -> Option<Units> {
    let framework = &settings.framework.framework;
    let dataset = settings.framework.dataset();
    report_taken_columns(settings, inputs, of.services, findings);
    let of_whole = origins(framework, &dataset, of.services, &inputs.own_indicators, findings)?;
    let asked = composite::asked(framework, &of_whole, of.services, declared);
    let origins = composite::origins_of_part(&asked, &of_whole);
    let draws = DrawSettings { draws: settings.draws, seed: settings.seed };

    let surroundings = Surroundings {
        masts: of.masts,
        infrastructure: &inputs.infrastructure,
        target: of.target,
        targets: of.targets,
        services: of.services,
    };
    let cases = case::cases(surroundings, &inputs.sites, of.assessed);
    let asks = asks(of.services, of.targets);
    let order = Order::new(of.services);
    let sites = Sites {
        sites: &inputs.sites,
        assessed: of.assessed,
        readiness: of.readiness,
        cases: &cases,
        asks: &asks,
    };
    let members = unit::members(inputs.municipalities.len(), of.assessed);
    let alike = SiteWeights::alike(inputs.sites.len());
    let municipalities: Vec<UnitAssessment> =
        members.iter().map(|own| unit::unit(own, sites, &alike)).collect();
    let scored = inputs.municipalities.iter().zip(&municipalities).enumerate();
    let scored = scored.map(|(place, (municipality, assessment))| Scored {
        unit: Unit { id: municipality.code.as_str().to_owned(), name: municipality.name.clone() },
        assessment,
        own: inputs.own_indicators.iter().map(|own| own.readings[place]).collect(),
    });
    let has_sites: Vec<bool> = members.iter().map(|own| !own.is_empty()).collect();
    report_missing_values(settings, inputs, &of_whole, &has_sites, findings);
    if findings.errors().next().is_some() {
        return None;
    }
    let unusable = |unusable: Vec<_>, findings: &mut Findings| {
        let part = asked.part().expect("something of it could not be used");
        report_unusable(part, &dataset, &unusable, |_, _| None, findings);
    };
    let composite = Composite::new(asked.clone(), &origins, &order, scored.collect(), draws)
        .map_err(|faults| unusable(faults, findings))
        .ok()?;
    report_values_outside(inputs, &of_whole, &composite, findings);

    let weights = SiteWeights::new(settings.group_weight, &inputs.sites);
    let groups: Vec<GroupAssessment> = unit::groups(&inputs.municipalities)
        .into_iter()
        .map(|(name, of_group)| {
            let own: Vec<usize> =
                of_group.iter().flat_map(|&m| members[m].iter().copied()).collect();
            let assessment = unit::unit(&own, sites, &weights);
            GroupAssessment { name, members: of_group, assessment }
        })
        .collect();
    if !groups.is_empty() && settings.group_weight == WeighBy::Persons && weights.assumed > 0 {
        let message = key::FindingPersons { count: weights.assumed };
        findings.add(
            Finding::new(Rule::PersonsAssumed, "project file", message)
                .field("score.group_weight")
                .value(settings.group_weight.name())
                .hint(key::HintPersons),
        );
    }
    // Groups are measured between the same goalposts as their municipalities.
    let settled = match &composite.scores.found {
        Some(found) => asked.with(|part| part.settled(&found.table)),
        None => asked.clone(),
    };
    let goalposts = |own: &OwnIndicator| {
        let part = settled.part()?;
        match part.indicator(part.find_indicator(&own.id)?).goalposts {
            Goalposts::Fixed { low, high, .. } => Some((low, high)),
            Goalposts::Observed => None,
        }
    };
    let between: Vec<Option<(f64, f64)>> = inputs.own_indicators.iter().map(goalposts).collect();
    let weight = |municipality: usize| members[municipality].iter().map(|&i| weights.of(i)).sum();
    let scored = groups.iter().map(|group| Scored {
        unit: Unit { id: group.name.clone(), name: group.name.clone() },
        assessment: &group.assessment,
        own: inputs
            .own_indicators
            .iter()
            .zip(&between)
            .map(|(own, between)| own_of_group(own, &group.members, weight, *between))
            .collect(),
    });
    let group_composite = Composite::new(settled, &origins, &order, scored.collect(), draws)
        .map_err(|faults| unusable(faults, findings))
        .ok()?;

    let what_if = WhatIf {
        sites: &inputs.sites,
        assessed: of.assessed,
        cases: &cases,
        surroundings,
        asks: &asks,
        order: &order,
        units: &municipalities,
        origins: &origins,
        composite: &composite,
    };
    let gains = gains(what_if, &members);
    let questions = questions(what_if, of.services, &members);
    let standing = |unit| composite.standing(unit, Framework::ROOT).map(|standing| standing.score);
    let scores: Vec<_> = (0..members.len()).map(standing).collect();
    let counts: Vec<usize> = members.iter().map(Vec::len).collect();
    let region_questions = question::of_region(&questions, &scores, &counts);
    let rest_on = computed_rest_on(of.services);
    let computed_asked = rest_on.iter().map(|facts| declared.has_all(facts)).collect();
    Some(Units {
        municipalities,
        groups,
        asked,
        computed_asked,
        composite,
        group_composite,
        gains,
        questions,
        region_questions,
    })
}

/// Of own indicators, the values that the framework refuses to do without.
fn report_missing_values(
    settings: &ScoreSettings,
    inputs: &Inputs,
    origins: &[Origin],
    has_sites: &[bool],
    findings: &mut Findings,
) {
    for (i, origin) in origins.iter().enumerate() {
        if let Origin::Own(place) = *origin {
            let own = &inputs.own_indicators[place];
            let dataset = &inputs.sources[own.source.0].path;
            let scored: Vec<usize> = (0..has_sites.len()).filter(|&m| has_sites[m]).collect();
            let readings: Vec<_> = scored.iter().map(|&m| own.readings[m]).collect();
            let row = |unit: usize| own.rows[scored[unit]];
            let framework = &settings.framework.framework;
            report_missing(framework, dataset, IndicatorIdx(i), &readings, row, findings);
        }
    }
}

/// Of own indicators, the values outside their goalposts. Of computed ones the table `indicators`
/// tells: a share that reaches its goal is no fault.
fn report_values_outside(
    inputs: &Inputs,
    origins: &[Origin],
    composite: &Composite,
    findings: &mut Findings,
) {
    let AskedScores { asked, found, .. } = &composite.scores;
    let Some((part, found)) = asked.part().zip(found.as_ref()) else { return };
    let scored: Vec<usize> = (0..inputs.municipalities.len())
        .filter(|&municipality| composite.place(municipality).is_some())
        .collect();
    for (i, origin) in origins.iter().enumerate() {
        let (Origin::Own(place), Some(i)) = (*origin, asked.indicator(IndicatorIdx(i))) else {
            continue;
        };
        let own = &inputs.own_indicators[place];
        let readings = &found.table.readings()[i.0];
        let dataset = &inputs.sources[own.source.0].path;
        let row = |unit: usize| own.rows[scored[unit]];
        report_clamped(part, dataset, i, readings, &found.evaluation, row, findings);
    }
}
