"""Drives the real window on a virtual display, as a person with a keyboard and a screen reader would.

A Session is a private world: an X server of its own, a window manager, a message bus, empty home and data
folders. An App in it is the program, found through the accessibility tree. Nothing sleeps for a fixed time:
everything waits for a condition. Tests speak TAP; where a tool is missing they say so and skip.
"""

import atexit
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import traceback

SOURCE_DIR = os.path.abspath(os.path.join(os.path.dirname(__file__), '..', '..'))
DEMO_DIR = os.path.join(SOURCE_DIR, 'data', 'demo')
TOOLS = ['Xvfb', 'dbus-daemon', 'openbox', 'xdotool', 'import']
BUS_LAUNCHERS = ['/usr/libexec/at-spi-bus-launcher', '/usr/lib/at-spi2-core/at-spi-bus-launcher']
TIMEOUT = float(os.environ.get('OCTANT_TEST_TIMEOUT', '20'))

SETTINGS = '''[Settings]
gtk-font-name=Cantarell 11
gtk-xft-antialias=1
gtk-xft-hinting=1
gtk-xft-hintstyle=hintslight
gtk-xft-rgba=none
gtk-xft-dpi=98304
gtk-enable-animations=false
gtk-cursor-blink=false
'''


class Timeout(AssertionError):
    """A condition that did not come true in time."""


def wait_for(condition, what, timeout=TIMEOUT):
    """Polls until condition() is true and returns what it returned."""
    end = time.monotonic() + timeout
    last_error = None
    while time.monotonic() < end:
        try:
            value = condition()
            if value:
                return value
        except Exception as error:  # The tree may change under our feet while it is being walked.
            last_error = error
        time.sleep(0.03)
    raise Timeout(f'timed out waiting for {what}' + (f' ({last_error})' if last_error else ''))


def missing_tool():
    """Names what keeps these tests from running here, or None."""
    for tool in TOOLS:
        if shutil.which(tool) is None:
            return f'{tool} is not installed'
    if not any(os.path.exists(path) for path in BUS_LAUNCHERS):
        return 'at-spi2-core is not installed'
    try:
        import gi
        gi.require_version('Atspi', '2.0')
        from gi.repository import Atspi  # noqa: F401
    except (ImportError, ValueError):
        return 'the accessibility bindings for Python are not installed'
    if not os.access(binary(), os.X_OK):
        return 'the program is not built'
    return None


def binary():
    """The program under test."""
    return os.environ.get('OCTANT_BINARY', os.path.join(SOURCE_DIR, 'build', 'src', 'octant'))


class Session:
    """A private display, message bus and home; everything in it ends with the test."""

    def __init__(self, width=1280, height=900):
        self.folder = tempfile.mkdtemp(prefix='octant-ui-')
        self.processes = []
        atexit.register(self.close)
        self._make_home()
        self._start_display(width, height)
        self._start_bus()
        import gi
        gi.require_version('Atspi', '2.0')
        from gi.repository import Atspi
        self.atspi = Atspi
        Atspi.init()

    def _make_home(self):
        runtime = os.path.join(self.folder, 'run')
        config = os.path.join(self.folder, 'config')
        os.makedirs(runtime, mode=0o700)
        os.makedirs(os.path.join(config, 'gtk-4.0'))
        with open(os.path.join(config, 'gtk-4.0', 'settings.ini'), 'w', encoding='utf-8') as file:
            file.write(SETTINGS)
        os.environ.update({
            'HOME': self.folder, 'XDG_RUNTIME_DIR': runtime, 'XDG_CONFIG_HOME': config,
            'XDG_DATA_HOME': os.path.join(self.folder, 'data'),
            'XDG_CACHE_HOME': os.path.join(self.folder, 'cache'),
            'GDK_BACKEND': 'x11', 'GSK_RENDERER': 'cairo', 'GDK_DEBUG': 'gl-disable',
            'GSETTINGS_BACKEND': 'memory', 'ADW_DISABLE_PORTAL': '1', 'GTK_A11Y': 'atspi',
            'GTK_USE_PORTAL': '0', 'LANG': 'C.UTF-8', 'TZ': 'Europe/London',
        })
        for name in ('WAYLAND_DISPLAY', 'AT_SPI_BUS_ADDRESS', 'GTK_THEME', 'LC_ALL', 'LANGUAGE'):
            os.environ.pop(name, None)

    def _spawn(self, arguments, **options):
        process = subprocess.Popen(arguments, stderr=subprocess.DEVNULL, **options)
        self.processes.append(process)
        return process

    def _start_display(self, width, height):
        reader, writer = os.pipe()
        self._spawn(['Xvfb', '-displayfd', str(writer), '-screen', '0', f'{width}x{height}x24',
                     '-nolisten', 'tcp', '-noreset'], pass_fds=[writer], stdout=subprocess.DEVNULL)
        os.close(writer)
        with os.fdopen(reader) as pipe:
            number = pipe.readline().strip()
        if not number:
            raise RuntimeError('Xvfb did not start')
        os.environ['DISPLAY'] = f':{number}'
        self._spawn(['openbox'], stdout=subprocess.DEVNULL)

    def _start_bus(self):
        process = self._spawn(['dbus-daemon', '--session', '--print-address', '--nofork'],
                              stdout=subprocess.PIPE, text=True)
        os.environ['DBUS_SESSION_BUS_ADDRESS'] = process.stdout.readline().strip()

    def close(self):
        """Ends everything that was started, in the reverse order."""
        while self.processes:
            process = self.processes.pop()
            if process.poll() is None:
                process.terminate()
                try:
                    process.wait(5)
                except subprocess.TimeoutExpired:
                    process.kill()
                    process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)

    def start(self, *arguments, environment=None):
        """Starts the program and waits for its window."""
        return App(self, arguments, environment or {})


class App:
    """The running program."""

    def __init__(self, session, arguments, environment):
        self.session = session
        self.atspi = session.atspi
        self.log = open(os.path.join(session.folder, 'program.log'), 'a+', encoding='utf-8')
        self.process = subprocess.Popen([binary(), *arguments], stdout=self.log, stderr=self.log,
                                        env=dict(os.environ, G_DEBUG='fatal-criticals', **environment))
        session.processes.append(self.process)
        self.root = wait_for(self._find_root, 'the program on the accessibility bus')
        wait_for(lambda: self.find('frame'), 'the window')
        self.window_id = wait_for(self._find_window, 'the window on the display')

    def _find_root(self):
        if self.process.poll() is not None:
            raise RuntimeError(f'the program ended with {self.process.returncode}: {self.read_log()}')
        desktop = self.atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(i)
            if child is not None and child.get_process_id() == self.process.pid:
                return child
        return None

    def _find_window(self):
        output = subprocess.run(['xdotool', 'search', '--onlyvisible', '--pid', str(self.process.pid)],
                                capture_output=True, text=True, check=False).stdout.split()
        return output[-1] if output else None

    def read_log(self):
        """What the program printed."""
        self.log.seek(0)
        return self.log.read()

    # --- finding ---

    def walk(self, node=None):
        """Every accessible that isn't hidden, top down. (GTK 4.8 says "visible", never "showing".)"""
        node = node or self.root
        yield node
        for i in range(min(node.get_child_count(), 400)):
            child = node.get_child_at_index(i)
            if child is not None and child.get_state_set().contains(self.atspi.StateType.VISIBLE):
                yield from self.walk(child)

    def _matches(self, role, name, contains):
        self.root.clear_cache()
        for node in self.walk():
            if role is not None and node.get_role_name() != role:
                continue
            text = node.get_name() or ''
            if name is not None and text != name:
                continue
            if contains is not None and contains not in text:
                continue
            yield node

    def find_all(self, role=None, name=None, contains=None):
        """Every accessible of a role and a name that isn't hidden."""
        return list(self._matches(role, name, contains))

    def find(self, role=None, name=None, contains=None):
        """The first such accessible, or None."""
        return next(self._matches(role, name, contains), None)

    def wait(self, role=None, name=None, contains=None, timeout=TIMEOUT):
        """The first such accessible, as soon as it is there."""
        what = ' '.join(str(part) for part in (role, name, contains) if part)
        return wait_for(lambda: self.find(role, name, contains), what, timeout)

    def wait_gone(self, role=None, name=None, contains=None):
        """Waits until there is no such accessible."""
        what = ' '.join(str(part) for part in (role, name, contains) if part)
        return wait_for(lambda: self.find(role, name, contains) is None, f'{what} to go')

    def texts(self):
        """All names that are shown, for messages and for what a test looks for."""
        return [node.get_name() for node in self.find_all() if node.get_name()]

    def says(self, text):
        """Waits until a text is somewhere in the window."""
        return self.wait(contains=text)

    def wait_match(self, pattern):
        """Waits for a text that matches a regular expression, and returns its first group."""
        def search():
            for text in self.texts():
                match = re.fullmatch(pattern, text)
                if match:
                    return match
            return None
        return wait_for(search, f'a text like {pattern}').group(1)

    def title(self):
        """The title of the window."""
        return self.find('frame').get_name()

    def wait_title(self, text):
        """Waits until the window's title contains a text."""
        return wait_for(lambda: text in self.title(), f'the title “{text}”')

    # --- doing ---

    def click(self, name, role='push button'):
        """Presses a button by its name."""
        node = self.wait(role, name)
        node.do_action(0)

    def action(self, name):
        """Activates an action of the window that takes no parameter."""
        frame = self.wait('frame')
        names = [frame.get_action_name(i) for i in range(frame.get_n_actions())]
        frame.do_action(names.index(name))

    def other_windows(self):
        """The ids of the program's other windows: dialogues and file choosers."""
        output = subprocess.run(['xdotool', 'search', '--onlyvisible', '--pid', str(self.process.pid)],
                                capture_output=True, text=True, check=False).stdout.split()
        return [window for window in output if window != self.window_id]

    def focus_other(self, window):
        """Gives the keyboard to another window of the program."""
        subprocess.run(['xdotool', 'windowfocus', '--sync', window], check=False)

    def _wait_for_rest(self, node):
        """Where an accessible is once it no longer moves."""
        places = []

        def is_at_rest():
            places.append(node.get_extents(self.atspi.CoordType.WINDOW).y)
            return len(places) > 3 and len(set(places[-4:])) == 1

        wait_for(is_at_rest, f'“{node.get_name()}” to stand still')
        return node.get_extents(self.atspi.CoordType.WINDOW)

    def press(self, node):
        """Clicks on an accessible with the mouse, for those that GTK 4.8 gives no action."""
        box = node.get_extents(self.atspi.CoordType.WINDOW)
        for _ in range(60):
            if 0 <= box.y and box.y + box.height <= self.size()[1]:
                break
            # What is further down a list comes into sight as the wheel turns.
            subprocess.run(['xdotool', 'mousemove', '--window', self.window_id, str(box.x + box.width // 2),
                            str(self.size()[1] // 2), 'click', '4' if box.y < 0 else '5'], check=True)
            box = self._wait_for_rest(node)
        subprocess.run(['xdotool', 'mousemove', '--sync', '--window', self.window_id,
                        str(box.x + box.width // 2), str(box.y + box.height // 2), 'click', '1'], check=True)

    def focus_window(self):
        """Gives the window the keyboard."""
        subprocess.run(['xdotool', 'windowfocus', '--sync', self.window_id], check=False)

    def key(self, *keys):
        """Presses keys, such as 'ctrl+f'."""
        subprocess.run(['xdotool', 'key', '--clearmodifiers', *keys], check=True)

    def type(self, text):
        """Types a text."""
        subprocess.run(['xdotool', 'type', '--delay', '8', text], check=True)

    def focused(self):
        """The accessible that has the focus, or None."""
        self.root.clear_cache()
        # A dialogue, which came last, is the first to be looked through.
        for i in reversed(range(self.root.get_child_count())):
            for node in self.walk(self.root.get_child_at_index(i)):
                if node.get_state_set().contains(self.atspi.StateType.FOCUSED):
                    return node
        return None

    def resize(self, width, height):
        """Changes the size of the window and waits until it has it."""
        subprocess.run(['xdotool', 'windowmove', self.window_id, '0', '0'], check=True)
        subprocess.run(['xdotool', 'windowsize', self.window_id, str(width), str(height)], check=True)
        wait_for(lambda: self.size() == (width, height), f'the size {width} × {height}')

    def size(self):
        """The size of the window on the display."""
        output = subprocess.run(['xdotool', 'getwindowgeometry', '--shell', self.window_id],
                                capture_output=True, text=True, check=True).stdout
        values = dict(line.split('=') for line in output.splitlines() if '=' in line)
        return int(values['WIDTH']), int(values['HEIGHT'])

    def screenshot(self, name):
        """Keeps a picture of the window under a name once it stands still; returns its path."""
        path = os.path.join(screenshot_folder(), f'{name}.png')
        previous = None
        end = time.monotonic() + 4
        while True:
            subprocess.run(['import', '-window', self.window_id, '-define', 'png:compression-level=1', path],
                           check=True)
            pixels = subprocess.run(['identify', '-format', '%#', path], capture_output=True,
                                    text=True, check=True).stdout
            if pixels == previous or time.monotonic() > end:
                return path
            previous = pixels
            time.sleep(0.1)

    def quit(self):
        """Closes the window as a person would, and returns the exit status."""
        self.focus_window()
        self.key('ctrl+q')
        try:
            return self.process.wait(TIMEOUT)
        except subprocess.TimeoutExpired:
            self.process.send_signal(signal.SIGTERM)
            raise


def screenshot_folder():
    """Where pictures are kept as test output."""
    folder = os.path.join(os.environ.get('G_TEST_BUILDDIR', tempfile.gettempdir()), 'screenshots')
    os.makedirs(folder, exist_ok=True)
    return folder


def demo_files():
    """The files of the demonstration trust, in the order of their dates."""
    return sorted(os.path.join(DEMO_DIR, name) for name in os.listdir(DEMO_DIR) if name.endswith('.csv'))


class Tap:
    """Counts what was proved, in the Test Anything Protocol."""

    def __init__(self):
        self.count = 0
        self.failed = 0

    def step(self, description, function):
        """One test: passes when the function raises nothing."""
        self.count += 1
        try:
            function()
        except Exception as error:
            self.failed += 1
            print(f'not ok {self.count} - {description}')
            picture = os.path.join(screenshot_folder(), f'failure-{self.count}.png')
            subprocess.run(['import', '-window', 'root', picture], check=False)
            print(f'# the display at that moment: {picture}')
            for line in traceback.format_exc().splitlines():
                print(f'# {line}')
            print(f'# {error}', flush=True)
            return False
        print(f'ok {self.count} - {description}', flush=True)
        return True

    def done(self):
        """Prints the plan and ends the program."""
        print(f'1..{self.count}', flush=True)
        sys.exit(1 if self.failed else 0)


def skip_if_impossible():
    """Skips the whole script, saying why, where it can't run."""
    reason = missing_tool()
    if reason is not None:
        print(f'1..0 # SKIP {reason}')
        sys.exit(0)
