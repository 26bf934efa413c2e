#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Walks every page of the collector in Chromium: `walk.py BIN_DIR [--pictures DIR]`.

Three languages, three roles; axe-core (WCAG 2.0 to 2.2, A and AA) without a fault, on the screen and
as it is printed; no request to another host, nothing that the content policy had to stop; every
control within reach of the Tab key and to be seen there; no scrolling sideways at 320 px and at
200 % text. Ends everything that it started.
"""

import argparse
import datetime
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import urllib.parse

sys.dont_write_bytecode = True  # the source tree stays as it is
import webdriver  # noqa: E402

HERE = pathlib.Path(__file__).parent
AXE = (HERE / "axe" / "axe.min.js").read_text()
PASSWORD = "five words in a row"
ROLES = ("coordinator", "partner", "auditor")
LANGUAGES = ("lv", "lt", "en")
PAGES = ["/", "/activities", "/indicators", "/health", "/exports", "/account"]
MORE = {"coordinator": ["/months/enter", "/devices", "/users", "/audit", "/submissions"],
        "partner": ["/months/enter"], "auditor": ["/audit", "/submissions"]}

RUN_AXE = """
const done = arguments[arguments.length - 1];
const paper = matchMedia("print").matches;  // nobody presses on paper
axe.run(document, {runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
                   rules: {"target-size": {enabled: !paper}}})
  .then((found) => done(found.violations.map((each) =>
      each.id + ": " + each.nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(" | "))));
"""
TOO_WIDE = """
const page = document.documentElement;
if (page.scrollWidth <= page.clientWidth) return "";
const out = [...document.querySelectorAll("body *")].filter((each) =>
    each.getBoundingClientRect().right > page.clientWidth + 1 && !each.parentElement.closest(".scroll"));
return "scrolls sideways: " + (out.length ? out[0].outerHTML.slice(0, 160) : "?");
"""
CONTROLS = """
return [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, summary, .scroll")]
    .filter((each) => each.checkVisibility()).length;
"""
FOCUSED = """
const it = document.activeElement;
if (it === document.body) return null;
if (!it.dataset.walked) it.dataset.walked = "yes";
else return "again";
const style = getComputedStyle(it);
const box = it.getBoundingClientRect();
const ring = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
const seen = box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
return ring && seen ? "good" : (ring ? "not in view: " : "no ring: ") + it.outerHTML.slice(0, 120);
"""


class Walk:
    def __init__(self, browser, host, pictures):
        self.browser = browser
        self.host = host
        self.pictures = pictures
        self.faults = []
        self.pages = 0

    def fault(self, where, what):
        self.faults.append(f"{where}: {what}")

    def open(self, path):
        self.browser.go(self.host + path)

    def check_page(self, where, paper=True):
        """Whatever stands in the browser now."""
        self.pages += 1
        browser = self.browser
        browser.size(1280)
        for medium in ("screen", "print") if paper else ("screen",):
            browser.chrome("Emulation.setEmulatedMedia", media=medium)
            browser.run(AXE)
            for violation in browser.run_async(RUN_AXE):
                self.fault(f"{where} on {medium}", violation)
        browser.chrome("Emulation.setEmulatedMedia", media="")
        for width, text in ((320, 100), (1280, 200)):
            browser.size(width)
            browser.run("document.documentElement.style.fontSize = arguments[0]",
                        "200%" if text == 200 else "")
            wide = browser.run(TOO_WIDE)
            if wide:
                self.fault(f"{where} at {width} px and {text} %", wide)
        browser.run("document.documentElement.style.fontSize = ''")
        browser.size(1280)
        self.check_quiet(where)

    def check_quiet(self, where):
        for complaint in self.browser.complaints():
            # A page that is refused is said to the console, too.
            if "status of 4" not in complaint:
                self.fault(where, complaint)
        for url in self.browser.requests():
            if not url.startswith(self.host + "/") and not url.startswith(("data:", "chrome:")):
                self.fault(where, f"asked for {url}")

    def check_keys(self, where):
        """Tab reaches every control, in view and with a ring."""
        controls = self.browser.run(CONTROLS)
        self.browser.run("document.activeElement.blur(); scrollTo(0, 0)")
        reached = 0
        for _ in range(controls + 30):
            self.browser.press("\ue004")
            state = self.browser.run(FOCUSED)
            if state == "again":
                break
            if state is not None:
                reached += 1
                if state != "good":
                    self.fault(where, state)
        if reached < controls:
            self.fault(where, f"Tab reaches {reached} of {controls} controls")

    def log_in(self, role):
        self.open("/login")
        self.browser.type_into("#login", role)
        self.browser.type_into("#password", PASSWORD)
        self.browser.submit("button.main")
        if urllib.parse.urlsplit(self.browser.address()).path != "/":
            self.fault(role, "is not let in")

    def log_out(self):
        self.browser.submit(".account button")

    def centres(self):
        return self.browser.run("""return [...new Set([...document.querySelectorAll("a[href^='/centres/']")]
            .map((a) => new URL(a.href).pathname))]""")

    def take_pictures(self, name, path=None):
        """Of a page, or of what stands in the browser now."""
        for width in (390, 1280):
            self.browser.size(width)
            if path:
                self.open(path)
            self.browser.picture(self.pictures / f"{name}-{width}.png")
        self.browser.paper(self.pictures / f"{name}.pdf")

    def walk(self, role, languages):
        year = "?from=" + str(datetime.date.today().year) + "-01&to=" + str(datetime.date.today().year) + "-12"
        for language in languages:
            self.open("/login?language=" + language)
            if role == ROLES[0]:
                self.check_page(f"{language} /login")
            self.log_in(role)
            centres = self.centres()
            months = self.browser.run("""return [...document.querySelectorAll("a[href^='/months/2']")]
                .map((a) => new URL(a.href).pathname)""")
            # A month that is over says who its people are.
            over = str(datetime.date.today().replace(day=1) - datetime.timedelta(days=1))[:7]
            paths = PAGES + [f"/?from={over}&to={over}"] + MORE[role] + centres + months[:1] + ["/no-such-page"]
            for path in paths:
                where = f"{role} {language} {path}"
                self.open(path)
                if self.browser.run("return document.documentElement.lang") != language:
                    self.fault(where, "is in another language")
                self.check_page(where, paper=language == LANGUAGES[0])
                if role == ROLES[0] and language == LANGUAGES[0]:
                    self.check_keys(where)
            if role == ROLES[0]:
                self.walk_forms(language)
                if self.pictures:
                    for path in ["/login", "/" + year] + paths[1:]:
                        name = path.strip("/").split("?")[0].replace("/", "-")
                        name = name or ("overview" if path.endswith(year) else "overview-of-a-month")
                        self.take_pictures(f"{language}-{name}", path)
            self.open("/")
            self.log_out()

    def check_shown(self, where):
        """What a form has led to: it stands in the browser only."""
        self.check_page(where, paper=False)
        if self.pictures:
            self.take_pictures(where.replace(" ", "-"))

    def walk_forms(self, language):
        """What only a form shows: an entered month shown back, a mistake, a revocation."""
        browser = self.browser
        self.open("/months/enter")
        for name, n in (("visits", "40"), ("groups", "0"), ("people", "12"), ("new", "3"), ("services", "x")):
            browser.type_into("#" + name, n)
        browser.submit("button.main")
        self.check_shown(f"{language} a month with a mistake")
        browser.run("document.getElementById('services').value = '7'")
        browser.submit("button.main")
        self.check_shown(f"{language} a month shown back")
        self.open("/devices")
        browser.submit("main form button")
        self.check_shown(f"{language} a kiosk to be revoked")
        self.open("/users")
        browser.submit("main form button")
        self.check_shown(f"{language} a change of a login")
        browser.submit("button.main")
        self.check_shown(f"{language} a new password")
        self.open("/account")
        for name in ("now", "new", "again"):
            browser.type_into("#" + name, "short")
        browser.submit("button.main")
        self.check_shown(f"{language} a password that is too short")

    def check_series(self, centre):
        """The day series is drawn and its keys work; without scripts the table is there."""
        self.open(centre)
        if not self.browser.run("return document.querySelector('#series canvas') !== null"):
            self.fault(centre, "draws no days")
        self.browser.click("#series .tools button:nth-child(2)")
        self.check_quiet(centre)
        self.browser.chrome("Emulation.setScriptExecutionDisabled", value=True)
        self.open(centre)
        self.browser.chrome("Emulation.setScriptExecutionDisabled", value=False)
        if not self.browser.run("return document.querySelectorAll('#days tbody tr').length > 20"):
            self.fault(centre, "has no days without scripts")


def commands(bin_dir, data):
    def run(*words, typed=None):
        return subprocess.run([bin_dir / words[0], *words[1:]], input=typed, text=True, check=True,
                              stdout=subprocess.PIPE).stdout.strip()
    partner_of = run("make_region", str(data))
    # Stands first in the list of logins: the one whose password a form changes.
    run("sveiki-region", "user", "add", "--data", str(data), "aaa", "--role", "auditor",
        typed=PASSWORD + "\n")
    for role in ROLES:
        more = ["--organisation", partner_of] if role == "partner" else []
        run("sveiki-region", "user", "add", "--data", str(data), role, "--role", role, *more,
            typed=PASSWORD + "\n")


def main():
    reader = argparse.ArgumentParser()
    reader.add_argument("bin_dir", type=pathlib.Path)
    reader.add_argument("--pictures", type=pathlib.Path)
    asked = reader.parse_args()
    for program in ("chromium", "chromedriver"):
        if not shutil.which(program):
            print(f"not tested here: there is no {program}")
            return 0
    if asked.pictures:
        asked.pictures.mkdir(parents=True, exist_ok=True)
    data = pathlib.Path(tempfile.mkdtemp(prefix="sveiki-region-"))
    started, browser = [], None
    try:
        commands(asked.bin_dir, data)
        server = subprocess.Popen([asked.bin_dir / "sveiki-region", "serve", "--data", data, "--listen",
                                   "127.0.0.1:0"], stdout=subprocess.PIPE, text=True)
        started.append(server)
        port = webdriver.free_port_of(server, re.compile(r"listening on http://127.0.0.1:(\d+)"))
        driver, driver_port = webdriver.start_driver()
        started.append(driver)
        browser = webdriver.Browser(driver_port)
        walk = Walk(browser, f"http://127.0.0.1:{port}", asked.pictures)
        walk.walk("coordinator", LANGUAGES)
        walk.walk("partner", ["lt"])
        walk.walk("auditor", ["en"])
        walk.open("/login")
        walk.log_in("coordinator")
        walk.check_series(walk.centres()[0])
        for fault in walk.faults:
            print(fault)
        print(f"{walk.pages} pages walked, {len(walk.faults)} faults")
        return 1 if walk.faults else 0
    finally:
        if browser:
            browser.close()
        for process in reversed(started):
            process.terminate()
            process.wait(10)
        shutil.rmtree(data, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
