"""The code has the form that clang-format 14 gives it; other versions differ, and are not asked."""

import shutil
import subprocess

from house import ROOT, Tap


def main():
    tap = Tap()
    version = ''
    if shutil.which('clang-format'):
        version = subprocess.run(['clang-format', '--version'], capture_output=True, text=True, check=False).stdout
    if ' version 14.' not in version:
        tap.skip('the code has its form', 'clang-format 14 is not installed')
    else:
        result = subprocess.run(['.ci/format'], cwd=ROOT, capture_output=True, text=True, check=False)
        tap.case('the code has its form (.ci/format --fix gives it)', (result.stdout + result.stderr).strip().split('\n') if result.returncode else [])
    tap.end()


main()
