// One phone for each member: the conversation as that person sees it, and what the person can do.
import { bubble, quote, voice } from "/playground/bubble.js";
import { button, element } from "/playground/page.js";

/** Brings the row of phones up to date and leaves alone what did not change, so that nobody loses what they type. */
export function updatePhones(row, group, actions) {
  const known = new Map([...row.querySelectorAll(".phone")].map((phone) => [phone.dataset.id, phone]));
  row.querySelector(".nobody")?.remove();
  const phones = group.members.map((member) => [member, known.get(member.id) ?? row.appendChild(build(member, actions))]);
  for (const member of group.members) known.delete(member.id);
  for (const gone of known.values()) gone.remove();
  // Filled only once all are there: the width of a phone decides where its conversation ends.
  for (const [member, phone] of phones) fill(phone, member, group, actions);
  if (group.members.length === 0) {
    row.append(element("p", "nobody", "Nobody is in the group. Let somebody join: each member gets a phone here."));
  }
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
  talk.setAttribute("aria-label", "Conversation on the phone of " + member.shown_name + ", arrow keys go from message to message");
  talk.tabIndex = 0;
  talk.addEventListener("keydown", walk);
  const pins = element("div", "pins");
  phone.append(top(member, actions), pins, talk, writer(member, actions));
  return phone;
}

/** Arrow keys go from message to message; Tab then reaches what can be done with it. */
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
  names.append(element("small", "", member.phone ? "+" + member.phone : "number withheld"));
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
    if (file.files[0]) await actions.attach(member, file.files[0], input.value);
    form.reset();
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
  form.append(reply, file, attach, input, send);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const text = input.value;
    if (!text.trim()) return;
    const quoted = form.dataset.quoted;
    input.value = "";
    cancelReply(form);
    if (!(await actions.say(member, text, quoted))) input.value = text;
  });
  return form;
}

function startReply(phone, message, bot) {
  const form = phone.querySelector("form");
  form.dataset.quoted = message.id;
  const reply = form.querySelector(".replying");
  reply.replaceChildren(quote(message, bot), button("×", "Do not reply to it", () => cancelReply(form)));
  reply.hidden = false;
  const talk = phone.querySelector(".talk");
  talk.scrollTop = talk.scrollHeight;
  form.querySelector(".words").focus();
}

function cancelReply(form) {
  delete form.dataset.quoted;
  form.querySelector(".replying").hidden = true;
}

/** Adds what is new and replaces what changed; the rest stays, also for whoever listens to the page. */
function fill(phone, member, group, actions) {
  const talk = phone.querySelector(".talk");
  const atEnd = talk.scrollHeight - talk.scrollTop - talk.clientHeight < 60;
  const shown = new Map([...talk.children].map((node) => [node.dataset.key, node]));
  let added = false;
  for (const item of items(phone, member, group, actions)) {
    const old = shown.get(item.key);
    shown.delete(item.key);
    if (old?.dataset.print === item.print) continue;
    const node = item.build();
    node.dataset.key = item.key;
    node.dataset.print = item.print;
    if (old) old.replaceWith(node);
    else talk.append(node);
    // A picture gets its height only once it is loaded.
    if (atEnd) node.querySelector("img")?.addEventListener("load", () => (talk.scrollTop = talk.scrollHeight));
    added = true;
  }
  for (const gone of shown.values()) gone.remove();
  showPins(phone, group);
  if (added && atEnd) talk.scrollTop = talk.scrollHeight;
}

function showPins(phone, group) {
  const pinned = group.messages.filter((message) => group.pinned.includes(message.id));
  phone.querySelector(".pins").replaceChildren(...pinned.map((message) => element("p", "", "Pinned: " + message.text)));
}

/** Bubbles since the member joined, and a line wherever a new day begins. */
function items(phone, member, group, actions) {
  const names = new Map(group.members.map((one) => [one.id, one.shown_name]));
  const view = {
    member,
    bot: actions.bot,
    pinned: group.pinned,
    byId: new Map(group.messages.map((message) => [message.id, message])),
    name: (id) => (id === "business" ? actions.bot : (names.get(id) ?? "somebody who left")),
    reply: (message) => startReply(phone, message, actions.bot),
    react: (message, emoji) => actions.react(member, message, emoji),
    pin: (message) => actions.pin(message),
  };
  const joined = group.messages.findLastIndex((message) => message.kind === "system" && message.from === member.id);
  let day = "";
  return group.messages.slice(Math.max(0, joined)).flatMap((message) => {
    const at = new Date(message.at);
    const item = {
      key: message.id,
      print: JSON.stringify([message.ticks, message.reactions, message.media, group.pinned.includes(message.id)]),
      build: () => bubble(message, view),
    };
    if (at.toDateString() === day) return [item];
    day = at.toDateString();
    return [{ key: "day before " + message.id, print: day, build: () => element("div", "day", dayName(at)) }, item];
  });
}

const dayName = (at) => at.toLocaleDateString([], { weekday: "long", day: "numeric", month: "long" });
