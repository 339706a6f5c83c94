#!/usr/bin/env python3
"""Runs dateline beside less, and bat and w3m where they are installed, and prints medians.

    cargo build --release && python3 tests/compare.py [--runs 7] [--sizes 12KB,3MB,98MB]

Each program reads the same made-up text, in a pseudo-terminal of 120 columns and 36 rows, with
nothing but Python's standard library between. Times are in milliseconds, from a key (or the start,
or the change of size) to the read after which the screen shows what was asked for; memory is the
peak of resident pages, in MiB. The last column of each row is dateline's time over that of less.
"""
import argparse, fcntl, os, platform, pty, re, select, shutil, signal, statistics, struct, sys
import tempfile, termios, time

COLUMNS, ROWS = 120, 36
SIZES = {"12KB": 12_000, "3MB": 3_200_000, "98MB": 98_000_000}
FIRST = "The Chronicle of the Lower River"
PHRASE, BESIDE = "the vermilion heron", "lanterns of Quillhaven"
COMMON = "harbor master"
CONTROL = re.compile(r"\x1b\[([?<>=]?)([\d;:]*)[ -/]*([@-~])|\x1b[\]P_^X].*?(?:\x07|\x1b\\)|\x1b[ -/]*([0-~])"
                     r"|([\r\n\b\t])|([^\x00-\x1f\x7f]+)|.", re.S)
TAIL = re.compile(rb"\x1b(?:\[[\d;:<>=?$ ]*|[\]P_^X][^\x07\x1b]*\x1b?)?\Z")


def make_text(path, size):
    """Paragraphs of invented sentences, wrapped by hand, with the phrase near the end."""
    who = ["the miller", "a clerk", "the harbor master", "her brother", "the council", "an engineer"]
    did = ["opened", "sold", "abandoned", "measured", "painted", "lost", "rebuilt", "inherited"]
    what = ["the old bridge", "two ferries", "a mill", "the long pier", "his maps", "every lantern"]
    state = 7

    def pick(words):
        nonlocal state
        state = (state * 6364136223846793005 + 1) % 2**64
        return words[(state >> 33) % len(words)]

    def paragraph(words):
        lines, line = [], ""
        for word in words.split():
            if len(line) + len(word) > 72:
                lines.append(line)
                line = ""
            line = f"{line} {word}".strip()
        return "\n".join(lines + [line]) + "\n\n"

    parts = []
    for _ in range(4000):
        # About a date and a quotation in 400 bytes, as in a work of history.
        told = (f"“We {pick(did)} {pick(what)},” said {pick(who)}, who {pick(did)} {pick(what)} "
                f"in {1700 + state % 300}.")
        plain = [f"Nobody knows whether {pick(who)} {pick(did)} {pick(what)} before the thaw, or "
                 f"{pick(who)} had {pick(did)} {pick(what)} by then." for _ in range(1 + state % 4)]
        parts.append(paragraph(" ".join([told, *plain])))
    with open(path, "w", encoding="utf-8") as out:
        written, index = out.write(FIRST.upper() + "\n\n" + FIRST + " begins here.\n\n"), 0
        end = paragraph(f"Nobody forgot {PHRASE} above the {BESIDE} on that night.")
        while written < size - 2000:
            written += out.write(parts[index % len(parts)])
            index += 1
        out.write(end + "".join(parts[:3]))


class Screen:
    """As much of a terminal as these programs use."""

    def __init__(self):
        self.resize(COLUMNS, ROWS)

    def resize(self, columns, rows):
        self.columns, self.rows = columns, rows
        self.cells = [[" "] * columns for _ in range(rows)]
        self.x = self.y = 0
        self.top, self.bottom = 0, rows - 1

    def text(self):
        return " ".join("".join(row) for row in self.cells)

    def line_feed(self):
        if self.y == self.bottom:
            del self.cells[self.top]
            self.cells.insert(self.bottom, [" "] * self.columns)
        else:
            self.y = min(self.y + 1, self.rows - 1)

    def put(self, text):
        for letter in text:
            if self.x >= self.columns:
                self.x = 0
                self.line_feed()
            self.cells[self.y][self.x] = letter
            self.x += 1

    def feed(self, text):
        for match in CONTROL.finditer(text):
            private, numbers, final, escape, control, plain = match.groups()
            if plain:
                self.put(plain)
            elif control == "\r":
                self.x = 0
            elif control == "\n":
                self.line_feed()
            elif control == "\b":
                self.x = max(self.x - 1, 0)
            elif control == "\t":
                self.x = min(self.x // 8 * 8 + 8, self.columns - 1)
            elif escape == "M":
                if self.y == self.top:
                    del self.cells[self.bottom]
                    self.cells.insert(self.top, [" "] * self.columns)
                else:
                    self.y = max(self.y - 1, 0)
            elif final:
                numbers = [int(n) if n else 0 for n in numbers.replace(":", ";").split(";")]
                self.command(private, numbers, final)

    def command(self, private, numbers, final):
        n = max(numbers[0], 1)
        if private:
            if final in "hl" and set(numbers) & {47, 1047, 1049}:
                self.cells = [[" "] * self.columns for _ in range(self.rows)]
        elif final in "Hf":
            column = numbers[1] if len(numbers) > 1 else 1
            self.y, self.x = min(n, self.rows) - 1, min(max(column, 1), self.columns) - 1
        elif final == "A":
            self.y = max(self.y - n, 0)
        elif final == "B":
            self.y = min(self.y + n, self.rows - 1)
        elif final == "C":
            self.x = min(self.x + n, self.columns - 1)
        elif final == "D":
            self.x = max(self.x - n, 0)
        elif final == "G":
            self.x = min(n, self.columns) - 1
        elif final == "d":
            self.y = min(n, self.rows) - 1
        elif final == "r":
            self.top, self.bottom = n - 1, (numbers[1] if len(numbers) > 1 else self.rows) - 1
        elif final == "L":
            for _ in range(n):
                del self.cells[self.bottom]
                self.cells.insert(self.y, [" "] * self.columns)
        elif final == "K":
            row = self.cells[self.y]
            span = {0: range(self.x, self.columns), 1: range(self.x + 1)}.get(
                numbers[0], range(self.columns))
            for x in span:
                if x < self.columns:
                    row[x] = " "
        elif final == "J":
            if numbers[0] == 0:
                self.command("", [0], "K")
            for y in range(self.y + 1 if numbers[0] == 0 else 0, self.rows):
                self.cells[y] = [" "] * self.columns


class Program:
    def __init__(self, argv):
        self.screen, self.tail, self.n_bytes = Screen(), b"", 0
        environment = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8",
                       "PATH": os.environ.get("PATH", ""), "HOME": tempfile.gettempdir()}
        self.started = time.perf_counter()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            size = struct.pack("HHHH", ROWS, COLUMNS, 0, 0)
            fcntl.ioctl(0, termios.TIOCSWINSZ, size)
            try:
                os.execvpe(argv[0], argv, environment)
            finally:
                os._exit(127)

    def feed(self, data):
        data = self.tail + data
        tail = TAIL.search(data)
        self.tail = tail.group() if tail else b""
        self.screen.feed(data[:len(data) - len(self.tail)].decode("utf-8", "replace"))

    def wait(self, is_reached, since, patience=30.0):
        """Milliseconds from `since` to the read after which it is reached; None if it never is."""
        pending, end = [], time.perf_counter() + patience
        while True:
            ready, _, _ = select.select([self.fd], [], [], 0.004 if pending else 0.05)
            if ready:
                try:
                    data = os.read(self.fd, 65536)
                except OSError:
                    data = b""
                if not data:
                    return None
                # The answer to a question about the page's color.
                if b"\x1b]11;?" in data:
                    os.write(self.fd, b"\x1b]11;rgb:0000/0000/0000\x1b\\")
                pending.append((time.perf_counter(), data))
                self.n_bytes += len(data)
                continue
            for at, data in pending:
                self.feed(data)
                if is_reached(self.screen.text()):
                    for _, rest in pending[pending.index((at, data)) + 1:]:
                        self.feed(rest)
                    return (at - since) * 1000
            pending.clear()
            if time.perf_counter() > end:
                return None

    def settle(self, since, quiet=0.03):
        """Milliseconds from `since` to the last byte before it is quiet."""
        last = since
        while select.select([self.fd], [], [], quiet)[0]:
            try:
                data = os.read(self.fd, 65536)
            except OSError:
                break
            if not data:
                break
            last = time.perf_counter()
            self.n_bytes += len(data)
            self.feed(data)
        return (last - since) * 1000

    def type(self, keys):
        at = time.perf_counter()
        os.write(self.fd, keys.encode())
        return at

    def resize(self, columns, rows):
        self.screen.resize(columns, rows)
        at = time.perf_counter()
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        return at

    def peak_mb(self):
        """The peak of the program and of what it started."""
        total, pids = 0.0, [str(self.pid)]
        while pids:
            pid = pids.pop()
            try:
                with open(f"/proc/{pid}/status", encoding="utf-8") as status:
                    peak = re.search(r"VmHWM:\s+(\d+)", status.read())
                total += int(peak[1]) / 1024 if peak else 0
                with open(f"/proc/{pid}/task/{pid}/children", encoding="utf-8") as children:
                    pids += children.read().split()
            except OSError:
                pass
        return total

    def end(self):
        for number in (signal.SIGTERM, signal.SIGKILL):
            try:
                os.kill(self.pid, number)
            except OSError:
                break
            end = time.perf_counter() + 2
            while time.perf_counter() < end:
                if os.waitpid(self.pid, os.WNOHANG)[0]:
                    os.close(self.fd)
                    return
                time.sleep(0.005)
        os.close(self.fd)


def measure(argv, is_dateline):
    program = Program(argv)
    found = {}
    try:
        first = program.wait(lambda text: FIRST in text, program.started)
        if first is None:
            return {}
        found["first page"] = first
        program.settle(time.perf_counter(), 0.2)
        if is_dateline:
            # What is found in the background is no part of what a key costs.
            program.wait(lambda text: "%" not in text.split("Timeline")[-1].split("\u2500")[0]
                         or "no dates" in text, time.perf_counter(), 3.0)
            program.settle(time.perf_counter(), 0.4)
        keys = []
        program.n_bytes = 0
        for _ in range(10):
            keys.append(program.settle(program.type("j")))
        found["scroll key"] = statistics.median(keys)
        found["scroll bytes"] = program.n_bytes / len(keys)
        program.n_bytes = 0
        found["burst of 50"] = program.settle(program.type("j" * 50), 0.08)
        found["burst bytes"] = program.n_bytes
        sent = program.type(f"/{PHRASE}\r")
        found["search near the end"] = program.wait(lambda text: BESIDE in text, sent)
        program.settle(time.perf_counter(), 0.2)
        found["resize"] = program.settle(program.resize(100, 30), 0.08)
        program.settle(program.resize(COLUMNS, ROWS), 0.1)
        program.type("g")
        program.settle(time.perf_counter(), 0.3)
        if is_dateline:
            # An ellipsis stands behind the number until all are counted.
            sent = program.type(f"/{COMMON}\r")
            found["all matches counted"] = program.wait(
                lambda text: re.search(rf"\d+/[\d,]+ “{COMMON}”", text), sent, 5.0)
            program.settle(time.perf_counter(), 0.3)
        found["to the end (G)"] = program.settle(program.type("G"), 0.08)
        found["peak memory, MiB"] = program.peak_mb()
    finally:
        program.end()
    return found


def programs(binary):
    found = {"dateline": [binary, "--no-state", "--theme", "dark"]}
    for name, argv in [("less", ["less"]), ("bat", ["bat", "--paging=always", "--style=plain"]),
                       ("batcat", ["batcat", "--paging=always", "--style=plain"]), ("w3m", ["w3m"])]:
        if shutil.which(name):
            found[name] = argv
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--sizes", default=",".join(SIZES))
    parser.add_argument("--binary", default="target/release/dateline")
    arguments = parser.parse_args()
    if not os.access(arguments.binary, os.X_OK):
        sys.exit(f"{arguments.binary}: not there; `cargo build --release` makes it")
    names = programs(arguments.binary)
    print(f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, "
          f"{time.strftime('%d %B %Y')}; median of {arguments.runs} runs")
    with tempfile.TemporaryDirectory() as folder:
        for size in arguments.sizes.split(","):
            path = os.path.join(folder, f"{size}.txt")
            make_text(path, SIZES[size])
            runs = {name: [] for name in names}
            for _ in range(arguments.runs):
                for name, argv in names.items():
                    runs[name].append(measure(argv + [path], name == "dateline"))
            print(f"\n{size:<22}" + "".join(f"{name:>12}" for name in names) + f"{'ratio':>12}")
            for row in runs["dateline"][0]:
                medians = {}
                for name, all_runs in runs.items():
                    values = [run[row] for run in all_runs if run.get(row) is not None]
                    medians[name] = statistics.median(values) if values else None
                shown = "".join(f"{'–' if value is None else f'{value:.1f}':>12}"
                                for value in medians.values())
                ours, theirs = medians["dateline"], medians.get("less")
                ratio = f"{ours / theirs:.1f}" if ours and theirs else "–"
                print(f"{row:<22}{shown}{ratio:>12}", flush=True)


if __name__ == "__main__":
    main()
