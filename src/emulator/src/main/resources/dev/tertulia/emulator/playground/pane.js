// The pane of a chat on a person's phone: its messages, and the form to write in it.
import { bubble, quote, refresh } from "/playground/bubble.js";
import { arrange, button, element, setText, written } from "/playground/page.js";
import { commands } from "/playground/turns.js";

export function buildPane(member, chat) {
  const pane = element("div", "pane");
  pane.dataset.chat = chat.id;
  pane.setAttribute("role", "tabpanel");
  pane.setAttribute("aria-label", chat.heading);
  const talk = element("div", "talk");
  talk.setAttribute("role", "log");
  talk.setAttribute("aria-label", `${chat.heading} on the phone of ${member.shown_name}, use the arrow keys to go from message to message`);
  talk.tabIndex = 0;
  talk.addEventListener("keydown", walk);
  const news = element("p", "private-window");
  news.dataset.testid = "private-window";
  news.hidden = true;
  pane.append(news, element("div", "pins"), talk, writer(member, chat));
  return pane;
}

/** Arrow keys go from message to message; Tab reaches the actions of a message. */
function walk(event) {
  const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const bubbles = [...event.currentTarget.querySelectorAll(".bubble[tabindex]")];
  const at = bubbles.indexOf(document.activeElement.closest(".bubble"));
  bubbles.at(at < 0 ? -1 : Math.min(bubbles.length - 1, Math.max(0, at + step)))?.focus();
}

function writer(member, chat) {
  const { actions } = chat;
  const form = element("form");
  const reply = element("div", "replying");
  reply.hidden = true;
  const file = element("input");
  file.type = "file";
  file.hidden = true;
  file.addEventListener("change", async () => {
    const [chosen] = file.files;
    const caption = input.value;
    file.value = input.value = "";
    if (chosen && !(await actions.attach(member, chosen, caption)) && !input.value) input.value = caption;
  });
  const input = element("input", "words");
  input.placeholder = "Message";
  input.autocomplete = "off";
  input.maxLength = 4096;
  input.dir = "auto";
  input.setAttribute("aria-label", (chat.private ? "Private message as " : "Message as ") + member.shown_name);
  const send = element("button", "send", "Send");
  send.setAttribute("aria-label", "Send as " + member.shown_name);
  const attach = button("+", "Send a file as " + member.shown_name, () => file.click());
  attach.classList.add("attach");
  form.append(reply, element("div", "commands"), file, attach, input, send);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const text = input.value;
    if (!text.trim()) return;
    const replied = replies.get(form);
    input.value = "";
    cancelReply(form);
    if (await actions.say(member, text, replied?.id)) return;
    if (!input.value) input.value = text;
    if (replied && !replies.has(form)) showReply(form, replied, actions.bot);
  });
  return form;
}

/** The message to which a form replies. */
const replies = new WeakMap();

function startReply(pane, message, bot) {
  const form = pane.querySelector("form");
  showReply(form, message, bot);
  const talk = pane.querySelector(".talk");
  talk.scrollTop = talk.scrollHeight;
  form.querySelector(".words").focus();
}

function showReply(form, message, bot) {
  replies.set(form, message);
  const reply = form.querySelector(".replying");
  reply.replaceChildren(quote(message, bot), button("×", "Cancel the reply", () => cancelReply(form)));
  reply.hidden = false;
}

function cancelReply(form) {
  replies.delete(form);
  form.querySelector(".replying").hidden = true;
}

/** Buttons that enter the bots' commands. */
function showCommands(form, member, all) {
  const row = form.querySelector(".commands");
  row.hidden = all.length === 0;
  arrange(row, all.map((command) => ({ key: command, build: () => commandButton(form, member, command) })));
}

function commandButton(form, member, command) {
  const [fixed] = command.split(" {");
  const node = button(fixed, `Write ${command} as ${member.shown_name}`, () => {
    const input = form.querySelector(".words");
    input.value = fixed === command ? fixed : fixed + " ";
    input.focus();
  });
  node.dataset.testid = "command";
  return node;
}

/** Updates a chat. Keeps what did not change, also for screen readers. */
export function fillPane(pane, { member, chat, atEnd, now }) {
  const talk = pane.querySelector(".talk");
  const end = () => (talk.scrollTop = talk.scrollHeight);
  const follows = atEnd || talk.scrollHeight - talk.scrollTop - talk.clientHeight < 60;
  const before = talk.scrollHeight;
  showCommands(pane.querySelector("form"), member, commands(chat.private));
  if (chat.private) showWindow(pane.querySelector(".private-window"), chat, now);
  arrange(talk, items(pane, { member, chat }));
  arrange(pane.querySelector(".pins"), chat.messages.filter((message) => chat.pinned.includes(message.id))
    .map((message) => ({ key: message.id, build: () => pinned(message) })));
  if (!follows || (talk.scrollHeight === before && !atEnd)) return;
  end();
  // An image has no height until it is loaded.
  talk.lastElementChild?.querySelector("img")?.addEventListener("load", end);
}

function pinned(message) {
  const node = element("p", "", "Pinned: ");
  node.append(written("bdi", "", message.text));
  return node;
}

function showWindow(line, { windowUntil }, now) {
  const open = windowUntil && Date.parse(windowUntil) > now;
  line.hidden = false;
  line.classList.toggle("open", Boolean(open));
  setText(line, open
    ? "Window open until " + new Date(windowUntil).toLocaleString([], { weekday: "short", hour: "2-digit", minute: "2-digit" })
    : "Window shut: the bot may send only templates until this person writes here.");
}

/** The messages, with a line at the start of each day. */
function items(pane, { member, chat }) {
  const { actions } = chat;
  const names = new Map(chat.members.map((one) => [one.id, one.shown_name]));
  const view = {
    member,
    bot: actions.bot,
    pinned: chat.pinned,
    byId: new Map(chat.messages.map((message) => [message.id, message])),
    name: (id) => (id === "business" ? actions.bot : (names.get(id) ?? "a former member")),
    reply: (message) => startReply(pane, message, actions.bot),
    react: (message, emoji) => actions.react(member, message, emoji),
    tap: (message, choice) => actions.tap(member, message, choice),
    pin: actions.pin && ((message) => actions.pin(message, chat.pinned.includes(message.id))),
  };
  let day = "";
  const shown = chat.messages.flatMap((message) => {
    const at = new Date(message.at);
    const item = {
      key: message.id,
      build: () => bubble(message, view),
      update: (node) => refresh(node, message, view),
    };
    if (at.toDateString() === day) return [item];
    day = at.toDateString();
    return [{ key: "day before " + message.id, build: () => element("div", "day", dayName(at)) }, item];
  });
  return shown.length ? shown : [{ key: "nothing", build: () => element("p", "nothing", chat.nothing) }];
}

const dayName = (at) => at.toLocaleDateString([], { weekday: "long", day: "numeric", month: "long" });
