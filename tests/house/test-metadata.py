"""What desktops and shops read about the program: valid, and of one mind about its name and permissions."""

import glob
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET

from house import Tap, files, path, read

ID = 'io.github.octantapp.Octant'
BUILD = os.path.abspath(sys.argv[1])
# Everything a program of this kind needs; files come through the portals.
PERMISSIONS = ['--share=ipc', '--socket=wayland', '--socket=fallback-x11', '--device=dri']


def run(tap, name, command):
    """A case that an outside tool decides; skipped where it isn't installed."""
    if shutil.which(command[0]) is None:
        tap.skip(name, command[0] + ' is not installed')
        return
    with tempfile.TemporaryDirectory() as home:
        result = subprocess.run(command, capture_output=True, text=True, cwd=home, check=False,
                                env=dict(os.environ, HOME=home, XDG_RUNTIME_DIR=home, XDG_CACHE_HOME=home))
    tap.case(name, (result.stdout + result.stderr).strip().split('\n') if result.returncode else [])


def pinned(module):
    """Problems of one module of the manifest: each outside source has a full checksum or commit."""
    for source in module.get('sources', []):
        if source['type'] == 'archive':
            if not re.fullmatch(r'[0-9a-f]{64}', source.get('sha256', '')):
                yield '%s: an archive without a SHA-256' % module['name']
            if not source.get('url', '').startswith('https://'):
                yield '%s: an archive that does not come over https' % module['name']
        elif source['type'] == 'git':
            if not re.fullmatch(r'[0-9a-f]{40}', source.get('commit', '')):
                yield '%s: a git source without a commit' % module['name']
        elif source['type'] not in ('dir', 'patch'):
            yield '%s: a source of type %s' % (module['name'], source['type'])
        elif source['type'] == 'dir' and module['name'] != 'octant':
            yield '%s: its source is a local folder' % module['name']


def manifest(tap):
    text = json.loads(read('flatpak/%s.json' % ID))
    permissions = text['finish-args']
    tap.case('the sandbox has the four permissions and no other', [] if sorted(permissions) == sorted(PERMISSIONS) else permissions)
    tap.case('the manifest is for this program', [] if (text['id'], text['command']) == (ID, 'octant') else [text['id'], text['command']])
    modules = {module['name']: module for module in text['modules']}
    tap.case('every outside source is pinned', [problem for module in text['modules'] for problem in pinned(module)])
    sqlite = json.dumps(modules.get('sqlite', {}))
    tap.case('the sandbox brings an SQLite that records sessions', [option + ' is not asked for' for option in
             ('SQLITE_ENABLE_SESSION', 'SQLITE_ENABLE_PREUPDATE_HOOK') if option not in sqlite])
    run(tap, 'flatpak-builder reads the manifest', ['flatpak-builder', '--show-manifest', path('flatpak', ID + '.json')])


def schema(tap):
    root = ET.parse(path('data', ID + '.gschema.xml')).getroot()
    keys = {key.get('name') for key in root.iter('key')}
    code = ''.join(read(name) for name in files() if name.startswith(('src/', 'ui/')) and name.endswith(('.c', '.h', '.ui')))
    tap.case('every setting is used', ['nobody reads ' + key for key in sorted(keys) if '"%s"' % key not in code])
    tap.case('every setting says what it is', [key.get('name') + ' has no summary' for key in root.iter('key') if key.find('summary') is None])


def main():
    tap = Tap()
    run(tap, 'the desktop file is valid', ['desktop-file-validate', os.path.join(BUILD, 'data', ID + '.desktop')])
    run(tap, 'the metainfo is valid', ['appstreamcli', 'validate', '--no-net', os.path.join(BUILD, 'data', ID + '.metainfo.xml')])
    with tempfile.TemporaryDirectory() as target:
        run(tap, 'the settings schema is valid', ['glib-compile-schemas', '--strict', '--targetdir=' + target, path('data')])
    schema(tap)
    version = re.search(r"version: '([^']+)'", read('meson.build')).group(1)
    releases = [release.get('version') for release in ET.parse(path('data', ID + '.metainfo.xml.in')).getroot().iter('release')]
    tap.case('the newest release in the metainfo is this version', [] if releases[0] == version else ['%s, not %s' % (releases[0], version)])
    for icon in glob.glob(path('data/icons/**/*.svg'), recursive=True):
        size = '16' if icon.endswith('-symbolic.svg') else '128'
        root = ET.parse(icon).getroot()
        tap.case('%s is %s pixels' % (os.path.basename(icon), size), [] if (root.get('width'), root.get('height')) == (size, size)
                 else ['%s × %s' % (root.get('width'), root.get('height'))])
    manifest(tap)
    tap.end()


main()
