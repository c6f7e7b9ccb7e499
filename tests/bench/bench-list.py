#!/usr/bin/python3
"""Times keys, scrolling and jumps in the page of schools, over the whole register and ten times that.

Runs on a virtual display with the settings that make runs alike: the Cairo renderer, no GL, no
accessibility bus. The rows are those of the publisher's newest extract where that is there, else of the
demonstration, repeated until there are as many.
"""

import glob
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile

BENCH = os.environ["OCT_BENCH_LIST"]
SHARED = os.environ.get("OCT_SHARED_DATA", "")
DEMO = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "data", "demo")
ROWS = 51500


def find_rows(folder):
    extracts = sorted(glob.glob(os.path.join(SHARED, "gias", "extract-*.zip")))
    if extracts:
        with zipfile.ZipFile(extracts[-1]) as archive:
            return archive.extract(archive.namelist()[0], folder)
    return sorted(glob.glob(os.path.join(DEMO, "edubasealldata*.csv")))[-1]


def main():
    if "DISPLAY" not in os.environ:
        os.execvp("xvfb-run", ["xvfb-run", "-a", "-s", "-screen 0 1280x900x24 -nolisten tcp", sys.executable, *sys.argv])
    folder = tempfile.mkdtemp(prefix="octant-bench-")
    try:
        os.mkdir(os.path.join(folder, "run"), 0o700)
        environment = dict(os.environ, GDK_BACKEND="x11", GSK_RENDERER="cairo", GDK_DEBUG="gl-disable", GTK_A11Y="none",
                           GSETTINGS_BACKEND="memory", ADW_DISABLE_PORTAL="1", HOME=folder, LANG="C.UTF-8",
                           XDG_RUNTIME_DIR=os.path.join(folder, "run"), XDG_CONFIG_HOME=os.path.join(folder, "config"))
        rows = find_rows(folder)
        with open(rows, "rb") as file:
            once = -(-ROWS // max(file.read().count(b"\n") - 1, 1))
        for copies in (once, 10 * once):
            data = os.path.join(folder, "data")
            subprocess.run([BENCH, "--data-dir", data, "--copies", str(copies), rows], env=environment, check=True)
            shutil.rmtree(data, ignore_errors=True)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


main()
