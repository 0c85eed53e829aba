// The phone of each person, with a tab for each chat: the group, and the private chat with the business.
import { voice } from "/playground/bubble.js";
import { arrange, button, element, setText, written } from "/playground/page.js";
import { buildPane, fillPane } from "/playground/pane.js";

/** Phones by group and person, so that entered text is kept while another group is shown. */
const phones = new Map();

const NOBODY = "The group has no members. Add one: each member gets a phone here.";

/**
 * Updates the row of phones. Keeps what did not change, so that entered text is not lost.
 * @param owners people with key, member, chats, and the actions leave and remove of a group's member
 */
export function updatePhones(row, owners, now) {
  for (const owner of owners) {
    if (!phones.has(owner.key)) phones.set(owner.key, build(owner));
  }
  const back = owners.filter(({ key }) => !phones.get(key).node.isConnected).map(({ key }) => key);
  arrange(row, owners.length === 0
    ? [{ key: "nobody", build: () => element("p", "nobody", NOBODY) }]
    : owners.map(({ key }) => ({ key, build: () => phones.get(key).node })));
  // Filled after all phones are placed, because the width of a phone determines the height of its chat.
  for (const owner of owners) fill(phones.get(owner.key), { ...owner, now }, back.includes(owner.key));
}

/** Removes the phones of people and groups that no longer exist. */
export function forgetOthers(keys) {
  for (const key of [...phones.keys()].filter((one) => !keys.has(one))) phones.delete(key);
}

function build({ member, chats, leave, remove }) {
  const node = element("section", "phone");
  node.dataset.testid = "phone";
  node.dataset.id = member.id;
  node.dataset.member = member.shown_name;
  node.style.setProperty("--voice", voice(member.id));
  node.setAttribute("aria-label", "Phone of " + member.shown_name);
  const tabs = element("div", "tabs");
  tabs.setAttribute("role", "tablist");
  tabs.setAttribute("aria-label", "Chats on the phone of " + member.shown_name);
  tabs.addEventListener("keydown", turn);
  node.append(top(member, leave, remove), tabs);
  return { node, tabs, panes: new Map(), seen: new Map(), shown: chats[0].id, latest: null };
}

/** Arrow keys go from tab to tab. */
function turn(event) {
  const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  if (!step) return;
  const tabs = [...event.currentTarget.children];
  const next = tabs[(tabs.indexOf(document.activeElement) + step + tabs.length) % tabs.length];
  next.click();
  next.focus();
}

function top(member, leave, remove) {
  const header = element("header");
  const names = element("div", "who-am-i");
  names.append(written("strong", "", member.shown_name));
  names.append(element("small", "", member.phone ? "+" + member.phone : "number hidden"));
  const avatar = element("div", "avatar", member.shown_name.replace(/^[@+]/, "").charAt(0).toUpperCase());
  avatar.setAttribute("aria-hidden", "true");
  header.append(avatar, names);
  if (leave) header.append(button("Leave", member.shown_name + " leaves", leave));
  if (remove) header.append(button("Remove", "The bot removes " + member.shown_name, remove));
  for (const one of header.querySelectorAll("button")) one.classList.add("leave");
  return header;
}

function fill(phone, owner, back) {
  phone.latest = owner;
  const { member, chats } = owner;
  const chat = chats.find((one) => one.id === phone.shown) ?? chats[0];
  if (!phone.panes.has(chat.id)) phone.panes.set(chat.id, buildPane(member, chat));
  const pane = phone.panes.get(chat.id);
  const opened = !pane.isConnected;
  if (opened) {
    phone.node.querySelector(":scope > .pane")?.remove();
    phone.node.append(pane);
  }
  fillPane(pane, { member, chat, atEnd: back || opened, now: owner.now });
  phone.seen.set(chat.id, chat.messages.at(-1)?.id);
  showTabs(phone, chat);
}

function showTabs(phone, current) {
  const { member, chats } = phone.latest;
  arrange(phone.tabs, chats.map((chat) => ({
    key: chat.id,
    build: () => tab(phone, chat),
    update: (node) => {
      const chosen = chat.id === current.id;
      node.setAttribute("aria-selected", String(chosen));
      node.tabIndex = chosen ? 0 : -1;
      setText(node.querySelector(".title"), chat.title);
      const fresh = chosen ? 0 : unread(phone, chat);
      node.querySelector(".fresh").hidden = !fresh;
      setText(node.querySelector(".fresh"), String(fresh || ""));
      node.setAttribute("aria-label", `${chat.heading} on the phone of ${member.shown_name}${fresh ? ", " + fresh + " new" : ""}`);
    },
  })));
}

function tab(phone, chat) {
  const node = element("button", "tab");
  node.type = "button";
  node.dataset.testid = chat.private ? "private-tab" : "group-tab";
  node.setAttribute("role", "tab");
  node.append(written("span", "title", chat.title), element("span", "fresh"));
  node.addEventListener("click", () => {
    phone.shown = chat.id;
    fill(phone, phone.latest, false);
  });
  return node;
}

/** The messages of the bot since the chat was shown. */
function unread(phone, { id, messages }) {
  if (!phone.seen.has(id)) phone.seen.set(id, messages.at(-1)?.id);
  const seen = messages.findLastIndex((message) => message.id === phone.seen.get(id));
  return messages.slice(seen + 1).filter((message) => message.from === "business").length;
}
