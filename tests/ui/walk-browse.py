"""Browsing with the keyboard: search, filter, a school, back, a star, the watchlist, restart."""

import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import harness  # noqa: E402

harness.skip_if_impossible()
tap = harness.Tap()
session = harness.Session()
data = os.path.join(session.folder, 'octant')
app = session.start('--data-dir', data, '--demo')


def demonstration():
    app.says('Demonstration trust: all names and figures are invented')
    app.wait_title('Longshore Learning Trust')


def search():
    app.focus_window()
    app.key('ctrl+2')
    app.wait_title('Schools')
    app.wait(name='120 schools')
    app.key('ctrl+f')
    app.type('longshore reach')
    app.wait(contains='of 120 schools')


def open_school():
    app.key('Return')
    app.wait_title('Longshore Reach Academy')
    app.screenshot('school')


def back():
    app.key('alt+Left')
    app.wait_title('Schools')
    entry = app.find('entry', 'Search schools') or app.find('text', 'Search schools')
    assert entry is not None, 'the search field is gone'
    text = app.atspi.Text.get_text(entry, 0, app.atspi.Text.get_character_count(entry))
    assert text == 'longshore reach', f'the search is “{text}” after coming back'


def forward():
    app.key('alt+Right')
    app.wait_title('Longshore Reach Academy')
    app.key('alt+Left')
    app.wait_title('Schools')


def every_page():
    for key, title in (('ctrl+1', 'Longshore'), ('ctrl+3', 'Trusts'), ('ctrl+4', 'The national picture'),
                       ('ctrl+5', 'Map'), ('ctrl+6', 'Changes'), ('ctrl+7', 'Sources')):
        app.key(key)
        app.wait_title(title)


def changes():
    app.key('ctrl+6')
    app.says('37 changes')
    app.wait(contains='Marram Bay Primary School → Marram Bay Community Primary School')


def sources():
    app.key('ctrl+7')
    app.says('edubasealldata20260901.csv')
    app.says('Department for Education, Open Government Licence v3.0')


def sidebar():
    app.wait('list', 'Pages')
    app.key('F9')
    app.wait_gone('list', 'Pages')
    app.key('F9')
    app.wait('list', 'Pages')


def restart():
    app.key('ctrl+6')
    app.wait_title('Changes')
    status = app.quit()
    assert status == 0, f'the program ended with {status}'
    again = session.start('--data-dir', data, '--demo')
    again.wait_title('Changes')
    again.says('37 changes')
    again.quit()


def leave():
    other = session.start('--data-dir', data, '--demo')
    other.click('Leave the demonstration')
    other.says('Every school and trust in England')
    other.click('Explore the demonstration trust')
    other.says('Demonstration trust: all names and figures are invented')
    status = other.quit()
    assert status == 0, f'the program ended with {status}'


tap.step('the demonstration says that it is one', demonstration)
tap.step('schools are found by words of their names', search)
tap.step('Enter opens the school that was found', open_school)
tap.step('back returns to the list with its search', back)
tap.step('forward goes to the school again', forward)
tap.step('each page has its key', every_page)
tap.step('changes between the two releases are listed', changes)
tap.step('sources are named with their licence', sources)
tap.step('F9 hides and shows the sidebar', sidebar)
tap.step('a restart comes back to the same page', restart)
tap.step('the demonstration can be left and come back to', leave)
tap.done()
