#!/usr/bin/python3
"""Times the start with the whole register beside an empty window, and compares their memory.

Runs on a virtual display with the settings that make runs alike: the Cairo renderer, no GL, no
accessibility bus. The register is made of the publisher's newest extract where that is there, else of
the demonstration.
"""

import glob
import os
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time

RUNS = int(os.environ.get("OCT_BENCH_RUNS", "15"))
WINDOW = os.environ["OCT_BENCH_WINDOW"]
OCTANT = os.environ["OCTANT_BINARY"]
SHARED = os.environ.get("OCT_SHARED_DATA", "")
DEMO = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "data", "demo")


def once(arguments, environment):
    environment = dict(environment, OCT_BENCH_START=str(time.monotonic_ns() // 1000))
    out = subprocess.run([WINDOW, *arguments], env=environment, capture_output=True, text=True, timeout=60)
    if out.returncode != 0 or not out.stdout.strip():
        sys.exit(f"bench-window {arguments[0]} failed: {out.stderr}")
    return [float(x) for x in out.stdout.split()]


def main():
    if "DISPLAY" not in os.environ:
        os.execvp("xvfb-run", ["xvfb-run", "-a", "-s", "-screen 0 1280x900x24 -nolisten tcp", sys.executable, *sys.argv])
    folder = tempfile.mkdtemp(prefix="octant-bench-")
    try:
        os.mkdir(os.path.join(folder, "run"), 0o700)
        environment = dict(os.environ, GDK_BACKEND="x11", GSK_RENDERER="cairo", GDK_DEBUG="gl-disable", GTK_A11Y="none",
                           GSETTINGS_BACKEND="memory", ADW_DISABLE_PORTAL="1", HOME=folder, LANG="C.UTF-8",
                           XDG_RUNTIME_DIR=os.path.join(folder, "run"), XDG_CONFIG_HOME=os.path.join(folder, "config"))
        # A blinking cursor would never let the window come to rest.
        os.makedirs(os.path.join(folder, "config", "gtk-4.0"))
        with open(os.path.join(folder, "config", "gtk-4.0", "settings.ini"), "w", encoding="utf-8") as settings:
            settings.write("[Settings]\ngtk-cursor-blink=false\ngtk-font-name=Cantarell 11\n")
        files = sorted(glob.glob(os.path.join(SHARED, "gias", "extract-*.zip")))[-1:] or \
            sorted(glob.glob(os.path.join(DEMO, "edubasealldata*.csv")))[-1:]
        data = os.path.join(folder, "data")
        subprocess.run([OCTANT, "import", "--data-dir", data, *files], check=True, stdout=subprocess.DEVNULL)
        # The page that shows the whole register is where the program was left.
        subprocess.run([OCTANT, "check", "--data-dir", data], check=True, stdout=subprocess.DEVNULL)
        user = sqlite3.connect(os.path.join(data, "user.db"))
        user.execute("INSERT OR REPLACE INTO setting VALUES ('location', 'schools')")
        user.commit()
        user.close()
        octant = ["octant", "--data-dir", data]
        ours, theirs = [], []
        once(octant, environment)
        once(["empty"], environment)
        for _ in range(RUNS):
            ours.append(once(octant, environment))
            theirs.append(once(["empty"], environment))
        for place, (name, unit) in enumerate((("first frame", "ms"), ("processor until then", "ms"),
                                               ("nothing waits any more", "ms"), ("memory (PSS)", "kB"))):
            a, b = [r[place] for r in ours], [r[place] for r in theirs]
            print(f"{name:<24} octant {statistics.median(a):8.0f} {unit} ({min(a):.0f}–{max(a):.0f})  "
                  f"empty window {statistics.median(b):8.0f} {unit} ({min(b):.0f}–{max(b):.0f})  "
                  f"ratio {statistics.median(x / y for x, y in zip(a, b)):.2f}")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


main()
