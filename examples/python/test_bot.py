"""Tests of the bot against Tertulia's emulator, which plays WhatsApp. The variable EMULATOR is the command that starts it."""

import json
import os
import shlex
import subprocess
import threading
import unittest
import urllib.request

from bot import server

PATIENCE = 20


class Emulator:
    """The emulator as a process, and the people whom it plays."""

    def __init__(self):
        command = shlex.split(os.environ["EMULATOR"])
        self.process = subprocess.Popen(
            command + ["--port", "0", "--template", "welcome:en:Welcome to the group, {{1}}!"],
            stdout=subprocess.PIPE, text=True)
        self.settings = self.printed()
        self.url = self.settings["WHATSAPP_GRAPH_URL"]

    def printed(self):
        settings = {}
        for line in self.process.stdout:
            name, found, value = line.strip().partition("=")
            if found:
                settings[name] = value
            if "/playground" in line:
                return settings
        raise AssertionError("the emulator did not start")

    def call(self, method, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.url + "/emulator" + path, data, {"Content-Type": "application/json"},
                                         method=method)
        with urllib.request.urlopen(request, timeout=PATIENCE + 10) as response:
            return json.load(response)

    def heard(self, group, count):
        """The bot's messages in a group, once there are this many: the request waits for the next change."""
        state = self.call("GET", "/state")
        while True:
            messages = next(one for one in state["groups"] if one["id"] == group)["messages"]
            heard = [one for one in messages if one["from"] == "business" and one["kind"] != "system"]
            if len(heard) >= count:
                return heard
            before = state["seq"]
            state = self.call("GET", "/changes?after=%d&wait=%d" % (before, PATIENCE))
            if state["seq"] == before:
                raise AssertionError("heard only %s" % [one["text"] for one in heard])

    def close(self):
        self.process.terminate()
        self.process.wait()
        self.process.stdout.close()


class BotTest(unittest.TestCase):

    @classmethod
    def setUpClass(cls):
        cls.emulator = Emulator()
        cls.addClassCleanup(cls.emulator.close)
        cls.bot = server(cls.emulator.settings, 0)
        threading.Thread(target=cls.bot.serve_forever, daemon=True).start()
        cls.addClassCleanup(cls.bot.server_close)
        cls.addClassCleanup(cls.bot.shutdown)
        cls.emulator.call("PUT", "/webhook", {"url": "http://127.0.0.1:%d/webhook" % cls.bot.server_port})

    def setUp(self):
        self.group = self.emulator.call("POST", "/groups", {"subject": "Tea"})["id"]

    def join(self, name, phone):
        return self.emulator.call("POST", "/groups/%s/members" % self.group, {"name": name, "phone": phone})["id"]

    def says(self, member, text):
        self.emulator.call("POST", "/groups/%s/messages" % self.group, {"from": member, "text": text})

    def test_answers_a_ping(self):
        ana = self.join("Ana", "+1 650 555 1234")
        self.emulator.heard(self.group, 1)
        self.says(ana, "/ping")

        self.assertEqual("pong", self.emulator.heard(self.group, 2)[1]["text"])

    def test_greets_with_the_template_while_the_window_is_shut(self):
        self.join("Ben", "+1 650 555 1235")

        welcome = self.emulator.heard(self.group, 1)[0]
        self.assertEqual("template", welcome["kind"])
        self.assertEqual("Welcome to the group, 16505551235!", welcome["text"])

    def test_greets_freely_after_somebody_wrote_and_again_with_the_template_a_day_later(self):
        ana = self.join("Ana", "+1 650 555 1236")
        self.emulator.heard(self.group, 1)
        self.says(ana, "hello")
        self.join("Ben", "+1 650 555 1237")
        self.assertEqual("Welcome, 16505551237!", self.emulator.heard(self.group, 2)[1]["text"])

        self.emulator.call("POST", "/clock", {"advance": "PT25H"})
        self.join("Eva", "+1 650 555 1238")

        self.assertEqual("template", self.emulator.heard(self.group, 3)[2]["kind"])


if __name__ == "__main__":
    unittest.main()
