"""A leader who has never seen Octant: welcome, the downloaded file, their trust, its page."""

import os
import shutil
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import harness  # noqa: E402

harness.skip_if_impossible()
tap = harness.Tap()
session = harness.Session()
data = os.path.join(session.folder, 'octant')
newest = [path for path in harness.demo_files() if '2026' in path]


def welcome():
    app.says('Every school and trust in England')
    app.wait('push button', 'Choose the downloaded file…')
    app.wait('push button', 'Open the download page')
    app.wait('push button', 'Explore the demonstration trust')
    app.screenshot('first-start')


def pages_without_register():
    for key, text in (('ctrl+7', 'No files yet'), ('ctrl+6', 'No register yet')):
        app.focus_window()
        app.key(key)
        app.says(text)
    app.key('ctrl+1')
    app.says('Every school and trust in England')


def close_empty():
    status = app.quit()
    assert status == 0, f'the program ended with {status}'


def import_by_argument():
    app.wait(contains='files imported', timeout=60)
    app.says('Establishments: all fields')
    app.says('rows read')
    app.says('refused')
    app.screenshot('import-report')


def choose_trust():
    app.click('Choose your trust')
    app.wait('entry', 'Name of your trust')
    app.focus_window()
    app.key('ctrl+f')
    app.type('longsh')
    harness.wait_for(lambda: app.find(name='Longshore Learning Trust'), 'the trust in the list')
    app.key('Return')
    app.says('What changed since your last look')
    app.wait_title('Longshore Learning Trust')


def trust_figures():
    app.wait(contains='Schools: 12')
    app.wait('list item', 'The Groynes School')
    app.screenshot('home-of-a-trust')


def import_twice():
    status = app.quit()
    assert status == 0, f'the program ended with {status}'
    again = session.start('--data-dir', data, newest[0])
    again.wait(contains='Nothing new', timeout=60)
    again.says('in the register already')
    again.quit()


def bad_file():
    path = os.path.join(session.folder, 'holiday.csv')
    with open(path, 'w', encoding='utf-8') as file:
        file.write('Day,Weather\nMonday,rain\n')
    other = session.start('--data-dir', data, path)
    other.wait(contains='Nothing was imported', timeout=60)
    other.says('The register is as it was before.')
    other.says('holiday.csv')
    other.screenshot('import-refused')
    other.focus_window()
    other.key('ctrl+1')
    other.wait(contains='Schools: 12')
    other.quit()


def undated_file():
    path = os.path.join(session.folder, 'establishments.csv')
    shutil.copy(next(name for name in newest if 'edubasealldata' in name and 'links' not in name), path)
    other = session.start('--data-dir', os.path.join(session.folder, 'undated'), path)
    entry = other.wait(name='Date of publication', timeout=60)
    other.focus_window()
    other.press(entry)
    other.type('01/09/2026')
    other.key('Return')
    other.wait(contains='1 file imported', timeout=60)
    other.says('published 1 September 2026')
    other.quit()


app = session.start('--data-dir', data)
tap.step('the first start says what to do', welcome)
tap.step('pages without a register lead to the welcome', pages_without_register)
tap.step('an empty program closes cleanly', close_empty)
app = session.start('--data-dir', data, *newest)
tap.step('files named at the start are imported, with a report', import_by_argument)
tap.step('the trust is found by its first letters and chosen with Enter', choose_trust)
tap.step('home shows the figures and schools of the trust', trust_figures)
tap.step('the same file again says so and changes nothing', import_twice)
tap.step('a file of another kind is refused with a reason, and nothing changes', bad_file)
tap.step('a file that names no date asks for it and is imported with it', undated_file)
tap.done()
