"""Times the ranks of units under drawn weights with bare numpy: monte_carlo.py [DRAWS]

290 units, 12 indicators in 4 groups of 3 under a root. A draw takes every group's weights from a
Dirichlet distribution and the arithmetic or the geometric mean across the groups; the answer is
the 5th and 95th percentile of every unit's rank. Draws are made some hundreds at a time, as many
as suit the cache best, so that Python itself costs next to nothing.
"""

import resource
import sys
import time

import numpy as np

UNITS, GROUPS, CHILDREN, SPREAD = 290, 4, 3, 0.25
CONCENTRATION = 1 / SPREAD**2 - 1
DRAWS = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000


def rank_intervals(scores, draws, chunk, dice):
    units = scores[0].shape[1]
    ranks = np.empty((draws, units), np.uint16)
    numbers = np.broadcast_to(np.arange(1, units + 1, dtype=np.uint16), (chunk, units))
    for start in range(0, draws, chunk):
        size = min(chunk, draws - start)
        across = dice.dirichlet(np.full(GROUPS, CONCENTRATION / GROUPS), size)
        geometric = dice.random(size) < 0.5
        within = [
            dice.dirichlet(np.full(CHILDREN, CONCENTRATION / CHILDREN), size) @ group
            for group in scores
        ]
        total = np.zeros((size, units))
        for group, values in enumerate(within):
            # Only the draws that need a logarithm pay for it.
            values[geometric] = np.log(values[geometric])
            total += across[:, group, None] * values
        # The logarithm of the mean has the order of the mean.
        order = np.argsort(-total, axis=1)
        np.put_along_axis(ranks[start : start + size], order, numbers[:size], axis=1)
    places = [max(-(-draws * per_cent // 100), 1) - 1 for per_cent in (5, 95)]
    # One unit after another, so that its ranks lie side by side.
    return np.partition(np.ascontiguousarray(ranks.T), places, axis=1)[:, places]


dice = np.random.default_rng(1)
scores = [100 * dice.random((CHILDREN, UNITS)) for _ in range(GROUPS)]
best = 0
for chunk in (50, 200, 1000):
    for _ in range(3):
        start = time.perf_counter()
        intervals = rank_intervals(scores, DRAWS, chunk, dice)
        seconds = time.perf_counter() - start
        if DRAWS / seconds > best:
            best, best_chunk = DRAWS / seconds, chunk
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
width = (intervals[:, 1].astype(int) - intervals[:, 0]).mean()
print(
    f"weights numpy draws_per_second={best:.0f} chunk={best_chunk} peak_mib={peak} "
    f"units={UNITS} draws={DRAWS} mean_width={width:.2f}"
)
