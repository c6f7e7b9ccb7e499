"""An improvement plan with the keyboard alone: from what is known of a school to an objective, its action, a
review that finds it red, support for it, and a later review that finds it green; undone and done again,
found again after a restart, and told by history.
"""

import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import harness  # noqa: E402

SCHOOL = 'Castle Staithe Primary Academy'
NEED = 'All our children'
MEASURE = 'Share of children who attend nine days in ten'
ACTION = 'A breakfast club for families who are often away.'
DETAILS = 'Attendance fell again in two classes.'
STEP = 'A family worker from the sister school, two days a week.'
SUPPORT = 'Family worker'
GIVER = 'Curlew Sands School'
BETTER = 'Both classes have caught up since half term.'

harness.skip_if_impossible()
tap = harness.Tap()
session = harness.Session()
data = os.path.join(session.folder, 'octant')
app = session.start('--data-dir', data, '--demo')


def focused_name():
    """What has the focus, or nothing: libadwaita's rows with an entry don't say that they have it."""
    node = app.focused()
    return node.get_name() or '' if node is not None else ''


def focused_in(name):
    """What has the focus, when it is a row of the list of that name."""
    node = app.focused()
    return node if node is not None and node.get_parent().get_name() == name else None


def focus_is(text):
    harness.wait_for(lambda: text in focused_name(), f'the focus on “{text}”')


def tab_to(text, steps):
    """So many times Tab, and then the focus is on something of that name. (Each look takes its time.)"""
    app.key(*['Tab'] * steps)
    focus_is(text)


def go_to(place):
    """To a page by the sidebar."""
    app.key('F6')
    focus = harness.wait_for(lambda: focused_in('Pages'), 'the focus in the sidebar')
    rows = [row.get_name() for row in app.walk(focus.get_parent()) if row.get_role_name() == 'list item']
    steps = rows.index(place) - rows.index(focus.get_name())
    app.key(*['Down' if steps > 0 else 'Up'] * abs(steps), 'Return')
    app.wait_title(place)


def pick_day(label, day, steps):
    tab_to(f'{label}: ', steps)
    app.key('Return')
    focus_is('Day, month and year')
    app.key('ctrl+a')
    app.type(day)
    app.key('Return')
    focus_is(f'{label}: ')


def is_red():
    """Whether the exceptions name the objective among those that are red."""
    return app.find('list item', contains=f'in {NEED}. Red. {SCHOOL}') is not None


def begin():
    app.says('Demonstration trust: all names and figures are invented')
    app.focus_window()
    go_to('Plans')
    app.wait('list', contains='Red ·')
    assert not is_red()
    app.key('F6')
    focus_is('Search plans')
    app.key('alt+n')
    focus_is('For')
    tab_to('Begin from need', 3)
    app.key('Return')
    app.wait_title('What we know of the school')
    focus_is('Phase')


def make_objective():
    tab_to(NEED, 4)
    app.key('Return')
    # Also back: a picker lets go of the focus.
    app.key('Tab', 'Tab', 'Tab', 'Tab', 'shift+Tab')
    tab_to('Owner: Nobody yet', 1)
    app.key('Return')
    focus_is('Post or name')
    app.type('head')
    app.key('Return')
    focus_is('Owner: Head')
    pick_day('Due', '19/12/2027', 2)
    app.key('Tab')
    app.type(MEASURE)
    app.key('alt+b')
    app.wait_title('Improvement plan')
    focus_is('Objective 1')
    app.wait('list item', contains=MEASURE)


def add_action():
    app.key('Down')
    focus_is(MEASURE)
    app.key('Return')
    app.type(ACTION)
    app.key('Tab', 'Escape')
    app.wait('list item', f'Action: {ACTION}')
    focus_is(ACTION)


def rate_red():
    app.key('alt+r')
    app.says('0 of 1 recorded')
    focus_is(NEED)
    app.key('r')
    app.says('Say in a few words what the rating rests on.')
    app.key('Return')
    app.type(DETAILS)
    app.key('Tab')
    app.type(STEP)
    app.key('ctrl+Return')
    app.says('1 of 1 recorded')
    pick_day('Date', '02/11/2026', 3)


def undo_and_redo(undone, done):
    app.key('ctrl+z')
    app.says(undone)
    app.key('ctrl+shift+z')
    app.says(done)


def exceptions_tell():
    go_to('Plans')
    harness.wait_for(is_red, 'the objective among the exceptions')
    app.key('F6')
    tab_to(f'in {NEED}. Red', 7)
    app.screenshot('exceptions')
    app.key('Return')
    app.wait_title('Improvement plan')


def add_support():
    focus_is('Objective 1')
    app.key('alt+s')
    harness.wait_for(app.other_windows, 'the dialogue')
    app.type(SUPPORT)
    tab_to('School that gives: Choose…', 4)
    app.key('Return', 'Down', 'Down', 'Return')
    focus_is(f'School that gives: {GIVER}')
    app.key('alt+a')
    harness.wait_for(lambda: not app.other_windows(), 'the dialogue to go')
    app.says(SUPPORT)


def rate_green():
    app.key('alt+r')
    app.says('0 of 1 recorded')
    app.says('Last time,')
    focus_is(NEED)
    app.key('g', 'Return')
    app.type(BETTER)
    app.key('ctrl+Return')
    app.says('1 of 1 recorded')
    app.key('ctrl+z')
    app.says('0 of 1 recorded')
    app.key('ctrl+shift+z')
    app.says('1 of 1 recorded')


def exceptions_are_silent():
    go_to('Plans')
    app.wait('list', contains='Red ·')
    assert not is_red()
    app.key('alt+Left')
    app.says('1 of 1 recorded')
    app.key('alt+Left')
    app.wait_title('Improvement plan')


def restart():
    global app
    assert app.quit() == 0, 'the program ended badly'
    app = session.start('--data-dir', data, '--demo')
    app.says('Demonstration trust: all names and figures are invented')
    app.focus_window()
    app.wait_title('Improvement plan')
    app.wait('list item', contains=f'in {NEED}. Green')
    app.wait('list item', contains=MEASURE)
    app.wait('list item', f'Action: {ACTION}')
    app.says(SUPPORT)
    app.says(BETTER)


def history():
    go_to('History')
    app.says(f'Rated objective 1 red at {SCHOOL}')
    app.says(f'Rated objective 1 green at {SCHOOL}')
    app.says(f'Added support from {GIVER} to {SCHOOL}: {SUPPORT}')


tap.step('a plan begins from what is known of the school', begin)
tap.step('a finding becomes an objective with owner, day and criterion', make_objective)
tap.step('an action is written in the outline', add_action)
tap.step('a review finds it red', rate_red)
tap.step('it stands among the exceptions', exceptions_tell)
tap.step('a sister school supports it', add_support)
tap.step('a later review finds it green; undone, and done again', rate_green)
tap.step('it no longer stands among the exceptions', exceptions_are_silent)
tap.step('a restart finds it all again', restart)
tap.step('history tells of it', history)
tap.step('the program closes cleanly', lambda: app.quit() == 0)
tap.done()
