// One phone for each member: the conversation as that person sees it. What people wrote is set as text, never as HTML.
const VOICES = ["#0b6b5d", "#a23b72", "#b3631a", "#3b5ba9", "#6a4fa3", "#517a1f", "#a8433c", "#1b7a95"];
const voice = (id) => VOICES[(Number(id.replace(/\D/g, "")) - 1 + VOICES.length) % VOICES.length];

export function element(tag, className, text) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (text !== undefined) node.textContent = text;
  return node;
}

/** Brings the row of phones up to date and leaves alone what did not change, so that nobody loses what they type. */
export function updatePhones(row, group, actions) {
  const known = new Map([...row.querySelectorAll(".phone")].map((phone) => [phone.dataset.id, phone]));
  row.querySelector(".nobody")?.remove();
  const phones = group.members.map((member) => [member, known.get(member.id) ?? row.appendChild(build(member, actions))]);
  for (const member of group.members) known.delete(member.id);
  for (const gone of known.values()) gone.remove();
  // Filled only once all are there: the width of a phone decides where its conversation ends.
  for (const [member, phone] of phones) fill(phone.querySelector(".talk"), member, group, actions.bot);
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
  talk.setAttribute("aria-label", "Conversation on the phone of " + member.shown_name);
  talk.tabIndex = 0;
  phone.append(top(member, actions), talk, writer(member, actions));
  return phone;
}

function top(member, actions) {
  const header = element("header");
  const names = element("div", "who-am-i");
  names.append(element("strong", "", member.shown_name));
  names.append(element("small", "", member.phone ? "+" + member.phone : "number withheld"));
  const leave = element("button", "leave", "Leave");
  leave.type = "button";
  leave.setAttribute("aria-label", member.shown_name + " leaves");
  leave.addEventListener("click", () => actions.leave(member.id));
  const avatar = element("div", "avatar", member.shown_name.replace(/^[@+]/, "").charAt(0).toUpperCase());
  avatar.setAttribute("aria-hidden", "true");
  header.append(avatar, names, leave);
  return header;
}

function writer(member, actions) {
  const form = element("form");
  const input = element("input");
  input.placeholder = "Message";
  input.autocomplete = "off";
  input.maxLength = 4096;
  input.setAttribute("aria-label", "Message as " + member.shown_name);
  const send = element("button", "", "Send");
  send.setAttribute("aria-label", "Send as " + member.shown_name);
  form.append(input, send);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const text = input.value;
    if (!text.trim()) return;
    input.value = "";
    if (!(await actions.say(member.id, text))) input.value = text;
  });
  return form;
}

/** Adds what is new and replaces what changed; the rest stays, also for whoever listens to the page. */
function fill(talk, member, group, bot) {
  const atEnd = talk.scrollHeight - talk.scrollTop - talk.clientHeight < 60;
  const shown = new Map([...talk.children].map((node) => [node.dataset.key, node]));
  let added = false;
  for (const item of items(group.messages, member, bot)) {
    const old = shown.get(item.key);
    shown.delete(item.key);
    if (old?.dataset.print === item.print) continue;
    const node = item.build();
    node.dataset.key = item.key;
    node.dataset.print = item.print;
    if (old) old.replaceWith(node);
    else talk.append(node);
    added = true;
  }
  for (const gone of shown.values()) gone.remove();
  if (added && atEnd) talk.scrollTop = talk.scrollHeight;
}

/** Bubbles since the member joined, and a line wherever a new day begins. */
function items(messages, member, bot) {
  const byId = new Map(messages.map((message) => [message.id, message]));
  const joined = messages.findLastIndex((message) => message.kind === "system" && message.from === member.id);
  let day = "";
  return messages.slice(Math.max(0, joined)).flatMap((message) => {
    const at = new Date(message.at);
    const item = {
      key: message.id,
      print: message.ticks[member.id] + "/" + message.ticks.business,
      build: () => bubble(message, member, byId.get(message.quoted), bot),
    };
    if (at.toDateString() === day) return [item];
    day = at.toDateString();
    return [{ key: "day before " + message.id, print: day, build: () => element("div", "day", dayName(at)) }, item];
  });
}

const dayName = (at) => at.toLocaleDateString([], { weekday: "long", day: "numeric", month: "long" });

function bubble(message, member, quoted, bot) {
  const fromBot = message.from === "business";
  const own = message.from === member.id && message.kind !== "system";
  const node = element("div", ["bubble", own && "own", fromBot && "bot", message.error && "failed"].filter(Boolean).join(" "));
  node.dataset.testid = "bubble";
  node.dataset.kind = message.kind;
  node.dataset.from = fromBot ? "business" : message.author;
  if (message.kind === "system") {
    node.textContent = message.text;
    return node;
  }
  node.style.setProperty("--voice", fromBot ? "var(--bot-ink)" : voice(message.from));
  if (!own) node.append(element("span", "who", fromBot ? bot : message.author));
  if (message.template) node.append(element("span", "label", "template · " + message.template));
  if (quoted) node.append(quote(quoted, bot));
  node.append(element("span", "text", message.text));
  if (message.error) node.append(element("span", "error", "not delivered: " + message.error));
  node.append(foot(message, member, own));
  return node;
}

function quote(quoted, bot) {
  const node = element("div", "quote", (quoted.from === "business" ? bot : quoted.author) + ": " + quoted.text);
  node.style.setProperty("--voice", quoted.from === "business" ? "var(--bot-ink)" : voice(quoted.from));
  return node;
}

function foot(message, member, own) {
  const time = new Date(message.at).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
  const node = element("span", "foot", time);
  const tick = own ? (message.ticks.business ?? "delivered") : message.ticks[member.id];
  if (tick && tick !== "failed") {
    const ticks = element("span", "ticks " + tick, tick === "sent" ? " ✓" : " ✓✓");
    ticks.title = tick;
    node.append(ticks);
  }
  return node;
}
