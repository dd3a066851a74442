"""Times a graph library on bridges and cut nodes: libraries.py rustworkx|igraph DIR

Building the library's own graph is counted apart, since some users have one anyway.
"""

import resource
import sys
import time

import pyarrow.parquet as pq

SIDE = 700


def fastest(run, times=3):
    best = float("inf")
    for _ in range(times):
        start = time.perf_counter()
        answer = run()
        best = min(best, time.perf_counter() - start)
    return best, answer


library, directory = sys.argv[1:3]
table = pq.read_table(f"{directory}/graph.parquet", columns=["a", "b"])
ends = list(zip(table["a"].to_pylist(), table["b"].to_pylist()))

if library == "rustworkx":
    import rustworkx

    def build():
        graph = rustworkx.PyGraph(multigraph=False)
        graph.add_nodes_from(range(SIDE * SIDE))
        graph.add_edges_from_no_data(ends)
        return graph

    def search(graph):
        return len(rustworkx.bridges(graph)), len(rustworkx.articulation_points(graph))

elif library == "igraph":
    import igraph

    def build():
        return igraph.Graph(n=SIDE * SIDE, edges=ends)

    def search(graph):
        return len(graph.bridges()), len(graph.articulation_points())

else:
    sys.exit(__doc__)

build_seconds, graph = fastest(build)
seconds, answer = fastest(lambda: search(graph))
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
print(f"graph {library} seconds={seconds:.4f} build_seconds={build_seconds:.4f} peak_mib={peak} answer={answer}")
