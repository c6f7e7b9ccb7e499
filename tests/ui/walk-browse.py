"""Browsing with the keyboard: search, filter, a school, back, a star, the watchlist, restart."""

import os
import sys
import zipfile

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
    count = int(app.wait_match(r'(\d+) schools'))
    assert count > 100, f'{count} schools in the demonstration'
    app.key('ctrl+f')
    app.type('longshore reach')
    shown = app.wait_match(r'(\d+) of \d+ schools')
    assert shown == '1', f'{shown} schools found'


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


def star():
    app.key('alt+Right')
    app.wait_title('Longshore Reach Academy')
    button = next(node for node in app.find_all()
                  if node.get_role_name() in ('toggle button', 'push button')
                  and 'atchlist' in node.get_name())
    button.do_action(0)
    app.press(app.wait('list item', 'Starred schools'))
    app.wait_title('Schools')
    app.wait('table row', contains='Longshore Reach Academy')
    shown = app.wait_match(r'(\d+) of \d+ schools')
    assert shown == '1', f'{shown} starred schools'


def export():
    path = os.path.join(session.folder, 'exported.xlsx')
    app.focus_window()
    app.key('ctrl+e')
    dialog = harness.wait_for(app.other_windows, 'the export dialogue')
    app.focus_other(dialog[0])
    app.key('alt+s')
    chooser = harness.wait_for(lambda: set(app.other_windows()) - set(dialog), 'the file chooser')
    app.focus_other(chooser.pop())
    app.key('ctrl+a')
    app.type(path)
    app.key('Return')
    harness.wait_for(lambda: zipfile.is_zipfile(path), 'the exported file')
    harness.wait_for(lambda: not app.other_windows(), 'the dialogues to close')
    with zipfile.ZipFile(path) as file:
        text = ''.join(file.read(name).decode() for name in file.namelist() if name.endswith('.xml'))
    assert 'Longshore Reach Academy' in text, 'the school is not in the file'
    assert 'The Groynes School' not in text, 'the file has more than was listed'


def key_to(key, name, limit=120):
    """Presses a key until what is called so has the focus."""
    for _ in range(limit):
        node = app.focused()
        if node is not None and (node.get_name() or '').startswith(name):
            return
        app.key(key)
    raise AssertionError(f'{key} never leads to “{name}”')


def name_in_dialog(name):
    dialog = harness.wait_for(app.other_windows, 'the dialogue')
    app.focus_other(dialog[0])
    app.key('ctrl+a')
    app.type(name)
    app.key('Return')
    harness.wait_for(lambda: not app.other_windows(), 'the dialogue to close')
    app.focus_window()


def rename_view():
    """From the list to a renamed view in the sidebar without a mouse."""
    app.focus_window()
    app.key('ctrl+2')
    app.wait_title('Schools')
    key_to('Tab', 'More with this list')
    app.key('space')
    key_to('Down', 'Save this view')
    app.key('Return')
    name_in_dialog('By the sea')
    app.wait('list item', 'By the sea')
    key_to('shift+Tab', 'By the sea')
    app.key('shift+F10')
    key_to('Down', 'Rename')
    app.key('Return')
    name_in_dialog('At the coast')
    app.wait('list item', 'At the coast')
    assert app.find('list item', 'By the sea') is None, 'the view is there under both names'


def places():
    """Every place stands in it once, and Tab goes past it in one step."""
    app.focus_window()
    app.key('ctrl+8')
    app.wait_title('Our trust')
    pages = app.wait(role='list', name='Pages')
    names = [pages.get_child_at_index(i).get_name() for i in range(pages.get_child_count())]
    assert len(names) == len(set(names)), f'a place stands there twice: {names}'
    key_to('shift+Tab', 'Our trust', limit=40)
    app.key('Tab')
    node = app.focused()
    assert node is None or node.get_name() not in names, 'Tab stays in the sidebar'


def names_by_tab():
    """Whoever only has a keyboard and ears meets no control without a name."""
    for key in ('ctrl+1', 'ctrl+6', 'ctrl+7'):
        app.focus_window()
        app.key(key)
        seen = []
        for _ in range(16):
            app.key('Tab')
            node = harness.wait_for(app.focused, 'something that has the focus')
            name = node.get_name() or ''
            assert name and not name.startswith(('Gtk', 'Adw', 'Oct')), \
                f'{node.get_role_name()} “{name}” on {app.title()} after {seen}'
            seen.append(name)
        assert len(set(seen)) > 5, f'Tab goes nowhere on {app.title()}: {seen}'


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
    app.resize(900, 640)
    app.key('ctrl+6')
    app.wait_title('Changes')
    status = app.quit()
    assert status == 0, f'the program ended with {status}'
    again = session.start('--data-dir', data, '--demo')
    again.wait_title('Changes')
    again.says('37 changes')
    harness.wait_for(lambda: again.size() == (900, 640), 'the size it had')
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
tap.step('a star puts a school on the watchlist', star)
tap.step('what is listed is exported', export)
tap.step('a saved view is made and renamed by keys alone', rename_view)
tap.step('each page has its key', every_page)
tap.step('every place stands once in the sidebar', places)
tap.step('everything that Tab leads to has a name', names_by_tab)
tap.step('changes between the two releases are listed', changes)
tap.step('sources are named with their licence', sources)
tap.step('F9 hides and shows the sidebar', sidebar)
tap.step('a restart comes back to the same page', restart)
tap.step('the demonstration can be left and come back to', leave)
tap.done()
