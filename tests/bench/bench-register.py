#!/usr/bin/python3
"""Times an import beside the sqlite3 shell, and says how both grow.

The files are the publisher's own where they lie beside the project (OCT_SHARED_DATA), else tables of
the same shape made from the demonstration trust. Every figure is of a whole process, the two in turn,
and the ratio is taken pair by pair, since machines drift.
"""

import glob
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile

RUNS = int(os.environ.get("OCT_BENCH_RUNS", "5"))
OCTANT = os.environ["OCTANT_BINARY"]
SEARCH = os.environ["OCT_BENCH_SEARCH"]
SHARED = os.environ.get("OCT_SHARED_DATA", "")
DEMO = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "data", "demo")


def run(command, **keywords):
    """Seconds and peak memory in MB of a process that must succeed."""
    start = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, **keywords)
    _, status, usage = os.wait4(child.pid, 0)
    seconds = time.perf_counter() - start
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        sys.exit(f"{command[0]} failed with {child.returncode}")
    return seconds, usage.ru_maxrss / 1024


def multiply(source, target, times):
    """Writes a table with every row so many times, each with a URN and a name of its own."""
    with open(source, "rb") as table, open(target, "wb") as out:
        header = table.readline()
        out.write(header)
        rows = table.read().splitlines(keepends=True)
        for k in range(times):
            for row in rows:
                urn, rest = row.split(b",", 1)
                number = int(urn.strip(b'"')) + k * 1_000_000
                if k:
                    rest = re.sub(rb'^((?:"[^"]*",|[^,"]*,){3}"[^"]*)"', rb'\1 ' + str(k).encode() + b'"', rest, count=1)
                out.write(str(number).encode() + b"," + rest)


def make_files(folder):
    """The extract as zip and CSV, the release before it, and where they came from."""
    zips = sorted(glob.glob(os.path.join(SHARED, "gias", "extract-*.zip")))
    if len(zips) >= 2:
        with zipfile.ZipFile(zips[-1]) as archive:
            name = archive.extract(archive.namelist()[0], folder)
        return zips[-1], name, zips[-2], "the publisher's files"
    made = []
    for year in ("2025", "2026"):
        template = os.path.join(DEMO, f"edubasealldata{year}0901.csv")
        rows = sum(1 for _ in open(template, "rb")) - 1
        small = os.path.join(folder, f"edubasealldata{year}0901.csv")
        # The demonstration's URNs begin at 900,001, so nine copies fit; each is made of as many rows again.
        widen(template, small, 51_500 // rows)
        made.append(small)
    packed = os.path.join(folder, "extract-2026-09-01.zip")
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(made[1], os.path.basename(made[1]))
    return packed, made[1], made[0], "tables of the same shape, made from the demonstration"


def widen(source, target, times):
    """Every row so many times with URNs from 100,000 on."""
    with open(source, "rb") as table, open(target, "wb") as out:
        out.write(table.readline())
        urn = 100_000
        rows = table.read().splitlines(keepends=True)
        for k in range(times):
            for row in rows:
                out.write(str(urn).encode() + b"," + row.split(b",", 1)[1])
                urn += 1


def pairs(title, ours, theirs, their_name):
    """Runs two things in turn and prints the medians and the ratio."""
    a, b, memory = [], [], []
    for _ in range(RUNS):
        seconds, peak = ours()
        a.append(seconds)
        memory.append(peak)
        b.append(theirs()[0])
    ratio = statistics.median(x / y for x, y in zip(a, b))
    print(f"{title:<44} {statistics.median(a):7.2f} s  {their_name} {statistics.median(b):6.2f} s  "
          f"ratio {ratio:5.2f}  peak {max(memory):5.0f} MB")
    return statistics.median(a)


def main():
    folder = tempfile.mkdtemp(prefix="octant-bench-")
    try:
        newest_zip, csv, before, origin = make_files(folder)
        data = os.path.join(folder, "data")
        base = os.path.join(folder, "base")
        database = os.path.join(folder, "peer.db")

        def fresh():
            shutil.rmtree(data, ignore_errors=True)
            return run([OCTANT, "import", "--data-dir", data, newest_zip])

        def refresh():
            shutil.rmtree(data, ignore_errors=True)
            shutil.copytree(base, data)
            os.sync()
            return run([OCTANT, "import", "--data-dir", data, newest_zip])

        def peer():
            if os.path.exists(database):
                os.unlink(database)
            return run(["sqlite3", database, ".mode csv", f".import {csv} establishment"])

        print(f"{RUNS} runs each on {origin}")
        fresh()
        peer()
        pairs("import until searchable", fresh, peer, "sqlite3 .import")
        run([OCTANT, "import", "--data-dir", base, before])
        pairs("refreshing import", refresh, peer, "sqlite3 .import")

        ten = os.path.join(folder, "edubasealldata" + re.search(r"(\d{8})", os.path.basename(csv)).group(1) + ".csv")
        ten = os.path.join(folder, "ten", os.path.basename(ten))
        os.mkdir(os.path.dirname(ten))
        multiply(csv, ten, 10)
        once, tenfold = os.path.join(folder, "once"), os.path.join(folder, "tenfold")
        small, large = [], []
        for _ in range(max(RUNS // 2, 1)):
            shutil.rmtree(once, ignore_errors=True)
            shutil.rmtree(tenfold, ignore_errors=True)
            small.append(run([OCTANT, "import", "--data-dir", once, csv])[0])
            large.append(run([OCTANT, "import", "--data-dir", tenfold, ten])[0])
        print(f"{'ten times the rows':<44} {statistics.median(large):7.2f} s  once {statistics.median(small):6.2f} s  "
              f"ratio {statistics.median(x / y for x, y in zip(large, small)):5.2f}")
        sys.stdout.flush()
        subprocess.run([SEARCH, once, tenfold], check=True)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


main()
