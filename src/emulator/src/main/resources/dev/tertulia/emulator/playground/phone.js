// The phone of each member: the conversation as that person sees it, with the person's actions.
import { bubble, quote, refresh, voice } from "/playground/bubble.js";
import { arrange, button, element } from "/playground/page.js";
import { commands } from "/playground/turns.js";

/** Phones of all groups, so that entered text is kept while another group is shown. */
const phones = new Map();

const NOBODY = "The group has no members. Add one: each member gets a phone here.";

/** Updates the row of phones. Keeps what did not change, so that entered text is not lost. */
export function updatePhones(row, group, actions) {
  const key = (member) => group.id + " " + member.id;
  for (const member of group.members) {
    if (!phones.has(key(member))) phones.set(key(member), build(member, actions));
  }
  forget((one) => one.startsWith(group.id + " ") && !group.members.some((member) => key(member) === one));
  const back = group.members.filter((member) => !phones.get(key(member)).isConnected).map((member) => member.id);
  arrange(row, group.members.length === 0
    ? [{ key: "nobody", build: () => element("p", "nobody", NOBODY) }]
    : group.members.map((member) => ({ key: key(member), build: () => phones.get(key(member)) })));
  // Filled after all phones are placed, because the width of a phone determines the height of its conversation.
  for (const member of group.members) fill(phones.get(key(member)), { member, group, actions, atEnd: back.includes(member.id) });
}

function forget(gone) {
  for (const key of [...phones.keys()].filter(gone)) phones.delete(key);
}

/** Removes the phones of groups that no longer exist. */
export function forgetOthers(groups) {
  const ids = new Set(groups.map((group) => group.id));
  forget((key) => !ids.has(key.split(" ")[0]));
}

function build(member, actions) {
  const phone = element("section", "phone");
  phone.dataset.testid = "phone";
  phone.dataset.id = member.id;
  phone.dataset.member = member.shown_name;
  phone.style.setProperty("--voice", voice(member.id));
  phone.setAttribute("aria-label", "Phone of " + member.shown_name);
  const talk = element("div", "talk");
  talk.setAttribute("role", "log");
  talk.setAttribute("aria-label", "Conversation on the phone of " + member.shown_name + ", use the arrow keys to go from message to message");
  talk.tabIndex = 0;
  talk.addEventListener("keydown", walk);
  const pins = element("div", "pins");
  phone.append(top(member, actions), pins, talk, writer(member, actions));
  return phone;
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

function top(member, actions) {
  const header = element("header");
  const names = element("div", "who-am-i");
  names.append(element("strong", "", member.shown_name));
  names.append(element("small", "", member.phone ? "+" + member.phone : "number hidden"));
  const avatar = element("div", "avatar", member.shown_name.replace(/^[@+]/, "").charAt(0).toUpperCase());
  avatar.setAttribute("aria-hidden", "true");
  const leave = button("Leave", member.shown_name + " leaves", () => actions.leave(member));
  leave.classList.add("leave");
  const remove = button("Remove", "The bot removes " + member.shown_name, () => actions.remove(member));
  remove.classList.add("leave");
  header.append(avatar, names, leave, remove);
  return header;
}

function writer(member, actions) {
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
  input.setAttribute("aria-label", "Message as " + member.shown_name);
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

function startReply(phone, message, bot) {
  const form = phone.querySelector("form");
  showReply(form, message, bot);
  const talk = phone.querySelector(".talk");
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
function showCommands(form, member) {
  const row = form.querySelector(".commands");
  row.hidden = commands().length === 0;
  arrange(row, commands().map((command) => ({ key: command, build: () => commandButton(form, member, command) })));
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

/** Updates the conversation of a phone. Keeps what did not change, also for screen readers. */
function fill(phone, { member, group, actions, atEnd }) {
  const talk = phone.querySelector(".talk");
  const end = () => (talk.scrollTop = talk.scrollHeight);
  const follows = atEnd || talk.scrollHeight - talk.scrollTop - talk.clientHeight < 60;
  const before = talk.scrollHeight;
  showCommands(phone.querySelector("form"), member);
  arrange(talk, items(phone, { member, group, actions }));
  arrange(phone.querySelector(".pins"), group.messages.filter((message) => group.pinned.includes(message.id))
    .map((message) => ({ key: message.id, build: () => element("p", "", "Pinned: " + message.text) })));
  if (!follows || (talk.scrollHeight === before && !atEnd)) return;
  end();
  // An image has no height until it is loaded.
  talk.lastElementChild?.querySelector("img")?.addEventListener("load", end);
}

/** Messages since the member joined, with a line at the start of each day. */
function items(phone, { member, group, actions }) {
  const names = new Map(group.members.map((one) => [one.id, one.shown_name]));
  const view = {
    member,
    bot: actions.bot,
    pinned: group.pinned,
    byId: new Map(group.messages.map((message) => [message.id, message])),
    name: (id) => (id === "business" ? actions.bot : (names.get(id) ?? "a former member")),
    reply: (message) => startReply(phone, message, actions.bot),
    react: (message, emoji) => actions.react(member, message, emoji),
    pin: (message) => actions.pin(message, group.pinned.includes(message.id)),
  };
  const joined = group.messages.findLastIndex((message) => message.kind === "system" && message.from === member.id);
  let day = "";
  return group.messages.slice(Math.max(0, joined)).flatMap((message) => {
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
}

const dayName = (at) => at.toLocaleDateString([], { weekday: "long", day: "numeric", month: "long" });
