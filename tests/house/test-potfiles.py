"""Every file with text to translate is in po/POTFILES, and nothing else is."""

import os
import re
import shutil
import subprocess

from house import ROOT, Tap, files, path, read

# What po/meson.build tells xgettext, by way of meson's preset for GLib.
KEYWORDS = ['_', 'N_', 'C_:1c,2', 'NC_:1c,2', 'Q_', 'g_dngettext:2,3', 'g_dpgettext2:2c,3', 'ngettext:1,2']
FLAGS = ['_:1:pass-c-format', 'N_:1:pass-c-format', 'ngettext:1:pass-c-format', 'ngettext:2:pass-c-format',
         'g_strdup_printf:1:c-format', 'g_set_error:4:c-format', 'g_string_append_printf:2:c-format', 'g_print:1:c-format']

# Marks of translatable text by kind of file.
MARKS = {
    '.c': re.compile(r'(?<![A-Za-z0-9_])(?:_|N_|C_|NC_)\s*\(|\b(?:ngettext|g_dngettext|dgettext|g_dgettext|g_dpgettext2?|gettext)\s*\('),
    '.ui': re.compile(r'translatable="(?:yes|true)"'),
}
MARKS['.h'] = MARKS['.c']


def without_comments(text):
    return re.sub(r'/\*.*?\*/|^\s*#\s*define.*?$', '', text, flags=re.S | re.M)


def has_text(name):
    kind = os.path.splitext(name)[1]
    if name.startswith('data/') and name.endswith(('.desktop.in', '.metainfo.xml.in', '.gschema.xml')):
        return True
    if kind not in MARKS or not name.startswith(('src/', 'ui/')):
        return False
    text = read(name)
    return bool(MARKS[kind].search(text if kind == '.ui' else without_comments(text)))


def main():
    tap = Tap()
    listed = [line for line in read('po/POTFILES').split('\n') if line and not line.startswith('#')]
    with_text = {name for name in files() if has_text(name)}

    tap.case('every file with text to translate is listed', ['po/POTFILES lacks ' + name for name in sorted(with_text - set(listed))])
    tap.case('every listed file is there and has text', ['po/POTFILES lists %s' % name for name in listed
             if name not in with_text or not os.path.isfile(path(name))])
    tap.case('the list is sorted and has no doubles', [] if listed == sorted(set(listed)) else ['sort -u po/POTFILES'])
    if shutil.which('xgettext'):
        # Chiefly text that is pasted together with a macro: translators would see half of it.
        result = subprocess.run(['xgettext', '--files-from=po/POTFILES', '--from-code=UTF-8', '--output=-', '--add-comments',
                                 *('--keyword=' + keyword for keyword in KEYWORDS), *('--flag=' + flag for flag in FLAGS)], cwd=ROOT, capture_output=True, text=True, check=False)
        tap.case('translators can read every text', [line for line in result.stderr.split('\n') if line and 'file name extension' not in line
                                                     and '.gschema.xml' not in line])
    else:
        tap.skip('translators can read every text', 'xgettext is not installed')
    tap.case('every language is there', ['po/%s.po is missing' % language for language in read('po/LINGUAS').split()
             if not os.path.isfile(path('po', language + '.po'))])
    tap.end()


main()
