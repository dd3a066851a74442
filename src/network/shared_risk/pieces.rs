//! The tree of a search cut into pieces by a group, and which of them still hang together.

use std::ops::Range;

use crate::network::search::ROOT;
use crate::network::shared_risk::{Group, Join, Severed, SharedRisk};

/// The tree of the search, cut by a group.
pub struct Pieces {
    /// In the order of their tops; the first is that of the root.
    pieces: Vec<Piece>,
    /// The group's own spans outside the tree, sorted: the piece of the lower end, the upper visit.
    lost: Vec<(u32, u32)>,
}

/// One piece: the range of the visits that hang from its top, less what is cut out of it.
#[derive(Clone, Copy)]
struct Piece {
    top: u32,
    end: u32,
    /// The piece it was cut out of.
    above: u32,
    /// One of the pieces cut out of it, and the next one cut out of the same; the first piece of
    /// all, which is cut out of none, stands for no more.
    cut_out: u32,
    next: u32,
    /// A piece joined with it that comes before, or itself.
    joined: u32,
    /// Whether it is a node of the group, so that nothing is joined with it.
    failed: bool,
}

/// The piece that holds the virtual root.
const FIRST: u32 = 0;

impl Pieces {
    /// Cuts the tree; nothing is joined yet.
    pub fn of(risk: &SharedRisk, group: &Group) -> Self {
        let search = &risk.search;
        // Each with whether it is left; sorted, a node of the group hides that its top is also cut
        // loose for another reason.
        let mut tops = Vec::new();
        let mut lost = Vec::new();
        for &span in group.spans() {
            let Join { upper, lower } = risk.joins[span.0 as usize];
            if lower == ROOT {
                continue;
            }
            if search.visit(lower).over == span {
                tops.push((lower, true));
            } else {
                lost.push((lower, upper));
            }
        }
        for &node in group.nodes() {
            let visit = search.visit_of(node);
            if visit == ROOT {
                continue;
            }
            tops.push((visit, false));
            for hop in risk.graph.hops(node) {
                let other = search.visit_of(hop.to);
                if search.visit(other).over == hop.over {
                    tops.push((other, true));
                }
            }
        }
        tops.sort_unstable();
        tops.dedup_by_key(|&mut (top, _)| top);

        let mut pieces = Vec::with_capacity(tops.len() + 1);
        let piece = |top: u32, above, next, number, failed| {
            let end = risk.ends[top as usize];
            Piece { top, end, above, cut_out: FIRST, next, joined: number, failed }
        };
        pieces.push(piece(ROOT, FIRST, FIRST, FIRST, false));
        for (&(top, is_left), number) in tops.iter().zip(1..) {
            let above = innermost(&pieces, top);
            let next = std::mem::replace(&mut pieces[above as usize].cut_out, number);
            pieces.push(piece(top, above, next, number, !is_left));
        }
        for (lower, _) in &mut lost {
            let before = pieces.partition_point(|piece| piece.top <= *lower);
            *lower = innermost(&pieces[..before], *lower);
        }
        lost.sort_unstable();
        Self { pieces, lost }
    }

    /// Finds out which pieces are joined, each with those on its way to the root; `None` when that
    /// takes more steps than the limit.
    pub fn join(&mut self, risk: &SharedRisk, limit: usize) -> Option<()> {
        let mut apart = self.pieces.iter().filter(|piece| !piece.failed).count();
        let mut steps = 0;
        for number in 1..self.pieces.len() as u32 {
            if apart == 1 {
                break;
            }
            let Piece { top: mut below, above: mut at, failed, .. } = self.piece(number);
            if failed {
                continue;
            }
            loop {
                steps += 1;
                if steps > limit {
                    return None;
                }
                if !self.piece(at).failed {
                    // As far up as the pieces on the way are known to be joined.
                    let run = self.first_of(at);
                    while at != FIRST {
                        let above = self.piece(at).above;
                        if self.first_of(above) != run {
                            break;
                        }
                        steps += 1;
                        at = above;
                    }
                    let own = self.first_of(number);
                    if own != run {
                        let uppers = self.piece(at).top..below;
                        if self.lead_up(risk, number, uppers, &mut steps) {
                            self.pieces[own.max(run) as usize].joined = own.min(run);
                            apart -= 1;
                        }
                    }
                }
                if at == FIRST {
                    break;
                }
                Piece { top: below, above: at, .. } = self.piece(at);
            }
        }
        Some(())
    }

    /// Whether any span outside the tree is left from a piece into a range of visits above it.
    fn lead_up(
        &self,
        risk: &SharedRisk,
        number: u32,
        uppers: Range<u32>,
        steps: &mut usize,
    ) -> bool {
        let mut count = |piece: Piece| {
            *steps += risk.outside.steps();
            risk.outside.count(piece.top..piece.end, uppers.clone())
        };
        let piece = self.piece(number);
        let all = count(piece);
        if all == 0 {
            return false;
        }
        let lost = self.lost.partition_point(|&lost| lost < (number, uppers.start))
            ..self.lost.partition_point(|&lost| lost < (number, uppers.end));
        let mut not_left = lost.len() as u32;
        let mut at = piece.cut_out;
        while at != FIRST && not_left < all {
            not_left += count(self.piece(at));
            at = self.piece(at).next;
        }
        not_left < all
    }

    /// The visits of every piece that is not joined with the first.
    pub fn severed(&mut self) -> Severed {
        let mut severed = Severed::default();
        let (mut at, mut from) = (FIRST, ROOT);
        for number in (1..self.pieces.len() as u32).chain([FIRST]) {
            // Behind the last piece everything still open ends, up to the first.
            let next = self.piece(number);
            let top = if number == FIRST { next.end } else { next.top };
            while from < top {
                let Piece { end, above, .. } = self.piece(at);
                let until = top.min(end);
                if self.first_of(at) != FIRST {
                    severed.push_visits(from..until);
                }
                from = until;
                if until == end {
                    at = above;
                }
            }
            at = number;
        }
        severed
    }

    fn piece(&self, number: u32) -> Piece {
        self.pieces[number as usize]
    }

    /// The first of the pieces that a piece is known to be joined with, itself included.
    fn first_of(&mut self, number: u32) -> u32 {
        let mut number = number;
        loop {
            let joined = self.piece(number).joined;
            if joined == number {
                return number;
            }
            let further = self.piece(joined).joined;
            self.pieces[number as usize].joined = further;
            number = further;
        }
    }
}

/// The last of some pieces, in the order of their tops, that holds a visit not before their tops.
fn innermost(pieces: &[Piece], visit: u32) -> u32 {
    let mut at = pieces.len() as u32 - 1;
    while pieces[at as usize].end <= visit {
        at = pieces[at as usize].above;
    }
    at
}
