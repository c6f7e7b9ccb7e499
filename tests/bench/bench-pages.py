#!/usr/bin/python3
"""Runs a benchmark of pages: bench-pages.py PROGRAM [arguments] [FOLDER].

Runs on a virtual display with the settings that make runs alike: the Cairo renderer, no GL, no
accessibility bus. Arguments are handed on; without FOLDER the workspace is made in a throw-away one.
"""

import os
import shutil
import subprocess
import sys
import tempfile


def main():
    if "DISPLAY" not in os.environ:
        os.execvp("xvfb-run", ["xvfb-run", "-a", "-s", "-screen 0 1920x1080x24 -nolisten tcp", sys.executable, *sys.argv])
    folder = tempfile.mkdtemp(prefix="octant-bench-")
    try:
        os.mkdir(os.path.join(folder, "run"), 0o700)
        environment = dict(os.environ, GDK_BACKEND="x11", GSK_RENDERER="cairo", GDK_DEBUG="gl-disable", GTK_A11Y="none",
                           GSETTINGS_BACKEND="memory", ADW_DISABLE_PORTAL="1", HOME=folder, LANG="C.UTF-8",
                           XDG_RUNTIME_DIR=os.path.join(folder, "run"), XDG_CONFIG_HOME=os.path.join(folder, "config"))
        program, *arguments = sys.argv[1:]
        if not arguments or arguments[-1].startswith("-") or arguments[-1].isdigit():
            arguments.append(os.path.join(folder, "data"))
        subprocess.run([program, *arguments], env=environment, check=True)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


main()
