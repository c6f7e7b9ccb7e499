#!/usr/bin/env python3
"""Turns the published boundaries into the compact resource that the map draws.

Reads TopoJSON in WGS84 longitude and latitude, joins the districts of 2022 to today's upper-tier local
authorities and to regions (districts.csv), projects every point to the National Grid, and writes one
little-endian file. It runs at build time with nothing but the standard library, so that the program
itself needs no projection library. README.md describes the file.
"""

import csv
import json
import math
import struct
import sys

REGION, AUTHORITY, NEIGHBOUR = 0, 1, 2
COAST, REGION_BORDER, AUTHORITY_BORDER, NEIGHBOUR_EDGE = 0, 1, 2, 3
WALES = "W92000004"
NO_REGION = 0xFFFFFFFF
# The two files are simplified differently; more than this share apart means a district in the wrong region.
AREA_TOLERANCE = 0.02


def wgs84_to_osgb36(longitude, latitude):
    """Helmert transformation of a point on the ground; radians out.

    After Ordnance Survey, "A guide to coordinate systems in Great Britain", section 6.6 and annexe B:
    about 5 metres accurate, far finer than the boundaries are.
    """
    phi, lam = math.radians(latitude), math.radians(longitude)
    a, b = 6378137.0, 6356752.3142
    e2 = 1 - (b / a) ** 2
    nu = a / math.sqrt(1 - e2 * math.sin(phi) ** 2)
    x = nu * math.cos(phi) * math.cos(lam)
    y = nu * math.cos(phi) * math.sin(lam)
    z = nu * (1 - e2) * math.sin(phi)

    tx, ty, tz = -446.448, 125.157, -542.060
    scale = 1 + 20.4894e-6
    rx, ry, rz = (math.radians(seconds / 3600) for seconds in (-0.1502, -0.2470, -0.8421))
    x, y, z = (
        tx + scale * x - rz * y + ry * z,
        ty + rz * x + scale * y - rx * z,
        tz - ry * x + rx * y + scale * z,
    )

    a, b = 6377563.396, 6356256.909
    e2 = 1 - (b / a) ** 2
    p = math.hypot(x, y)
    phi = math.atan2(z, p * (1 - e2))
    for _ in range(6):
        nu = a / math.sqrt(1 - e2 * math.sin(phi) ** 2)
        phi = math.atan2(z + e2 * nu * math.sin(phi), p)
    return math.atan2(y, x), phi


def national_grid(longitude, latitude):
    """Easting and northing in metres of a WGS84 point: transverse Mercator, annexe C of the same guide."""
    lam, phi = wgs84_to_osgb36(longitude, latitude)
    a, b = 6377563.396, 6356256.909
    f0, phi0, lam0 = 0.9996012717, math.radians(49), math.radians(-2)
    e0, n0 = 400000.0, -100000.0
    e2 = 1 - (b / a) ** 2
    n = (a - b) / (a + b)
    sin, cos, tan = math.sin(phi), math.cos(phi), math.tan(phi)
    nu = a * f0 / math.sqrt(1 - e2 * sin**2)
    rho = a * f0 * (1 - e2) * (1 - e2 * sin**2) ** -1.5
    eta2 = nu / rho - 1
    d, s = phi - phi0, phi + phi0
    m = b * f0 * (
        (1 + n + 5 / 4 * n**2 + 5 / 4 * n**3) * d
        - (3 * n + 3 * n**2 + 21 / 8 * n**3) * math.sin(d) * math.cos(s)
        + (15 / 8 * n**2 + 15 / 8 * n**3) * math.sin(2 * d) * math.cos(2 * s)
        - 35 / 24 * n**3 * math.sin(3 * d) * math.cos(3 * s)
    )
    one = m + n0
    two = nu / 2 * sin * cos
    three = nu / 24 * sin * cos**3 * (5 - tan**2 + 9 * eta2)
    three_a = nu / 720 * sin * cos**5 * (61 - 58 * tan**2 + tan**4)
    four = nu * cos
    five = nu / 6 * cos**3 * (nu / rho - tan**2)
    six = nu / 120 * cos**5 * (5 - 18 * tan**2 + tan**4 + 14 * eta2 - 58 * tan**2 * eta2)
    dl = lam - lam0
    return (
        e0 + four * dl + five * dl**3 + six * dl**5,
        one + two * dl**2 + three * dl**4 + three_a * dl**6,
    )


def read_topojson(path):
    """The arcs in National Grid metres and, for each geometry, its properties and directed arcs."""
    with open(path, encoding="utf-8") as stream:
        topology = json.load(stream)
    (scale_x, scale_y), (move_x, move_y) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for deltas in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in deltas:
            x, y = x + dx, y + dy
            easting, northing = national_grid(x * scale_x + move_x, y * scale_y + move_y)
            points.append((round(easting), round(northing)))
        arcs.append(points)
    shapes = []
    for collection in topology["objects"].values():
        for geometry in collection["geometries"]:
            polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
            properties = {key.lower(): value for key, value in geometry["properties"].items()}
            shapes.append((properties["areacd"], [arc for rings in polygons for ring in rings for arc in ring]))
    return arcs, shapes


def ends(arcs, reference):
    """First and last point of a directed arc; ~n is arc n backwards."""
    points = arcs[reference] if reference >= 0 else arcs[~reference]
    return (points[0], points[-1]) if reference >= 0 else (points[-1], points[0])


def dissolve(arcs, references):
    """The rings around all the given shapes: what two of them share falls away."""
    counted = {}
    for reference in references:
        counted[reference] = counted.get(reference, 0) + 1
    outer = [reference for reference in counted if ~reference not in counted]
    leaving = {}
    for reference in outer:
        leaving.setdefault(ends(arcs, reference)[0], []).append(reference)
    rings = []
    while leaving:
        start = next(iter(leaving))
        ring, here = [], start
        while True:
            choices = leaving[here]
            reference = choices.pop()
            if not choices:
                del leaving[here]
            ring.append(reference)
            here = ends(arcs, reference)[1]
            if here == start:
                break
            if here not in leaving:
                raise SystemExit(f"a ring does not close at {here}")
        rings.append(ring)
    return rings


def ring_points(arcs, ring):
    """The points of a ring in order, the joints once."""
    points = []
    for reference in ring:
        piece = arcs[reference] if reference >= 0 else arcs[~reference][::-1]
        points.extend(piece[:-1])
    return points


def signed_area(points):
    following = points[1:] + points[:1]
    return sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in zip(points, following)) / 2


def label_point(rings):
    """A point well inside the largest ring: the middle of its widest stretch on one of a few level lines."""
    points = max(rings, key=lambda ring: abs(signed_area(ring)))
    south, north = min(y for _, y in points), max(y for _, y in points)
    best = (-1, points[0])
    for step in range(4, 13):
        level = south + (north - south) * step / 16 + 0.5
        crossings = sorted(
            x0 + (level - y0) / (y1 - y0) * (x1 - x0)
            for (x0, y0), (x1, y1) in zip(points, points[1:] + points[:1])
            if (y0 > level) != (y1 > level)
        )
        for left, right in zip(crossings[::2], crossings[1::2]):
            # A stretch in the middle is worth more than the same one at the edge.
            worth = (right - left) * (1 - abs(step - 8) / 12)
            if worth > best[0]:
                best = (worth, (round((left + right) / 2), round(level)))
    return best[1]


def build(districts_path, regions_path, table_path):
    """All areas (regions first, Wales last) with their rings, and the arcs sorted by what they part."""
    arcs, shapes = read_topojson(districts_path)
    with open(table_path, encoding="utf-8", newline="") as stream:
        table = {row["district"]: row for row in csv.DictReader(stream)}
    english = [(table[code], references) for code, references in shapes if code.startswith("E")]
    welsh = [reference for code, references in shapes if code.startswith("W") for reference in references]

    regions, authorities, owners = {}, {}, {}
    for row, references in english:
        # The register writes "Yorkshire and the Humber".
        region_name = row["region_name"].replace(" and The ", " and the ")
        region = regions.setdefault(row["region"], {"name": region_name, "arcs": []})
        region["arcs"].extend(references)
        authority = authorities.setdefault(
            row["authority"],
            {"name": row["authority_name"], "number": row["authority_number"], "region": row["region"], "arcs": []},
        )
        authority["arcs"].extend(references)
        for reference in references:
            owners.setdefault(max(reference, ~reference), []).append((row["region"], row["authority"]))

    for reference in welsh:
        owners.setdefault(max(reference, ~reference), []).append((WALES, WALES))

    areas = []
    region_codes = sorted(regions)
    for code in region_codes:
        areas.append((REGION, code, "", regions[code]["name"], NO_REGION, dissolve(arcs, regions[code]["arcs"])))
    for code in sorted(authorities):
        area = authorities[code]
        parent = region_codes.index(area["region"])
        areas.append((AUTHORITY, code, area["number"], area["name"], parent, dissolve(arcs, area["arcs"])))
    check_regions(arcs, areas, regions_path)
    areas.append((NEIGHBOUR, WALES, "", "Wales", NO_REGION, dissolve(arcs, welsh)))

    kinds = {}
    for arc, owning in owners.items():
        nations = {region == WALES for region, _ in owning}
        if nations == {True}:
            if len(owning) == 1:
                kinds[arc] = NEIGHBOUR_EDGE
        elif len(owning) == 1 or len(nations) == 2:
            kinds[arc] = COAST
        elif owning[0][0] != owning[1][0]:
            kinds[arc] = REGION_BORDER
        elif owning[0][1] != owning[1][1]:
            kinds[arc] = AUTHORITY_BORDER
    return arcs, areas, kinds


def check_regions(arcs, areas, path):
    """Stops the build if a region put together from districts differs from the published region."""
    region_arcs, shapes = read_topojson(path)
    published = {}
    for code, references in shapes:
        rings = dissolve(region_arcs, references)
        published[code] = abs(sum(signed_area(ring_points(region_arcs, ring)) for ring in rings))
    for kind, code, _, name, _, rings in areas:
        if kind == REGION:
            area = abs(sum(signed_area(ring_points(arcs, ring)) for ring in rings))
            if abs(area / published[code] - 1) > AREA_TOLERANCE:
                raise SystemExit(f"{name} is {area / 1e6:.0f} km² here and {published[code] / 1e6:.0f} km² as published")


def pack(arcs, areas, kinds):
    """The file's bytes: header, areas, rings, references, arcs, points, text."""
    used = sorted(kinds, key=lambda arc: (kinds[arc], arc))
    place = {arc: index for index, arc in enumerate(used)}
    text, area_part, ring_part, reference_part = bytearray(), bytearray(), [], []

    def say(words):
        offset = len(text)
        text.extend(words.encode() + b"\0")
        return offset

    for kind, code, number, name, region, rings in areas:
        traced = [ring_points(arcs, ring) for ring in rings]
        xs, ys = zip(*(point for ring in traced for point in ring))
        area_part += struct.pack(
            "<7I6i", kind, say(code), say(number), say(name), region, len(ring_part), len(rings),
            min(xs), min(ys), max(xs), max(ys), *label_point(traced),
        )
        for ring in rings:
            ring_part.append((len(reference_part), len(ring)))
            reference_part.extend(place[r] if r >= 0 else ~place[~r] for r in ring)

    arc_part, points = bytearray(), []
    for arc in used:
        arc_part += struct.pack("<3I", kinds[arc], len(points), len(arcs[arc]))
        points.extend(arcs[arc])
    return b"".join((
        struct.pack("<4s7I", b"OCTB", 1, len(areas), len(ring_part), len(reference_part), len(used), len(points), len(text)),
        bytes(area_part),
        b"".join(struct.pack("<2I", *ring) for ring in ring_part),
        struct.pack(f"<{len(reference_part)}i", *reference_part),
        bytes(arc_part),
        b"".join(struct.pack("<2i", *point) for point in points),
        bytes(text),
    ))


def main():
    if len(sys.argv) == 4 and sys.argv[1] == "--point":
        print("%.1f %.1f" % national_grid(float(sys.argv[2]), float(sys.argv[3])))
        return
    if len(sys.argv) != 5:
        raise SystemExit("usage: project-boundaries.py DISTRICTS REGIONS TABLE OUTPUT\n"
                         "       project-boundaries.py --point LONGITUDE LATITUDE")
    districts, regions, table, output = sys.argv[1:]
    content = pack(*build(districts, regions, table))
    with open(output, "wb") as stream:
        stream.write(content)


if __name__ == "__main__":
    main()
