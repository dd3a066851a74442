"""Writes the network that all programs are timed on: inputs.py DIR

A square of 700 by 700 nodes; each is joined with its right and lower neighbour in 62 % of the cases.
"""

import sys
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

SIDE, KEPT = 700, 0.62

directory = Path(sys.argv[1])
directory.mkdir(parents=True, exist_ok=True)
dice = np.random.default_rng(62)
node = np.arange(SIDE * SIDE, dtype=np.uint32).reshape(SIDE, SIDE)
a = np.concatenate([node[:, :-1].ravel(), node[:-1, :].ravel()])
b = np.concatenate([node[:, 1:].ravel(), node[1:, :].ravel()])
kept = dice.random(a.size) < KEPT
pq.write_table(pa.table({"a": a[kept], "b": b[kept]}), directory / "graph.parquet")
print(f"{node.size} nodes, {kept.sum()} spans")
