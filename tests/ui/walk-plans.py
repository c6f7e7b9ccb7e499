"""A review meeting with the keyboard alone: from what is red to the plan, its review begun, one objective
rated red with a next step, one green, one left unchanged; undone, and told by history.
"""

import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import harness  # noqa: E402

RED = 'Every subject has a leader who plans with colleagues.'
DETAILS = 'Two leaders left and nobody plans in their place.'
STEP = 'A leader from the sister school, two days a week.'

harness.skip_if_impossible()
tap = harness.Tap()
session = harness.Session()
app = session.start('--data-dir', os.path.join(session.folder, 'octant'), '--demo')


def key_to(text, steps=20):
    """Tabs from where the focus is until it is on something of that name."""
    for _ in range(steps):
        node = app.focused()
        if node is not None and text in (node.get_name() or ''):
            return
        app.key('Tab')
    raise AssertionError(f'the keyboard never came to “{text}”')


def find_red():
    app.says('Demonstration trust: all names and figures are invented')
    app.press(app.wait('list item', 'Plans'))
    app.wait_title('Plans')
    app.focus_window()
    # From the search on, so that Tab needn't go through the whole sidebar.
    app.key('ctrl+f')
    key_to(RED)
    app.key('Return')
    app.says('Review…')


def begin():
    app.key('alt+r')
    app.says('0 of 3 recorded')
    app.says('Last time,')


def rate_red():
    app.key('r')
    app.says('Say in a few words what the rating rests on.')
    app.key('Return')
    app.type(DETAILS)
    app.key('Tab')
    app.type(STEP)
    app.key('ctrl+Return')
    app.says('1 of 3 recorded')


def rate_the_rest():
    app.key('g')
    app.key('Return')
    app.type('Attendance has caught up since half term.')
    app.key('ctrl+Return')
    app.says('2 of 3 recorded')
    app.key('u')
    app.says('3 of 3 recorded')
    app.says('Say when the next review is, or that none is needed.')
    app.screenshot('review')


def undo_and_redo():
    app.key('alt+Up')
    app.key('ctrl+z')
    app.says('2 of 3 recorded')
    app.key('ctrl+shift+z')
    app.says('3 of 3 recorded')


def history():
    app.press(app.wait('list item', 'History'))
    app.wait_title('History')
    app.says('Rated objective 1 red at The Groynes School')
    app.says(STEP)


tap.step('from what is red to its plan', find_red)
tap.step('a review is begun', begin)
tap.step('red needs its details and a next step', rate_red)
tap.step('green, and unchanged with one key', rate_the_rest)
tap.step('undone, and done again', undo_and_redo)
tap.step('history tells of it', history)
tap.step('the program closes cleanly', lambda: app.quit() == 0)
tap.done()
