"""Each folder of src/ uses only what the house allows it: headers of the system lie on everybody's path,
so the libraries' dependencies alone don't say."""

import os
import re

from house import Tap, read, sources

C_HEADERS = set('''assert.h ctype.h errno.h fcntl.h float.h inttypes.h limits.h locale.h malloc.h math.h signal.h stdarg.h
stdbool.h stddef.h stdint.h stdio.h stdlib.h string.h sched.h time.h unistd.h langinfo.h strings.h emmintrin.h'''.split())
BASE = ('glib', 'gio/', 'gobject/', 'gmodule', 'sys/')

# Folder: the folders whose headers it may include, and the beginnings of other libraries' headers.
HOUSE = {
    'model': ((), ()),
    'measure': (('model',), ()),
    'store': (('model',), ('sqlite3.h',)),
    'import': (('model', 'store'), ('archive', 'libxml/', 'json-glib/')),
    'chart': ((), ('cairo', 'pango/')),
    'report': (('model', 'measure', 'store', 'import', 'chart'), ('cairo', 'pango/', 'xlsxwriter.h', 'libical/')),
    'app': (('model', 'measure', 'store', 'import', 'chart', 'report'), ('json-glib/',)),
    'cli': (('model', 'measure', 'store', 'import', 'chart', 'report', 'app'), ('json-glib/',)),
    'ui': (('model', 'measure', 'store', 'import', 'chart', 'report', 'app'), ('gtk/', 'adwaita.h', 'gdk/', 'gsk/', 'cairo', 'pango/')),
    'thumbnail': ((), ('gdk-pixbuf/', 'poppler.h', 'cairo', 'linux/')),
}
# What a folder's meson.build may name besides the folders above.
LIBRARIES = {
    'model': 'glib gobject gio gio_unix math', 'measure': 'glib gobject gio math', 'store': 'glib gobject gio gio_unix sqlite math',
    'import': 'glib gobject gio gio_unix archive xml json math', 'chart': 'glib gobject gio cairo pangocairo cairo_pdf cairo_svg math',
    'report': 'glib gobject gio ical xlsxwriter cairo pangocairo cairo_pdf cairo_svg math', 'app': 'glib gobject gio gio_unix json math',
    'cli': 'glib gobject gio gio_unix json math', 'ui': 'glib gobject gio gtk adwaita math',
    'thumbnail': 'glib gobject pixbuf poppler cairo',
}


def problems_in(folder, text, owners, name):
    """What a file of a folder includes and may not."""
    may_use, libraries = HOUSE[folder]
    for kind, header in re.findall(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', text, re.M):
        owner = owners.get(os.path.basename(header))
        if owner is not None:
            if owner != folder and owner not in may_use:
                yield '%s includes %s of src/%s' % (name, header, owner)
        elif kind == '"':
            # The build makes these: the configuration, and a folder's own compiled resources.
            if header != 'octant-config.h' and not re.fullmatch(r'oct-[a-z-]+-resources?\.h', header):
                yield '%s includes "%s", which no folder of src/ has' % (name, header)
        elif header not in C_HEADERS and not header.startswith(BASE + libraries):
            yield '%s includes <%s>' % (name, header)


def main():
    tap = Tap()
    names = sources('src')
    owners = {os.path.basename(name): name.split('/')[1] for name in names if name.endswith('.h') and name.count('/') == 2}

    tap.case('every folder of src is in the table', ['src/%s is not' % folder for folder in
             sorted({name.split('/')[1] for name in names if name.count('/') == 2} - set(HOUSE))])
    planted = '#include <sqlite3.h>\n#include "oct-register.h"\n#include <glib.h>\n'
    tap.case('a forbidden include is found', [] if len(list(problems_in('model', planted, {'oct-register.h': 'store'}, 'planted'))) == 2
             else ['two were planted in src/model'])
    for folder in HOUSE:
        own = [name for name in names if name.startswith('src/%s/' % folder)]
        tap.case('src/%s includes only what it may' % folder,
                 [problem for name in own for problem in problems_in(folder, read(name), owners, name)])
        allowed = {dep + '_dep' for dep in HOUSE[folder][0] + tuple(LIBRARIES[folder].split())} | {folder + '_dep'}
        named = set(re.findall(r'\b(\w+_dep)\b', read('src/%s/meson.build' % folder)))
        tap.case('src/%s links only what it may' % folder, ['src/%s/meson.build names %s' % (folder, dep) for dep in sorted(named - allowed)])
    tap.end()


main()
