//! Whether each site and each municipality is ready, and how sure that is.
//!
//! [`site`] joins what is known of a site; [`service`] asks which digital services it is ready
//! for; [`indicator`] turns sites into shares with an interval for what is unknown; [`aggregate`]
//! turns shares into pillars and a score; [`uncertainty`] turns scores into ranks with an
//! interval.

pub mod aggregate;
pub mod element;
pub mod indicator;
pub mod service;
pub mod site;
pub mod uncertainty;
