//! What fails in the network if one thing fails.
//!
//! The network is a multigraph: two cables between the same two nodes are redundancy, so neither
//! is a single point of failure. Core nodes are where the network meets the outside world; a
//! virtual root joined to every core node stands for it.

pub mod element;
