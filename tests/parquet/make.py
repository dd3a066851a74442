"""Writes `every_type.parquet`, in which each column has another type; needs pyarrow.

Sites S1 to S4 of the small project's municipalities; `id`, `x`, `y` are plain, what stands beside
them is of every type that pyarrow writes into Parquet.
"""

import datetime
import decimal

import pyarrow as pa
import pyarrow.parquet as pq

ROWS = 4
some = lambda values, stored: pa.array([values[i % len(values)] for i in range(ROWS)], stored)
noon = datetime.datetime(2026, 11, 27, 12)
columns = {
    "id": pa.array(["S1", "S2", "S3", "S4"]),
    "x": pa.array([302000.0, 302500.0, 303000.0, 303500.0]),
    "y": pa.array([6452000.0, 6452000.0, 6452500.0, 6452500.0]),
    "category": pa.array(["school", "preschool", "school", None]).dictionary_encode(),
    "number_category": pa.array([30, 40, 30, None], pa.int32()).dictionary_encode(),
    "bool": some([True, False, None], pa.bool_()),
    "int8": some([7, None], pa.int8()),
    "int16": some([7, None], pa.int16()),
    "int32": some([7, None], pa.int32()),
    "int64": some([7, None], pa.int64()),
    "uint8": some([7, None], pa.uint8()),
    "uint16": some([7, None], pa.uint16()),
    "uint32": some([7, None], pa.uint32()),
    "uint64": some([7, None], pa.uint64()),
    "half": some([7.0, None], pa.float16()),
    "float": some([7.5, None], pa.float32()),
    "double": some([1.0, 12.345, float("nan"), None], pa.float64()),
    "text": some(["1,000", "1.000", "7", None], pa.string()),
    "large_text": some(["7", None], pa.large_string()),
    "text_view": some(["7", None], pa.string_view()),
    "binary": some([b"7", None], pa.binary()),
    "fixed_binary": some([b"77", None], pa.binary(2)),
    "date": some([noon.date(), None], pa.date32()),
    "timestamp": some([noon, None], pa.timestamp("us")),
    "zoned": some([noon, None], pa.timestamp("us", tz="Europe/Stockholm")),
    "utc": some([noon, None], pa.timestamp("ms", tz="UTC")),
    "time": some([noon.time(), None], pa.time64("us")),
    "duration": some([datetime.timedelta(hours=7), None], pa.duration("us")),
    "decimal": some([decimal.Decimal("7.50"), None], pa.decimal128(10, 2)),
    "wide_decimal": some([decimal.Decimal("7.50"), None], pa.decimal256(50, 2)),
    "list": some([[7, 8], None], pa.list_(pa.int32())),
    "fixed_list": some([[7, 8], None], pa.list_(pa.int32(), 2)),
    "struct": some([{"a": 7}, None], pa.struct([("a", pa.int32())])),
    "map": some([[("a", 7)], None], pa.map_(pa.string(), pa.int32())),
    "null": pa.nulls(ROWS),
}
pq.write_table(pa.table(columns), "every_type.parquet", compression="none")
