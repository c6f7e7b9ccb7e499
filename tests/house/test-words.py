"""What must not stand in the tree: unfinished work, addresses of package servers, paths of one machine."""

import os
import re
import subprocess

from house import ROOT, Tap, files, path

TOP_LEVEL = {'.ci', '.clang-format', '.gitignore', 'CONTRIBUTING.md', 'LICENSE', 'README.md', 'check', 'data', 'flatpak',
             'meson.build', 'meson_options.txt', 'po', 'run', 'src', 'tests', 'ui'}
# Written in pieces, so that this file passes its own test.
UNFINISHED = re.compile(r'\b(?:TO' r'DO|FIX' r'ME|XX' r'X)\b|not (?:yet )?imple' r'mented', re.I)
SERVERS = re.compile(r'(?:deb|security|snapshot)\.debi' r'an\.org|archive\.ubun' r'tu\.com|pypi\.(?:org|python)|pythonhos' r'ted\.org|'
                     r'registry\.np' r'mjs|crates\.i' r'o\b|proxy\.gol' r'ang|flathub\.or' r'g|docker\.i' r'o\b', re.I)
PATHS = re.compile(r'(?<![\w.}])/(?:wo' r'rk|ro' r'ot|tm' r'p/[a-z]+\d?)/')
TEXT = ('.c', '.h', '.py', '.sh', '.md', '.build', '.txt', '.ui', '.css', '.json', '.xml', '.in', '.1', '')


def lines_with(pattern, names):
    for name in names:
        with open(path(name), encoding='utf-8', errors='replace') as file:
            for number, line in enumerate(file, 1):
                found = pattern.search(line)
                if found:
                    yield '%s:%d: %s' % (name, number, found.group(0))


def main():
    tap = Tap()
    texts = [name for name in files() if os.path.splitext(name)[1] in TEXT and not name.startswith(('tests/fixtures/', 'tests/fuzz/corpus/'))
             and name != 'LICENSE']
    top = {name.split('/')[0] for name in files()}
    tap.case('the top level is as designed', ['%s does not belong there' % name for name in sorted(top - TOP_LEVEL)]
             + ['%s is missing' % name for name in sorted(TOP_LEVEL - top)])
    tap.case('nothing is left unfinished', lines_with(UNFINISHED, texts))
    tap.case('no package server is named', lines_with(SERVERS, texts))
    tap.case('no path of one machine is named', lines_with(PATHS, texts))
    tap.case('no file has an end of line of another system', [name for name in texts if b'\r\n' in open(path(name), 'rb').read()])
    scripts = ['run', 'check', '.ci/run', '.ci/format', '.ci/setup.sh']
    tap.case('the scripts are well formed', [line for script in scripts for line in
             subprocess.run(['bash', '-n', script], cwd=ROOT, capture_output=True, text=True, check=False).stderr.split('\n') if line])
    tap.case('the scripts can be run', [script for script in scripts if not script.endswith('.sh') and not os.access(path(script), os.X_OK)])
    tap.end()


main()
