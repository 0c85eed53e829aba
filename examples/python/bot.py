"""A bot for WhatsApp groups that needs nothing but Python's standard library.

It answers /ping in groups, and greets people who join: free-form while the customer service window is open, otherwise with
the template "welcome". It shows the interface of WhatsApp and forgets everything at its end; it does not store what it has
to send, keep within rates, or drop what is delivered twice.
"""

import hashlib
import hmac
import json
import os
import urllib.request
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlparse

WINDOW = 24 * 60 * 60


class WhatsApp:
    """The calls of the Graph API that the bot needs."""

    def __init__(self, settings):
        self.messages = "%s/v25.0/%s/messages" % (settings["WHATSAPP_GRAPH_URL"], settings["WHATSAPP_PHONE_NUMBER_ID"])
        self.token = settings["WHATSAPP_ACCESS_TOKEN"]

    def send(self, group, content):
        body = {"messaging_product": "whatsapp", "recipient_type": "group", "to": group, **content}
        request = urllib.request.Request(self.messages, json.dumps(body).encode(), {
            "Authorization": "Bearer " + self.token, "Content-Type": "application/json"})
        with urllib.request.urlopen(request, timeout=10) as response:
            return json.load(response)


class Bot:
    """What the bot says, and the windows of its groups."""

    def __init__(self, whatsapp):
        self.whatsapp = whatsapp
        self.last_messages = {}

    def handle(self, delivery):
        for entry in delivery.get("entry", []):
            for change in entry.get("changes", []):
                value = change["value"]
                for message in value.get("messages", []):
                    self.message(message)
                for event in value.get("groups", []):
                    if event.get("type") == "group_participants_add":
                        self.joined(event)

    def message(self, message):
        group = message.get("group_id")
        if not group or message["type"] == "reaction":
            return
        self.last_messages[group] = max(int(message["timestamp"]), self.last_messages.get(group, 0))
        if message["type"] == "text" and message["text"]["body"].strip() == "/ping":
            self.whatsapp.send(group, {"type": "text", "text": {"body": "pong"}})

    def joined(self, event):
        group = event["group_id"]
        for person in event.get("added_participants", []):
            name = person.get("username") or person.get("wa_id") or "stranger"
            if int(event["timestamp"]) < self.last_messages.get(group, 0) + WINDOW:
                content = {"type": "text", "text": {"body": "Welcome, %s!" % name}}
            else:
                content = {"type": "template", "template": {
                    "name": "welcome", "language": {"code": "en"},
                    "components": [{"type": "body", "parameters": [{"type": "text", "text": name}]}]}}
            self.whatsapp.send(group, content)


def handler(bot, settings):
    """The webhook: the handshake, and deliveries whose signature is right."""

    class Webhook(BaseHTTPRequestHandler):

        def do_GET(self):
            query = parse_qs(urlparse(self.path).query)
            right = query.get("hub.verify_token") == [settings["WHATSAPP_VERIFY_TOKEN"]]
            self.answer(200 if right else 403, query.get("hub.challenge", [""])[0] if right else "")

        def do_POST(self):
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            wanted = hmac.new(settings["WHATSAPP_APP_SECRET"].encode(), body, hashlib.sha256).hexdigest()
            if not hmac.compare_digest("sha256=" + wanted, self.headers.get("X-Hub-Signature-256", "")):
                self.answer(401, "")
                return
            bot.handle(json.loads(body))
            self.answer(200, "")

        def answer(self, status, text):
            self.send_response(status)
            self.end_headers()
            self.wfile.write(text.encode())

        def log_message(self, *_):
            pass

    return Webhook


def server(settings, port):
    """A server on this machine; port 0 is any free one."""
    return ThreadingHTTPServer(("127.0.0.1", port), handler(Bot(WhatsApp(settings)), settings))


if __name__ == "__main__":
    server(os.environ, int(os.environ.get("PORT", "5000"))).serve_forever()
