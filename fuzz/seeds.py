#!/usr/bin/env python3
"""Makes the sound files of the corpus: one or more of each format, small, so that a fuzzer gets far.

Needs GDAL with its Python bindings (Debian: python3-gdal) and pyarrow. The files are committed; this
says how they came to be. Files that a fuzzer or a user found are added by hand, with a name that says
what was wrong.
"""

import json
import pathlib
import shutil

import pyarrow as pa
import pyarrow.parquet as pq
from osgeo import gdal, ogr, osr

gdal.UseExceptions()
ROOT = pathlib.Path(__file__).parent.parent
CORPUS = ROOT / "fuzz" / "corpus"
SMALL = ROOT / "tests" / "golden" / "small" / "input"
FAILURES = ROOT / "tests" / "golden" / "failures" / "input"

SITES = [
    ("S1", "Åskolan", "school", 302000.0, 6452000.0, 100, "1001", "R1", "ja", 1000.0, 24.0, "F1;F2"),
    ("S2", "Ängen", "care_home", 304000.5, 6454000.0, None, "1001", None, "vet ej", None, None, None),
    ("S3", None, "other", None, None, 3, "1002", None, "nej", 0.0, 0.0, "F1"),
]
COLUMNS = ["id", "name", "kind", "x", "y", "persons", "kommun", "node", "fibre", "mbps", "ups_h", "feeds"]
BOX = "MULTIPOLYGON(((300000 6450000,310000 6450000,310000 6460000,300000 6460000,300000 6450000),"
BOX += "(302000 6452000,303000 6452000,303000 6453000,302000 6453000,302000 6452000)))"
BOW = "POLYGON((300000 6450000,310000 6460000,310000 6450000,300000 6460000,300000 6450000))"


def put(reader, name, data):
    path = CORPUS / reader / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def sweref():
    crs = osr.SpatialReference()
    crs.ImportFromEPSG(3006)
    crs.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return crs


def layer(reader, name, driver, crs=None, options=()):
    """Two areas, of which one runs over itself."""
    path = CORPUS / reader / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    source = ogr.GetDriverByName(driver).CreateDataSource(str(path))
    made = source.CreateLayer("areas", crs or sweref(), ogr.wkbUnknown, list(options))
    for column, kind in (("technology", ogr.OFTString), ("status", ogr.OFTString), ("mbps", ogr.OFTReal)):
        made.CreateField(ogr.FieldDefn(column, kind))
    shift = osr.CoordinateTransformation(sweref(), crs) if crs else None
    for wkt, rate in ((BOX, 1000.0), (BOW, None)):
        row = ogr.Feature(made.GetLayerDefn())
        row["technology"], row["status"] = "fibre", "connected"
        if rate:
            row["mbps"] = rate
        shape = ogr.CreateGeometryFromWkt(wkt)
        if shift:
            shape.Transform(shift)
        row.SetGeometry(shape)
        made.CreateFeature(row)


def raster(reader, name, kind, mask):
    path = CORPUS / reader / name
    path.parent.mkdir(parents=True, exist_ok=True)
    made = gdal.GetDriverByName("GTiff").Create(str(path), 5, 3, 1 + mask, kind, ["COMPRESS=DEFLATE"])
    made.SetProjection(sweref().ExportToWkt())
    made.SetGeoTransform((297500, 5000, 0, 6462500, 0, -5000))
    made.GetRasterBand(1).WriteRaster(0, 0, 5, 3, b"\x9c\x30\x00\x9c\x30" * 3, 5, 3, gdal.GDT_Byte)
    if mask:
        made.GetRasterBand(2).SetColorInterpretation(gdal.GCI_AlphaBand)
        made.GetRasterBand(2).Fill(255)
    else:
        made.GetRasterBand(1).SetNoDataValue(0)


def main():
    for old in CORPUS.glob("*/sound*"):
        old.unlink()
    # Text.
    sites = (SMALL / "sites.csv").read_text()
    put("csv", "sound.csv", sites)
    swedish = sites.replace(",", "\t").replace(";", "|").replace("\t", ";").replace("302000", "302000,5")
    put("csv", "sound_from_excel.csv", ("sep=;\r\n" + swedish.replace("\n", "\r\n")).encode("cp1252"))
    put("csv", "sound_utf16.csv", sites.replace(",", "\t").encode("utf-16"))
    head = ",".join(COLUMNS)
    numbers = ["1 000", "1\u00a0000,5", "1000 Mbit/s", "100/10", ">100", "1 Gbit/s", "1,000", "1.000"]
    rows = [f'N{i},,school,302000,6452000,"{n}",1001,,ja,"{n}",,' for i, n in enumerate(numbers)]
    put("csv", "sound_numbers.csv", "\n".join([head, *rows]) + "\n")
    put("indicators", "sound.csv", "kommun,own,own_low,own_high,own_known\n1001,0.5,0.4,0.6,0.9\n1002,,,,\n")
    shutil.copy(SMALL / "fibre.geojson", put("geojson", "sound.geojson", ""))
    shutil.copy(SMALL / "plans.geojson", put("geojson", "sound_plans.geojson", ""))
    for name in ("sound_bow.geojson",):
        ring = [[300000, 6450000], [310000, 6460000], [310000, 6450000], [300000, 6460000], [300000, 6450000]]
        areas = {"type": "FeatureCollection", "crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::3006"}},
                 "features": [{"type": "Feature", "properties": {"technology": "fibre", "status": "passed", "mbps": "1 000"},
                               "geometry": {"type": "GeometryCollection", "geometries": [{"type": "Polygon", "coordinates": [ring]}]}}]}
        put("geojson", name, json.dumps(areas, separators=(",", ":")))
    areas = (SMALL / "municipalities.geojson").read_text().replace("kommunkod", "code").replace("namn", "name")
    put("municipalities", "sound.geojson", areas)
    shutil.copy(SMALL / "gamma.asc", put("ascii_grid", "sound.asc", ""))
    put("ascii_grid", "sound_centre.asc",
        "NCOLS 2\nNROWS 2\nXLLCENTER 300000\nYLLCENTER 6450000\nDX 5e3\nDY 5000\n1.5 -9999\n30,5 1e2\n")
    for folder, name in ((SMALL, "sound.json"), (FAILURES, "sound_failures.json")):
        shutil.copy(folder / "network.json", put("network", name, ""))
    shutil.copy(SMALL / "small.toml", put("project", "sound.toml", ""))
    shutil.copy(ROOT / "datasets" / "five_pillars" / "five_pillars.toml", put("project", "sound_pillars.toml", ""))
    shutil.copy(ROOT / "datasets" / "five_pillars" / "framework.toml", put("framework", "sound.toml", ""))
    put("scenario", "sound.toml", 'name = "Grävning"\n[[fails]]\nelements = ["span:K4", "node:R1"]\n'
        '[[fails]]\nfeeds = ["F1"]\nafter_h = 4\n[[fails]]\nwithin = { x = 304000, y = 6454000, radius_m = 500 }\n')
    # Binary.
    table = {name: [row[i] for row in SITES] for i, name in enumerate(COLUMNS)}
    for name, convert in (("sound.parquet", dict), ("sound_categories.parquet", categories)):
        pq.write_table(pa.table(convert(table)), put("parquet", name, ""), compression="snappy")
    path = put("xlsx", "sound.xlsx", "")
    path.unlink()
    book = ogr.GetDriverByName("XLSX").CreateDataSource(str(path))
    sheet = book.CreateLayer("sites")
    for i, column in enumerate(COLUMNS):
        number = isinstance(SITES[0][i], float | int)
        sheet.CreateField(ogr.FieldDefn(column, ogr.OFTReal if number else ogr.OFTString))
    for site in SITES:
        row = ogr.Feature(sheet.GetLayerDefn())
        for column, cell in zip(COLUMNS, site):
            row[column] = cell
        sheet.CreateFeature(row)
    del row, sheet, book
    layer("geopackage", "sound.gpkg", "GPKG", options=["SPATIAL_INDEX=NO"])
    layer("flatgeobuf", "sound.fgb", "FlatGeobuf")
    degrees = osr.SpatialReference()
    degrees.ImportFromEPSG(4326)
    degrees.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    layer("kml", "sound.kml", "KML", degrees)
    raster("geotiff", "sound.tif", gdal.GDT_Byte, 0)
    raster("geotiff", "sound_alpha.tif", gdal.GDT_Byte, 1)
    raster("geotiff", "sound_float.tif", gdal.GDT_Float32, 0)


def categories(table):
    """As pandas writes them, beside a column of a type that nobody asks for."""
    return {
        **{name: table[name] for name in COLUMNS},
        "id": pa.array(table["id"]).dictionary_encode(),
        "fibre": pa.array([True, None, False]),
        "unused": pa.array([None, None, None], pa.decimal128(38, 9)),
    }


main()
