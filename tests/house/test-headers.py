"""Headers and the code behind them: each file says what it is for, and what is declared is there."""

import re

from house import Tap, read, sources

PROTOTYPE = re.compile(r'\b(oct_[a-z0-9_]+)\s*\((?!\s*\*)[^;{}]*\)\s*(?:G_GNUC_\w+(?:\s*\([^;]*?\))?\s*)*;')
DEFINITION = re.compile(r'^(oct_[a-z0-9_]+)\s*\(', re.M)
MADE_BY_MACROS = re.compile(r'\bG_DECLARE_\w+\s*\([^;]*?\)|G_DEFINE_\w+\s*\([^;]*?\)', re.S)


def without_comments(text):
    return re.sub(r'^\s*#(?:.*\\\n)*.*$', '', re.sub(r'/\*.*?\*/', '', text, flags=re.S), flags=re.M)


def main():
    tap = Tap()
    names = sources('src')
    headers = [name for name in names if name.endswith('.h')]
    texts = {name: read(name) for name in names}
    defined = {function for name in names if name.endswith('.c') for function in DEFINITION.findall(without_comments(texts[name]))}

    tap.case('every file begins by saying what it is', [name for name in names if not texts[name].startswith('/* ')])
    tap.case('every header is read once', [name for name in headers if not name.endswith('-list.h') and '#pragma once' not in texts[name]])
    tap.case('every G_BEGIN_DECLS is closed', [name for name in headers if texts[name].count('G_BEGIN_DECLS') != texts[name].count('G_END_DECLS')])
    tap.case('every declared function is defined', ['%s declares %s ()' % (name, function) for name in headers
             for function in PROTOTYPE.findall(MADE_BY_MACROS.sub('', without_comments(texts[name]))) if function not in defined])
    tap.end()


main()
