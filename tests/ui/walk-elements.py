"""The eight elements with the keyboard alone: a school judged, a school moderated, undone, and all of it
found again after a restart.
"""

import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import harness  # noqa: E402

REASON = 'Two visits this term saw it in every class.'

harness.skip_if_impossible()
tap = harness.Tap()
session = harness.Session()
data = os.path.join(session.folder, 'octant')
app = session.start('--data-dir', data, '--demo')


def tab_to(text, steps=90):
    """Tabs and steps down from where the focus is until it is on something of that name."""
    before = None
    for _ in range(steps):
        node = app.focused()
        name = node.get_name() or '' if node is not None else None
        if name is not None and text in name:
            return node
        # Down a list to its end, and then on from it.
        down = node is not None and node.get_role_name() == 'list item' and name != before
        before = name if down else None
        app.key('Down' if down else 'Tab')
    raise AssertionError(f'the keyboard never came to “{text}”')


def our_trust():
    app.says('Demonstration trust: all names and figures are invented')
    app.focus_window()
    app.key('ctrl+8')
    app.wait_title('Our trust')
    app.says('What is to be done')
    app.wait('image', contains='moved up since Summer 2026')
    app.screenshot('our-trust')


def judge():
    tab_to('Finish the judgements of 2 schools')
    app.key('Return')
    app.wait_title('Curlew Sands School')
    app.says('5 of 6 judged')
    app.key('3')
    app.key('Return')
    app.type(REASON)
    app.key('ctrl+Return')
    app.says('6 of 6 judged')
    app.screenshot('judge')


def undo_and_redo():
    app.key('ctrl+z')
    app.says('5 of 6 judged')
    app.key('ctrl+shift+z')
    app.says('6 of 6 judged')


def moderate():
    app.key('ctrl+8')
    app.wait_title('Our trust')
    tab_to('Moderate Civic duty')
    app.key('Return')
    app.wait_title('Moderate')
    app.says('Not yet moderated 3')
    app.key('Return')
    app.says('Not yet moderated 2')
    app.screenshot('moderate')


def restart():
    global app
    assert app.quit() == 0, 'the program ended badly'
    app = session.start('--data-dir', data, '--demo')
    app.says('Demonstration trust: all names and figures are invented')
    app.focus_window()
    app.wait_title('Moderate')
    app.says('Not yet moderated 2')
    app.key('ctrl+8')
    app.wait_title('Our trust')
    app.says('Finish the judgements of 1 school')


def history():
    app.press(app.wait('list item', 'History'))
    app.wait_title('History')
    app.says('Curlew Sands School')
    app.says(REASON)
    app.screenshot('history')


def names():
    app.press(app.wait('list item', 'People and records'))
    app.wait_title('People and records')
    app.wait('push button', 'Add…')
    marked = [node.get_name() for node in app.find_all('push button') if '_' in node.get_name()]
    # What isn't shown yet has no name yet.
    assert all(name.startswith('_Find') for name in marked), f'buttons are read out as {marked}'


tap.step('our trust is one key away', our_trust)
tap.step('a school is judged', judge)
tap.step('undone, and done again', undo_and_redo)
tap.step('a school is moderated', moderate)
tap.step('a restart finds it all again', restart)
tap.step('history tells who judged it', history)
tap.step('buttons are read out without the marks of their keys', names)
tap.step('the program closes cleanly', lambda: app.quit() == 0)
tap.done()
