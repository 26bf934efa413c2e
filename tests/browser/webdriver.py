# SPDX-License-Identifier: EUPL-1.2
"""A browser driven by WebDriver (https://www.w3.org/TR/webdriver2/), with the standard library."""

import base64
import json
import re
import shutil
import subprocess
import tempfile
import time
import urllib.error
import urllib.request

ELEMENT = "element-6066-11e4-a52e-4f735466cecf"


def free_port_of(process, pattern):
    """Reads a program's output until it says its port; None if it ends before."""
    for line in process.stdout:
        found = pattern.search(line)
        if found:
            return int(found.group(1))
    return None


class Browser:
    """Headless Chromium with a profile of its own, both gone in the end."""

    def __init__(self, driver_port):
        self.base = f"http://127.0.0.1:{driver_port}"
        self.profile = tempfile.mkdtemp(prefix="sveiki-browser-")
        options = {
            "args": ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                     "--disable-background-networking", "--no-first-run", "--no-proxy-server",
                     "--hide-scrollbars", f"--user-data-dir={self.profile}"],
            "binary": shutil.which("chromium"),
        }
        answer = self._call("POST", "/session", {"capabilities": {"alwaysMatch": {
            "browserName": "chrome", "goog:chromeOptions": options,
            "goog:loggingPrefs": {"browser": "ALL", "performance": "ALL"}}}})
        self.base += "/session/" + answer["sessionId"]

    def _call(self, method, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.base + path, data, {"Content-Type": "application/json"},
                                         method=method)
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            raise RuntimeError(json.load(error)["value"]["message"]) from None

    def close(self):
        try:
            self._call("DELETE", "")
        finally:
            shutil.rmtree(self.profile, ignore_errors=True)

    def go(self, url):
        self._call("POST", "/url", {"url": url})

    def address(self):
        return self._call("GET", "/url")

    def run(self, script, *arguments):
        return self._call("POST", "/execute/sync", {"script": script, "args": list(arguments)})

    def run_async(self, script, *arguments):
        return self._call("POST", "/execute/async", {"script": script, "args": list(arguments)})

    def type_into(self, css, text):
        found = self._call("POST", "/element", {"using": "css selector", "value": css})[ELEMENT]
        self._call("POST", f"/element/{found}/value", {"text": text})

    def click(self, css):
        found = self._call("POST", "/element", {"using": "css selector", "value": css})[ELEMENT]
        self._call("POST", f"/element/{found}/click", {})

    def submit(self, css):
        """Clicks and waits for the page that answers: on a busy machine the click comes back first."""
        self.run("window.before = true")
        self.click(css)
        for _ in range(400):
            try:
                if self.run("return !window.before && document.readyState === 'complete'"):
                    return
            except RuntimeError:
                pass  # between two pages
            time.sleep(0.05)
        raise RuntimeError(f"{css} leads to no page")

    def press(self, key):
        self._call("POST", "/actions", {"actions": [{"type": "key", "id": "keys", "actions": [
            {"type": "keyDown", "value": key}, {"type": "keyUp", "value": key}]}]})

    def chrome(self, command, **parameters):
        return self._call("POST", "/goog/cdp/execute", {"cmd": command, "params": parameters})

    def size(self, width, height=900):
        self.chrome("Emulation.setDeviceMetricsOverride", width=width, height=height,
                    deviceScaleFactor=1, mobile=False)

    def picture(self, file):
        """The whole page, not only what fits the window."""
        shot = self.chrome("Page.captureScreenshot", captureBeyondViewport=True)
        with open(file, "wb") as out:
            out.write(base64.b64decode(shot["data"]))

    def paper(self, file):
        pdf = self.chrome("Page.printToPDF", preferCSSPageSize=True, printBackground=True)
        with open(file, "wb") as out:
            out.write(base64.b64decode(pdf["data"]))

    def complaints(self):
        """What the console said since the last question: broken rules of content, script errors."""
        return [entry["message"] for entry in self._call("POST", "/se/log", {"type": "browser"})]

    def requests(self):
        """Addresses that were asked for since the last question."""
        asked = []
        for entry in self._call("POST", "/se/log", {"type": "performance"}):
            message = json.loads(entry["message"])["message"]
            if message["method"] == "Network.requestWillBeSent":
                asked.append(message["params"]["request"]["url"])
        return asked


def start_driver():
    """chromedriver on a port that it chooses; (process, port)."""
    process = subprocess.Popen(["chromedriver", "--port=0"], stdout=subprocess.PIPE,
                               stderr=subprocess.DEVNULL, text=True)
    return process, free_port_of(process, re.compile(r"successfully on port (\d+)"))
