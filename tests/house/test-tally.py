"""The line that ends ./check counts what happened, above all when a program dies between its cases."""

import json
import os
import subprocess
import sys
import tempfile

from house import Tap, path

JUNIT = '''<?xml version='1.0' encoding='utf8'?>
<testsuites tests="4" errors="0" failures="1">
<testsuite name="octant.model.date" tests="3" errors="0" failures="1" skipped="1" time="0.1">
<testcase name="/date/one" classname="octant.model.date" /><testcase name="/date/two" classname="octant.model.date"><failure /></testcase>
<testcase name="/date/three" classname="octant.model.date"><skipped /></testcase></testsuite>
<testsuite name="octant.model.fold" tests="1" errors="0" failures="0" skipped="0" time="0.1">
<testcase name="/fold/one" classname="octant.model.fold" /></testsuite>
</testsuites>'''


def tally(fold_result, *before):
    with tempfile.TemporaryDirectory() as folder:
        with open(os.path.join(folder, 'tests.junit.xml'), 'w', encoding='utf-8') as file:
            file.write(JUNIT)
        with open(os.path.join(folder, 'tests.json'), 'w', encoding='utf-8') as file:
            for name, result in (('octant:model / date', 'FAIL'), ('octant:model / fold', fold_result)):
                file.write(json.dumps({'name': name, 'result': result}) + '\n')
        done = subprocess.run([sys.executable, path('.ci', 'tally'), *before, folder], capture_output=True, text=True, check=False)
        return done.stdout.strip().split('\n')[-1], done.returncode


def main():
    tap = Tap()
    for name, result, before, line in (
            ('cases are counted', 'OK', (), '2 passed, 1 failed, 1 skipped'),
            ('a crash after its cases passed counts as a failure', 'ERROR', (), '2 passed, 2 failed, 1 skipped'),
            ('time running out counts as a failure', 'TIMEOUT', (), '2 passed, 2 failed, 1 skipped'),
            ('what was counted elsewhere is added', 'OK', ('--also', '5', '1', '2'), '7 passed, 2 failed, 3 skipped')):
        found = tally(result, *before)
        tap.case(name, [] if found == (line, 1) else ['%s, status %d' % found])
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run([sys.executable, path('.ci', 'tally'), folder], capture_output=True, text=True, check=False)
        tap.case('no test at all is a failure', [] if done.returncode == 1 and '0 passed, 1 failed' in done.stdout else [done.stdout])
    tap.end()


main()
