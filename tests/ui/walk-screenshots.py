"""A picture of each page, at two sizes and on a narrow window, kept as test output.

Usage: walk-screenshots.py light|dark
Each picture must be of the page it is named after, fill the size that was asked for, and not be blank.
"""

import os
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import harness  # noqa: E402

SIZES = [(1024, 768), (1920, 1080), (400, 800)]
TRUST = 'Longshore Learning Trust'
SCHOOL = 'The Groynes School'


def colours(path):
    """How many colours a picture has."""
    output = subprocess.run(['identify', '-format', '%k', path], capture_output=True, text=True,
                            check=True).stdout
    return int(output)


def by_key(key, title):
    def go(app):
        app.focus_window()
        app.key(key)
        app.wait_title(title)
    return go


def go_to_trust(app):
    by_key('ctrl+1', TRUST)(app)
    app.click('More about the trust')
    app.wait_title(TRUST)
    app.wait_gone('push button', 'More about the trust')


def go_to_school(app):
    by_key('ctrl+2', 'Schools')(app)
    app.key('ctrl+f')
    app.key('ctrl+a')
    app.type('groynes')
    app.wait_match(r'(\d+) of \d+ schools')
    app.key('Return')
    app.wait_title(SCHOOL)


def by_sidebar(name, title=None):
    def go(app):
        app.press(app.wait('list item', name))
        app.wait_title(title or name)
    return go


PAGES = [
    ('home', by_key('ctrl+1', TRUST)),
    ('schools', by_key('ctrl+2', 'Schools')),
    ('trusts', by_key('ctrl+3', 'Trusts')),
    ('national', by_key('ctrl+4', 'The national picture')),
    ('map', by_key('ctrl+5', 'Map')),
    ('changes', by_key('ctrl+6', 'Changes')),
    ('sources', by_key('ctrl+7', 'Sources')),
    ('trust', go_to_trust),
    ('school', go_to_school),
    ('our-trust', by_key('ctrl+8', 'Our trust')),
    ('history', by_sidebar('History')),
    ('framework', by_sidebar('Framework')),
    ('lenses', by_sidebar('Lenses', 'Our strategy')),
    ('compare', by_sidebar('Compare')),
    ('people', by_sidebar('People and records')),
]


def picture(app, page, go, theme):
    app.resize(*SIZES[0])
    go(app)
    for width, height in SIZES:
        app.resize(width, height)
        path = app.screenshot(f'{page}-{width}x{height}-{theme}')
        assert colours(path) > 16, f'{path} is blank'


def close(app):
    status = app.quit()
    assert status == 0, f'the program ended with {status}'


harness.skip_if_impossible()
tap = harness.Tap()
session = harness.Session(1920, 1080)
theme = sys.argv[1]
app = session.start('--data-dir', os.path.join(session.folder, 'octant'), '--demo',
                    environment={'ADW_DEBUG_COLOR_SCHEME': f'prefer-{theme}'})
app.says('Demonstration trust: all names and figures are invented')
for page, go in PAGES:
    tap.step(f'{page}, {theme}', lambda page=page, go=go: picture(app, page, go, theme))
tap.step(f'the program closes cleanly, {theme}', lambda: close(app))
tap.done()
