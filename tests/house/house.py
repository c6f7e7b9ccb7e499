"""What the house tests share: where the tree is, which files belong to it, and TAP."""

import os
import subprocess
import sys

sys.dont_write_bytecode = True
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
# Where the public files lie, on machines that have them.
SHARED_DATA = os.environ.get('OCT_SHARED_DATA', os.path.join(ROOT, '..', 'shared', 'data'))


def path(*parts):
    return os.path.join(ROOT, *parts)


def read(name):
    with open(path(name), encoding='utf-8') as file:
        return file.read()


def files():
    """Every file of the project, relative to its root: what git knows, new files included."""
    try:
        listed = subprocess.run(['git', 'ls-files', '-z', '--cached', '--others', '--exclude-standard'], cwd=ROOT,
                                check=True, capture_output=True).stdout.decode().split('\0')
        return sorted(name for name in set(listed) if name and os.path.isfile(path(name)))
    except (OSError, subprocess.CalledProcessError):
        found = []
        for folder, folders, names in os.walk(ROOT):
            folders[:] = [name for name in folders if not name.startswith(('build', '.git', '__pycache__')) and name != 'out']
            found += [os.path.relpath(os.path.join(folder, name), ROOT) for name in names]
        return sorted(found)


def sources(*folders):
    """C files and headers under the folders."""
    return [name for name in files() if name.endswith(('.c', '.h')) and name.startswith(tuple(f + '/' for f in folders))]


class Tap:
    """Counts cases and prints them as TAP 13."""

    def __init__(self):
        self.cases = 0
        self.failures = 0

    def case(self, name, problems):
        """One case: passes when there are no problems; each problem is a line for people."""
        self.cases += 1
        problems = list(problems)
        for problem in problems:
            print('# ' + problem)
        print('%s %d - %s' % ('not ok' if problems else 'ok', self.cases, name))
        self.failures += bool(problems)

    def skip(self, name, reason):
        self.cases += 1
        print('ok %d - %s # SKIP %s' % (self.cases, name, reason))

    def end(self):
        print('1..%d' % self.cases)
        sys.exit(1 if self.failures else 0)
