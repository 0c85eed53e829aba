// A message as a member sees it, with the member's actions. All content is set as text, never as HTML.
import { choices } from "/playground/choices.js";
import { button, element, setText, written } from "/playground/page.js";
import { resultOf } from "/playground/turns.js";

const VOICES = ["#0b6b5d", "#a23b72", "#b3631a", "#3b5ba9", "#6a4fa3", "#517a1f", "#a8433c", "#1b7a95"];
export const voice = (id) => VOICES[(Number(id.replace(/\D/g, "")) - 1 + VOICES.length) % VOICES.length];

const isBot = (message) => message.from === "business";
const ink = (message) => (isBot(message) ? "var(--bot-ink)" : voice(message.from));
const author = (message, bot) => (isBot(message) ? bot : message.author);

/** The current message and view of a bubble, for its buttons. */
const shown = new WeakMap();

export function bubble(message, view) {
  const own = message.from === view.member.id && message.kind !== "system";
  const node = element("div", ["bubble", own && "own", isBot(message) && "bot"].filter(Boolean).join(" "));
  node.dataset.testid = "bubble";
  node.dataset.kind = message.kind;
  node.dataset.from = isBot(message) ? "business" : message.author;
  if (message.kind === "system") {
    node.textContent = message.text;
    return node;
  }
  node.style.setProperty("--voice", ink(message));
  if (!own) node.append(element("span", "who", author(message, view.bot)));
  if (message.template) node.append(element("span", "label", "template · " + message.template));
  const quoted = view.byId.get(message.quoted);
  if (quoted) node.append(quote(quoted, view.bot));
  if (message.media) node.append(attachment(message.media));
  node.append(written("span", "text", message.media ? message.text.replace(/^\[\w+\] ?/, "") : message.text));
  node.append(element("span", "foot"));
  if (message.choices && !message.error) {
    node.append(choices(message.choices, view.member, (choice) => shown.get(node).view.tap(message, choice)));
  }
  const buttons = deeds(node, message, view);
  node.append(buttons);
  node.tabIndex = -1;
  const reach = (index) => () => [...buttons.children].forEach((one) => (one.tabIndex = index));
  reach(-1)();
  node.addEventListener("focusin", reach(0));
  node.addEventListener("focusout", reach(-1));
  return node;
}

/** Updates what changes after a message was sent. Keeps the node, with its focus, selection and media player. */
export function refresh(node, message, view) {
  if (message.kind === "system") return;
  shown.set(node, { message, view });
  if (message.from === view.member.id) showResult(node, resultOf(message.id));
  const print = JSON.stringify([message.ticks, message.reactions, message.error, message.price, view.pinned.includes(message.id)]);
  if (node.dataset.print === print) return;
  node.dataset.print = print;
  const part = (name) => node.querySelector(":scope > ." + name);
  node.classList.toggle("failed", Boolean(message.error));
  part("error")?.remove();
  if (message.error) part("foot").before(element("span", "error", "not delivered: " + message.error));
  part("foot").replaceChildren(...foot(message, view));
  part("reactions")?.remove();
  if (Object.keys(message.reactions).length) part("foot").after(reactions(message, view));
  if (view.pin) setText(part("deeds").querySelector(".pin"), view.pinned.includes(message.id) ? "Unpin" : "Pin");
}

/** Shows beside a member's message what the bot did with it. */
function showResult(node, result) {
  if (!result) return;
  const chip = node.querySelector(".did") ?? node.insertBefore(element("button", "did"), node.querySelector(".deeds"));
  chip.type = "button";
  chip.dataset.testid = "did";
  chip.title = "Show what the bot did with this message";
  chip.onclick = result.open;
  chip.className = "did " + result.tone;
  setText(chip, result.text);
}

export function quote(quoted, bot) {
  const node = element("div", "quote", author(quoted, bot) + ": ");
  node.append(written("bdi", "", quoted.text));
  node.style.setProperty("--voice", ink(quoted));
  return node;
}

function attachment(media) {
  const source = "/emulator/media/" + encodeURIComponent(media.id);
  const kind = media.mime_type.split("/")[0];
  if (kind === "image" || kind === "video" || kind === "audio") {
    const node = element(kind === "image" ? "img" : kind, "media");
    node.src = source;
    if (kind === "image") node.alt = "Attached image";
    else node.controls = true;
    return node;
  }
  const link = element("a", "file", "Open the file (" + media.mime_type + ")");
  link.href = source;
  link.target = "_blank";
  return link;
}

function reactions(message, view) {
  const node = element("span", "reactions", Object.values(message.reactions).join(" "));
  node.title = Object.entries(message.reactions).map(([id, emoji]) => view.name(id) + " " + emoji).join(", ");
  return node;
}

/** Time, price and ticks: the bot's on a member's own message, those of all members on the bot's. */
function foot(message, view) {
  const own = message.from === view.member.id;
  const parts = message.price ? [price(message), " · "] : [];
  parts.push(new Date(message.at).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" }));
  const tick = own ? (message.ticks.business ?? "delivered") : message.ticks[view.member.id];
  if (tick && tick !== "failed") {
    const ticks = element("span", "ticks " + tick, tick === "sent" ? " ✓" : " ✓✓");
    ticks.title = own ? tick : Object.entries(message.ticks).map(([id, one]) => view.name(id) + ": " + one).join("\n");
    parts.push(ticks);
  }
  return parts;
}

function price(message) {
  const people = Object.values(message.ticks).filter((tick) => tick !== "failed").length;
  const { billable, category, type } = message.price;
  const node = element("span", "price", billable ? `charged × ${people}` : "free");
  node.title = `${category}, ${type}: ${billable ? "Meta charges it for each of " + people + (people === 1 ? " member" : " members") : "free of charge"}`;
  return node;
}

/** Actions of a member, and of the bot, on the message that is shown when a button is pressed. */
function deeds(bubble, { text }, { pin: canPin }) {
  const node = element("span", "deeds");
  const words = text.slice(0, 40);
  const now = (deed) => () => deed(shown.get(bubble));
  node.append(button("Reply", "Reply to: " + words, now(({ message, view }) => view.reply(message))),
    button("❤", "React with a heart to: " + words, now(({ message, view }) => view.react(message, "❤"))));
  if (!canPin) return node;
  const pin = button("Pin", "The bot pins or unpins: " + words, now(({ message, view }) => view.pin(message)));
  pin.classList.add("pin");
  node.append(pin);
  return node;
}
