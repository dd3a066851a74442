"""Times what link-criticality scripts do: take each span away, see whether its ends still reach
each other, and if so how long the way round is: delete_and_search.py SIDE [SPANS]

On a square of SIDE by SIDE nodes with 70 % of the spans. With SPANS, only that many are tried.
"""

import random
import sys
import time

import networkx as nx

KEPT = 0.7

side = int(sys.argv[1])
dice = random.Random(70)
network = nx.MultiGraph()
network.add_nodes_from(range(side * side))
for node in range(side * side):
    right = [node + 1] if node % side + 1 < side else []
    below = [node + side] if node + side < side * side else []
    for other in right + below:
        if dice.random() < KEPT:
            network.add_edge(node, other, metres=dice.randrange(20, 500))

spans = list(network.edges(keys=True, data=True))
tried = spans[:: max(1, len(spans) // int(sys.argv[2]))] if len(sys.argv) > 2 else spans
start = time.perf_counter()
bridges = 0
for a, b, key, columns in tried:
    network.remove_edge(a, b, key)
    if nx.has_path(network, a, b):
        nx.dijkstra_path_length(network, a, b, weight="metres")
    else:
        bridges += 1
    network.add_edge(a, b, key, **columns)
seconds = time.perf_counter() - start
print(f"grid networkx seconds={seconds:.2f} spans={len(spans)} tried={len(tried)} spans_per_second={len(tried) / seconds:.0f} bridges={bridges}")
