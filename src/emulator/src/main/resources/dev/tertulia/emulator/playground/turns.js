// What the bot did with each message, and its handlers. Available only if the bot serves it at /demo, because the emulator
// knows nothing of bots. All content is set as text, never as HTML.
import { showFailure } from "/playground/build.js";
import { arrange, element, find, setText } from "/playground/page.js";

const MOST = 100;
const MOST_KEPT = 500;
const OUTSIDE = /^(account|person):/;

const turns = new Map();
let notices = [];
let handlers = [];
let run = null;
let group = null;
let following = false;
let told = () => {};

/** Patterns of the bots' commands in groups or in private chats, such as "/remind {after} {words...}". */
export const commands = (inPrivate) => handlers
  .filter((one) => one.command && one.where !== (inPrivate ? "GROUP" : "PRIVATE")).map((one) => one.command);

/** A short result of a message; undefined if no bot reports it. */
export function resultOf(messageId) {
  const turn = turns.get(messageId);
  return turn && { ...result(turn), open: () => openTurn(turn) };
}

/** @param onNews called after each update */
export async function followTurns(onNews) {
  told = onNews;
  find("turns-open").addEventListener("click", () => toggle(find("turns").hidden));
  await refreshHandlers();
}

/** Asks for the handlers, which may be others than before, and follows the turns as soon as there are any. */
export async function refreshHandlers() {
  const known = await ask("/demo/handlers").catch(() => null);
  if (!known) return;
  handlers = known.handlers;
  find("turns-open").hidden = false;
  told();
  if (!following) follow();
  following = true;
}

async function follow() {
  for (let seq = 0; ;) {
    try {
      const news = await ask(`/demo/turns?after=${seq}&wait=20`);
      if (run && news.run !== run) {
        location.reload(); // another process responds, maybe with other handlers
        return;
      }
      run = news.run;
      if (news.turns.length || news.notices.length) take(news, seq > 0);
      seq = news.seq;
    } catch (error) {
      console.warn(error);
      await new Promise((resolve) => setTimeout(resolve, 1500));
    }
  }
}

async function ask(to) {
  const response = await fetch(to);
  if (!response.ok) throw new Error("HTTP " + response.status);
  return response.json();
}

/** @param fresh whether it has happened while the page was open */
function take(news, fresh) {
  for (const turn of news.turns) {
    turns.set(turn.event.message ?? turn.event.id, turn);
    if (turns.size > MOST_KEPT) turns.delete(turns.keys().next().value);
    if (fresh) tellFailure(turn);
  }
  notices = [...notices, ...news.notices].slice(-20);
  told();
}

function tellFailure(turn) {
  const last = turn.attempts.at(-1);
  const words = last?.failure ? `${short(last.handlers)} failed: ${last.failure.split("\n")[0]}` : "";
  showFailure(turn.event.id, words, () => openTurn(turn));
}

function toggle(open) {
  find("turns").hidden = !open;
  find("turns-open").setAttribute("aria-expanded", String(open));
  if (!open) return;
  showTurns(group);
  find("turns").scrollIntoView({ block: "nearest" });
}

function openTurn(turn) {
  toggle(true);
  const line = [...find("turn-lines").children].find((node) => node.dataset.key === turn.event.id);
  if (!line) return;
  line.open = true;
  line.scrollIntoView({ block: "nearest" });
  line.querySelector("summary").focus();
}

/** Shows the turns of a group, and those outside of groups, newest first. */
export function showTurns(current) {
  group = current;
  if (find("turns").hidden || !group) return;
  const lines = [...turns.values()].filter((turn) => turn.event.group === group.id || OUTSIDE.test(turn.event.group))
    .reverse().sort((one, other) => Date.parse(other.event.at) - Date.parse(one.event.at)).slice(0, MOST);
  setText(find("turns-none"), lines.length ? "" : "Nothing has reached the bot in this group yet.");
  arrange(find("turn-notices"), notices.map((one) => ({
    key: String(one.seq), build: () => element("p", "bad", `${time(one.at)} ${one.step}: ${one.detail}`),
  })).reverse());
  arrange(find("turn-lines"), lines.map((turn) => ({
    key: turn.event.id, build: () => line(turn), update: (node) => refresh(node, turn),
  })));
}

const time = (at) => new Date(at).toLocaleTimeString();

function line(turn) {
  const node = element("details", "wire-line");
  node.dataset.testid = "turn";
  const summary = element("summary");
  summary.append(element("strong", "", turn.event.what), element("span", "state"), element("time", "", time(turn.event.at)));
  node.append(summary, element("div", "turn"));
  return node;
}

function refresh(node, turn) {
  const print = run + " " + turn.seq;
  if (node.dataset.print === print) return;
  node.dataset.print = print;
  const { text, tone } = result(turn);
  setText(node.querySelector(".state"), text);
  node.querySelector(".state").className = "state " + tone;
  node.querySelector(".turn").replaceChildren(...details(turn));
}

const short = (names) => names.replace(/\([^)]*\)/g, "");

/** Steps after which an answer has not been sent, the most severe last. */
const STUCK = { WAITING: "waiting", HELD: "held", OVER_BUDGET: "held", PARKED: "parked", UNKNOWN: "unknown", DROPPED: "dropped",
  FAILED: "not delivered", DEAD: "dead letter" };

function result({ outcome, attempts, answers, event }) {
  const last = attempts.at(-1);
  switch (outcome) {
    case "WAITING": return { text: "queued", tone: "quiet" };
    case "UNHANDLED": return { text: "no handler fits", tone: event.message ? "bad" : "quiet" };
    case "RETRIED": return { text: `${short(last.handlers)} failed, will be retried`, tone: "bad" };
    case "DEAD": return { text: `${short(last.handlers)} failed for good`, tone: "bad" };
    case "LOST_CLAIM": return { text: "claim lost", tone: "bad" };
    default: break;
  }
  const ends = answers.map((answer) => STUCK[answer.marks.at(-1)?.step]).filter(Boolean);
  const order = Object.values(STUCK);
  const worst = ends.sort((one, other) => order.indexOf(one) - order.indexOf(other)).at(-1);
  const count = answers.length === 0 ? "no answer" : answers.length === 1 ? "1 answer" : answers.length + " answers";
  return { text: `${short(last.handlers)}: ${count}${worst ? ", " + worst : ""}`, tone: worst ? "bad" : "good" };
}

function details(turn) {
  const parts = turn.attempts.flatMap((attempt, index) => tried(attempt, index, turn.attempts.length));
  if (turn.outcome === "UNHANDLED") parts.push(...listening());
  parts.push(...turn.answers.map(answered));
  for (const change of turn.changes.state) {
    parts.push(section("State " + change.name, pre(`before ${pretty(change.before)}\nafter  ${pretty(change.after)}`)));
  }
  if (turn.changes.timers.length) parts.push(section("Timers", ...turn.changes.timers.map((one) => element("p", "", one))));
  if (turn.changes.labels.length) parts.push(section("Labels", ...turn.changes.labels.map((one) => element("p", "", one))));
  if (turn.changes.deadLetter) parts.push(section("Dead letter", element("p", "bad", turn.changes.deadLetter)));
  if (turn.repeats) parts.push(element("p", "", turn.repeats === 1 ? "1 duplicate was dropped." : `${turn.repeats} duplicates were dropped.`));
  if (parts.length === 0) parts.push(element("p", "", "The event is queued."));
  return parts;
}

const pretty = (value) => value ?? "nothing";

function tried(attempt, index, all) {
  const which = all > 1 ? `Attempt ${index + 1}: ` : "";
  const words = attempt.handlers ? `asked ${attempt.handlers}` : "no handler was asked";
  const parts = [element("p", attempt.failure ? "bad" : "", `${which}${words} · ${attempt.step} · ${attempt.tookMillis} ms`)];
  if (attempt.failure) parts.push(pre(attempt.failure));
  return parts;
}

function listening() {
  const list = element("ul");
  list.append(...handlers.map((one) => element("li", "", `${one.command ? one.to.split(" ")[0] + " " + one.command : one.to} · ${short(one.handler)}`)));
  return [section("No handler fits. The bots listen to", list)];
}

function answered(answer) {
  const marks = element("ul");
  marks.append(...answer.marks.map((mark) => element("li", mark.step in STUCK ? "bad" : "good", marked(mark, answer) + " · " + time(mark.at))));
  if (answer.marks.length === 0) marks.append(element("li", "", "waiting to be sent"));
  const parts = [element("p", "words", answer.what)];
  if (answer.whenShut) parts.push(element("p", "aside", answer.whenShut));
  return section("Answer", ...parts, marks);
}

/** A step of an answer, with the effect of the window. */
function marked({ step, detail }, { whenShut, what }) {
  if (step === "SENT") {
    if (detail === "TemplateMessage") return what.startsWith("template ") ? "sent as a template" : "the window was shut: sent as a template";
    return whenShut ? "the window was open: sent free-form" : "sent";
  }
  const names = { HELD: "held", DROPPED: "dropped", DEAD: "dead letter", WAITING: "waiting", UNKNOWN: "unknown whether it was delivered",
    PARKED: "parked", FAILED: "not delivered" };
  return `${names[step] ?? step.toLowerCase().replaceAll("_", " ")}: ${detail}`;
}

function section(title, ...parts) {
  const node = element("section");
  node.append(element("h3", "", title), ...parts);
  return node;
}

const pre = (text) => element("pre", "", text);
