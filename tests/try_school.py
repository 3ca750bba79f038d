"""Takes a school through the application over HTTP, as its department would. Called by try-school.sh; standard library only.

Every step is a page fetched, a form on it filled in and sent: what the pages do not offer, this program cannot do.
"""
import argparse
import decimal
import html.parser
import http.cookiejar
import datetime
import json
import os
import pathlib
import re
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.parse
import urllib.request

YEAR = 2012
SCOPES = {"school": "School", "type": "BranchType", "committee": "Committee"}
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PATIENCE = 300


class Stopped(Exception):
    """Something did not go through; the message says what."""


class Form:
    def __init__(self, attributes):
        self.action = attributes.get("action") or ""
        self.method = (attributes.get("method") or "get").lower()
        self.multipart = attributes.get("enctype") == "multipart/form-data"
        self.values = []      # (name, value) as a browser would send them
        self.offered = []     # (name, value) of the boxes that are not ticked

    def __getitem__(self, name):
        return next((value for key, value in self.values if key == name), None)

    def set(self, name, value):
        if not any(key == name for key, _ in self.values + self.offered):
            raise Stopped(f"the form {self.action} has no field {name}")
        self.values = [(key, old) for key, old in self.values if key != name]
        if value is not None:
            self.values.append((name, str(value)))

    def tick_all(self, name):
        self.values += [pair for pair in self.offered if pair[0] == name]
        self.offered = [pair for pair in self.offered if pair[0] != name]


class Page(html.parser.HTMLParser):
    """The forms of a page, and the sentences that it says to the user."""

    VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
    SAYS = {"notice", "error-summary", "field-error", "slip-password"}

    def __init__(self, address, status, body):
        super().__init__(convert_charrefs=True)
        self.address, self.status, self.body = address, status, body
        self.forms, self.said = [], []
        self._form = self._select = self._textarea = None
        self._open = []       # (tag, index into said or None)
        self.feed(body)

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        classes = set((attributes.get("class") or "").split())
        kind = next((name for name in self.SAYS if name in classes), None)
        if tag == "form":
            self._form = Form(attributes)
            self.forms.append(self._form)
        elif self._form is not None and "disabled" not in attributes:
            name = attributes.get("name")
            if tag == "input" and name:
                pair = (name, attributes.get("value", "on" if attributes.get("type") in ("checkbox", "radio") else ""))
                if attributes.get("type") in ("checkbox", "radio") and "checked" not in attributes:
                    self._form.offered.append(pair)
                elif attributes.get("type") not in ("file", "submit", "button"):
                    self._form.values.append(pair)
            elif tag == "select" and name:
                self._select = [name, None, None]
            elif tag == "option" and self._select is not None:
                value = attributes.get("value", "")
                if self._select[1] is None:
                    self._select[1] = value
                if "selected" in attributes:
                    self._select[2] = value
            elif tag == "textarea" and name:
                self._textarea = [name, ""]
        if tag not in self.VOID:
            if kind:
                self.said.append([kind, classes, ""])
            self._open.append((tag, len(self.said) - 1 if kind else None))

    def handle_endtag(self, tag):
        if tag == "form":
            self._form = None
        elif tag == "select" and self._select is not None:
            first, chosen = self._select[1], self._select[2]
            if self._form is not None and (chosen if chosen is not None else first) is not None:
                self._form.values.append((self._select[0], chosen if chosen is not None else first))
            self._select = None
        elif tag == "textarea" and self._textarea is not None:
            if self._form is not None:
                self._form.values.append((self._textarea[0], self._textarea[1].lstrip("\n")))
            self._textarea = None
        if any(opened == tag for opened, _ in self._open):
            while self._open.pop()[0] != tag:
                pass

    def handle_data(self, data):
        if self._textarea is not None:
            self._textarea[1] += data
        for _, index in self._open:
            if index is not None:
                self.said[index][2] += data

    def form(self, action):
        """The form that is sent to an address, given as a pattern."""
        found = [form for form in self.forms if form.method == "post" and re.fullmatch(action, form.action)]
        if not found:
            raise Stopped(f"{self.address} offers no form for {action}. {self.complaint()}")
        return found[0]

    def has_form(self, action):
        return any(form.method == "post" and re.fullmatch(action, form.action) for form in self.forms)

    def sentences(self, kind, extra=None):
        return [" ".join(text.split()) for name, classes, text in self.said if name == kind and (extra is None or extra in classes)]

    def complaint(self):
        said = self.sentences("error-summary") + self.sentences("field-error") + self.sentences("notice", "notice-bad") + self.sentences("notice", "notice-warn")
        if said:
            return "The page says: " + " / ".join(dict.fromkeys(said))
        text = " ".join(re.sub(r"<[^>]+>", " ", re.sub(r"(?s)<(head|script|style|header|nav).*?</\1>", " ", self.body)).split())
        return f"The page says: {text[:300]}"


class Browser:
    """Cookies, pages and forms: one person at one computer."""

    def __init__(self, base):
        self.base = base
        self._opener = urllib.request.build_opener(
            urllib.request.ProxyHandler({}), urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))

    def fetch(self, address, data=None, headers=None):
        """Address reached, status, kind of content and content; redirects are followed."""
        request = urllib.request.Request(urllib.parse.urljoin(self.base, address), data=data, headers=headers or {})
        try:
            with self._opener.open(request, timeout=PATIENCE) as answer:
                return answer.geturl(), answer.status, answer.headers.get_content_type(), answer.read()
        except urllib.error.HTTPError as refused:
            with refused:
                return refused.geturl(), refused.code, refused.headers.get_content_type(), refused.read()
        except (urllib.error.URLError, OSError) as broken:
            raise Stopped(f"{address} cannot be reached: {broken}") from broken

    def get(self, address):
        return self._page(*self.fetch(address))

    def send(self, form, file=None):
        return self._page(*self.send_raw(form, file))

    def send_raw(self, form, file=None):
        if file is None:
            body, kind = urllib.parse.urlencode(form.values).encode(), "application/x-www-form-urlencoded"
        else:
            body, kind = multipart(form.values, *file)
        return self.fetch(form.action, body, {"Content-Type": kind})

    def _page(self, address, status, kind, content):
        path = urllib.parse.urlsplit(address).path
        if kind != "text/html":
            raise Stopped(f"{path} answered {status} with {kind} instead of a page")
        page = Page(path, status, content.decode("utf-8"))
        if status >= 400:
            raise Stopped(f"{path} answered {status}. {page.complaint()}")
        return page


def multipart(values, name, path):
    boundary = secrets.token_hex(16)
    parts = [f'--{boundary}\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n'.encode() for key, value in values]
    parts += [f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"; filename="{path.name}"\r\nContent-Type: {SHEET}\r\n\r\n'.encode(),
              path.read_bytes(), f"\r\n--{boundary}--\r\n".encode()]
    return b"".join(parts), f"multipart/form-data; boundary={boundary}"


class Server:
    """An empty installation with a data folder of its own, on a free port of this computer."""

    def __init__(self, program):
        self.folder = tempfile.mkdtemp(prefix="try-school-")
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.base = f"http://127.0.0.1:{port}/"
        self.said, self.first_password = [], None
        settings = {key: value for key, value in os.environ.items() if not key.upper().startswith(("ASPNETCORE_", "BRANCHGRADING_", "DOTNET_ENVIRONMENT"))}
        settings |= {"ASPNETCORE_ENVIRONMENT": "Development", "BranchGrading__Demo": "false", "BranchGrading__DataFolder": self.folder,
                     "ASPNETCORE_URLS": self.base, "DOTNET_CLI_TELEMETRY_OPTOUT": "1"}
        self._process = subprocess.Popen(
            ["dotnet", str(program), "--urls", self.base], cwd=program.parent, env=settings, stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8", errors="replace")
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self):
        for line in self._process.stdout:
            self.said.append(line.rstrip())
            if match := re.search(r"one-time password ([a-z0-9-]+)", line):
                self.first_password = match.group(1)

    def wait(self):
        browser, until = Browser(self.base), time.monotonic() + 120
        while time.monotonic() < until:
            if self._process.poll() is not None:
                raise Stopped("the application stopped while starting:\n" + "\n".join(self.said[-20:]))
            try:
                if browser.fetch("/health")[1] == 200 and self.first_password:
                    return
            except Stopped:
                pass
            time.sleep(0.2)
        raise Stopped("the application did not become ready in two minutes:\n" + "\n".join(self.said[-20:]))

    def stop(self):
        if self._process.poll() is None:
            self._process.terminate()
            try:
                self._process.wait(15)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)


def say(text):
    print(text, flush=True)


def sign_in(base, user, one_time):
    """A browser signed in as the user, with a password of its own."""
    browser = Browser(base)
    form = browser.get("/session/new").form("/session")
    form.set("UserName", user)
    form.set("Password", one_time)
    page = browser.send(form)
    if page.address != "/password":
        raise Stopped(f"{user} signed in with a one-time password and was not led to choosing an own one, but to {page.address}")
    chosen = f"{secrets.token_hex(6)}-Kx7"
    form = page.form("/password|")
    form.action = form.action or "/password"
    for name, value in (("Current", one_time), ("Chosen", chosen), ("Repeated", chosen)):
        form.set(name, value)
    browser.send(form)
    return browser


def finished(browser, page):
    """Follows a long work until it is done; answers the page it leads to."""
    if not re.fullmatch(r"/works/[0-9a-f-]+", page.address):
        return page
    address, until = page.address, time.monotonic() + PATIENCE
    if not page.sentences("notice"):
        while True:
            _, status, _, content = browser.fetch(address, headers={"Accept": "application/json"})
            if status != 200:
                raise Stopped(f"{address} answered {status}")
            state = json.loads(content)
            if state["isFinished"]:
                break
            if time.monotonic() > until:
                raise Stopped(f"{address} is not done after {PATIENCE} s: {state['text']}")
            time.sleep(0.3)
        page = browser.get(address)
    if bad := page.sentences("notice", "notice-bad"):
        raise Stopped(" ".join(bad))
    return page


def make_department(browser, base):
    """The administrator makes the department's account; answers a browser signed in as it."""
    form = browser.get("/accounts/new").form("/accounts")
    form.set("Name", "组织部")
    form.set("UserName", "zuzhibu")
    form.set("Roles", "OrganizationDepartment")
    account = browser.send(form).address
    page = browser.get(f"{account}/one-time-password")
    page = finished(browser, browser.send(page.form(f"{account}/one-time-password")))
    slips = page.sentences("slip-password")
    if len(slips) != 1:
        raise Stopped(f"no one-time password for the department. {page.complaint()}")
    return sign_in(base, "zuzhibu", slips[0])


def bring_in(browser, start, path, may_be_empty=False):
    """One import: choose the file, look at the check, confirm what has no errors."""
    page = browser.get(start)
    form = next((form for form in page.forms if form.multipart), None)
    if form is None:
        raise Stopped(f"{start} offers no file to choose. {page.complaint()}")
    try:
        page = browser.send(form, ("file", path))
    except Stopped as refused:
        if may_be_empty and "没有可以导入的内容" in str(refused):
            say(f"  {path.name}: no rows")
            return
        raise
    counts = dict((word, int(number)) for word, number in re.findall(r"(全部|错误|提醒|有变化|新增|无变化)\s*<b>(\d+)</b>", page.body))
    say(f"  {path.name}: " + ("、".join(f"{word} {number}" for word, number in counts.items()) or "no rows"))
    if counts.get("错误"):
        report = browser.get(f"{page.address}?show=errors")
        for row in re.findall(r"(?s)<tr>\s*<th[^>]*>(第 \d+ 行)</th>(.*?)</tr>", report.body)[:20]:
            say(f"    {row[0]}: " + " ".join(re.sub(r"<[^>]+>", " ", row[1]).split()))
    if not page.has_form(r"/imports/[0-9a-f-]+/confirmation") or not re.search(r"<button[^>]*>写入", page.body):
        if counts.get("错误") or not counts:
            raise Stopped(f"{path.name}: nothing can be written. {page.complaint()}")
        say("    nothing to write: all rows are there already")
        return
    page = finished(browser, browser.send(page.form(r"/imports/[0-9a-f-]+/confirmation")))
    done = [text for text in page.sentences("notice") if "已写入" in text]
    if not done:
        raise Stopped(f"{path.name}: the confirmation led to {page.address} and did not say what was written. {page.complaint()}")
    say(f"    {done[0]}")


def percent(share):
    return format((share * 100).normalize(), "f")


def open_round(browser, options):
    form = browser.get("/rounds/new").form("/rounds")
    form.set("Form.Year", YEAR)
    form.set("Form.Rules.CapScope", SCOPES[options.scope])
    if options.cap is not None:
        form.set("Form.Rules.CapPercent", percent(options.cap))
    if options.self_weight is not None:
        form.set("Form.Rules.SelfWeightPercent", percent(options.self_weight))
    if options.mass_limit is not None:
        form.set("Form.Rules.LeastMassSatisfaction", options.mass_limit)
    if options.count_fair:
        form.set("Form.Rules.FairCounts", "true")
    if options.no_skip_rule:
        form.set("Form.Rules.NoLevelSkipping", None)
    # Days ahead of today: the papers are still to come in.
    today = datetime.date.today()
    for field, days in (("SelfAssessment", 20), ("Report", 27), ("Grading", 34), ("HandIn", 35)):
        form.set(f"Form.Deadlines.{field}Day", today + datetime.timedelta(days))
    form.tick_all("Form.Confirmed")
    page = browser.send(form)
    if not re.fullmatch(r"/rounds/\d+", page.address):
        raise Stopped(f"the round was not made. {page.complaint()}")
    round_ = page.address
    # A rule of the document with another value is confirmed too; its box appears once it is saved.
    form = browser.get(f"{round_}/edit").form(f"{round_}/edit")
    form.tick_all("Form.Confirmed")
    browser.send(form)
    page = finished(browser, browser.send(browser.get(f"{round_}/opening").form(f"{round_}/opening")))
    if page.address != round_:
        raise Stopped(f"the round was not opened. {page.complaint()}")
    return round_


def summary(browser, round_):
    """The school's 附表4 as the department downloads it."""
    form = browser.get(f"{round_}/forms").form(f"{round_}/forms/summary")
    address, status, kind, content = browser.send_raw(form)
    if kind == "text/html" and "/works/" in address:
        page = finished(browser, Page(urllib.parse.urlsplit(address).path, status, content.decode("utf-8")))
        address, status, kind, content = browser.fetch(f"{page.address}/file")
    if status != 200 or kind != SHEET:
        raise Stopped(f"附表4 cannot be downloaded: {address} answered {status} with {kind}")
    return content


def roster(browser):
    address, status, kind, content = browser.fetch("/committees/roster.json")
    if status != 200 or kind != "application/json":
        raise Stopped(f"the roster cannot be downloaded: {address} answered {status} with {kind}")
    return json.loads(content)


def parse(arguments):
    parser = argparse.ArgumentParser(prog="try-school.sh", description="Takes a school through the application as its department would.")
    parser.add_argument("folder", help="holds roster.xlsx, past-grades.xlsx and results.xlsx; gets out/附表4.xlsx and out/roster.json")
    parser.add_argument("--cap", type=decimal.Decimal, help="share of A, e.g. 0.35")
    parser.add_argument("--scope", choices=SCOPES, default="school", help="within what the cap counts")
    parser.add_argument("--count-fair", action="store_true", help="一般 counts as satisfied")
    parser.add_argument("--mass-limit", type=decimal.Decimal, help="least mass satisfaction in percent, e.g. 90")
    parser.add_argument("--self-weight", type=decimal.Decimal, help="weight of the self-score, e.g. 0.5")
    parser.add_argument("--no-skip-rule", action="store_true", help="levels may be skipped")
    parser.add_argument("--called-from", default=".", help=argparse.SUPPRESS)
    parser.add_argument("--server", type=pathlib.Path, required=True, help=argparse.SUPPRESS)
    return parser.parse_args(arguments)


def run(options):
    folder = pathlib.Path(options.called_from, options.folder).resolve()
    files = [folder / name for name in ("roster.xlsx", "past-grades.xlsx", "results.xlsx")]
    if missing := [str(path) for path in files if not path.is_file()]:
        raise Stopped(f"not there: {', '.join(missing)}")
    out = folder / "out"
    out.mkdir(exist_ok=True)
    targets = (out / "附表4.xlsx", out / "roster.json")
    for target in targets:
        target.unlink(missing_ok=True)

    server = Server(options.server.resolve())
    try:
        server.wait()
        say("Signing in as the administrator and making the department's account")
        department = make_department(sign_in(server.base, "admin", server.first_password), server.base)
        say("Importing the roster and the past grades")
        bring_in(department, "/imports/roster/new", files[0])
        bring_in(department, "/imports/past-grades/new", files[1], may_be_empty=True)
        say(f"Opening the round of {YEAR}")
        round_ = open_round(department, options)
        say("Importing the results")
        bring_in(department, f"{round_}/results/new", files[2])
        say("Downloading 附表4 and the roster")
        targets[0].write_bytes(summary(department, round_))
        held = roster(department)
        targets[1].write_text(json.dumps(held, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        say(f"Done: {len(held)} branches; {targets[0]} and {targets[1]}")
    finally:
        server.stop()


def main():
    options = parse(sys.argv[1:])
    started = time.monotonic()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))   # so that the server is stopped too
    try:
        run(options)
    except Stopped as stopped:
        print(f"try-school: {stopped}", file=sys.stderr)
        return 1
    except OSError as broken:
        print(f"try-school: {broken}", file=sys.stderr)
        return 1
    say(f"{time.monotonic() - started:.1f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
