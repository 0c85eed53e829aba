// The page is a client of the control interface: it shows /emulator/changes and posts actions.
import { followBuild } from "/playground/build.js";
import { ownerKeys, owners } from "/playground/chats.js";
import { connectGroupTools, showGroupTools } from "/playground/group.js";
import { showHabits } from "/playground/habits.js";
import { arrange, attempt, call, element, find, setText, submit } from "/playground/page.js";
import { forgetOthers, updatePhones } from "/playground/phone.js";
import { showTemplates } from "/playground/templates.js";
import { followTurns, refreshHandlers, showTurns } from "/playground/turns.js";
import { showWire } from "/playground/wire.js";

let state = null;
let skew = 0;
/** The id of the group that is shown, kept in the address over reloads. */
let chosen = location.hash.slice(1);

const group = () => state.groups.find((one) => one.id === chosen) ?? state.groups[0];

function show(next) {
  state = next;
  skew = state.clock_ticks ? Date.parse(state.now) - Date.now() : null;
  const current = group();
  forgetOthers(ownerKeys(state));
  find("empty").hidden = Boolean(current);
  find("tools").hidden = find("tools-open").hidden = find("hint").hidden = !current;
  if (!current) find("requests").hidden = true;
  showPills(current);
  tick();
  if (current) showGroup(current);
  else showNoGroup();
  showWire().catch(console.warn);
}

const showPhones = (current) => updatePhones(find("phones"), owners(state, current), Date.parse(state.now));

function showNoGroup() {
  if (owners(state).length) showPhones();
  else find("phones").replaceChildren();
  setText(find("subject"), "Playground");
  setText(find("members"), "");
  document.title = "Playground";
  find("link").hidden = find("reset-link").hidden = find("groups").hidden = true;
}

function showGroup(current) {
  setText(find("subject"), current.subject);
  document.title = current.subject + " · Playground";
  const count = current.members.length;
  setText(find("members"), count + (count === 1 ? " member" : " members") + " and the bot");
  find("link").hidden = find("reset-link").hidden = !current.invite_link;
  setText(find("link"), current.invite_link.replace("https://", ""));
  showChoice(current);
  showFaults();
  showHabits(state);
  showTemplates(state.templates);
  showGroupTools(current);
  showPhones(current);
  showTurns(current);
}

function showChoice(current) {
  const select = find("groups");
  select.hidden = state.groups.length < 2;
  arrange(select, state.groups.map((one) => ({
    key: one.id, build: () => new Option("", one.id), update: (option) => setText(option, one.subject),
  })));
  if (select.value !== current.id) select.value = current.id;
}

function showFaults() {
  const select = find("fault").elements.fault;
  if (select.length === 0) {
    select.append(...state.faults.known.map((name) => new Option(words(name), name)));
  }
  find("clear-faults").hidden = state.faults.waiting.length === 0;
}

const words = (name) => name.charAt(0) + name.slice(1).toLowerCase().replaceAll("_", " ");

function pill(id, text) {
  find(id).hidden = !text;
  setText(find(id), text || "");
}

function showPills(current) {
  const { webhook, faults, violations } = state;
  const waiting = webhook.waiting + (webhook.waiting === 1 ? " webhook waits" : " webhooks wait");
  pill("trouble", webhook.trouble && webhook.waiting ? `${waiting}: ${webhook.trouble}`
    : !webhook.target && webhook.waiting ? `No bot is connected yet: ${waiting}` : "");
  pill("faults-waiting", faults.waiting.map((one) => `${words(one.fault)} × ${one.times}`).join(", "));
  pill("violations", violations ? `${violations} sent outside the window` : "");
  find("suspended").hidden = !current?.suspended;
}

/** Shows the emulated time and the rest of the window. Runs every second. */
function tick() {
  if (!state) return;
  const now = skew === null ? Date.parse(state.now) : Date.now() + skew;
  find("now").textContent = new Date(now).toLocaleString([], { weekday: "short", hour: "2-digit", minute: "2-digit", second: "2-digit" });
  const current = group();
  const left = current?.window_until ? Date.parse(current.window_until) - now : 0;
  const open = left > 0;
  find("window").hidden = !current;
  find("window").className = "window " + (open ? "open" : "shut");
  const title = open ? `Window open ${clockFace(left)}` : "Window shut";
  const meaning = open ? `The bot may send any message until ${timeOf(now + left)}.` : "The bot may send only templates until a member writes.";
  if (title + meaning === tick.shown) return;
  tick.shown = title + meaning;
  find("window").replaceChildren(element("strong", "", title), element("small", "", meaning));
}

const timeOf = (at) => new Date(at).toLocaleString([], { weekday: "short", hour: "2-digit", minute: "2-digit" });

function clockFace(milliseconds) {
  const two = (number) => String(Math.floor(number)).padStart(2, "0");
  const seconds = milliseconds / 1000;
  return seconds >= 60 ? `${two(seconds / 3600)}:${two((seconds / 60) % 60)}` : `0:${two(seconds)}`;
}

function onSubmit(id, step) {
  find(id).addEventListener("submit", (event) => {
    event.preventDefault();
    submit(event.target, step);
  });
}

/** Like onSubmit, for forms that keep their values. */
function onSubmitKept(id, step) {
  find(id).addEventListener("submit", (event) => {
    event.preventDefault();
    const entered = Object.fromEntries(new FormData(event.target));
    attempt(() => step(entered));
  });
}

const move = (duration) => call("POST", "/clock", { advance: duration });

function duration(text) {
  const [, number, unit] = text.toLowerCase().match(/(\d+)\s*([smhd])/);
  return unit === "d" ? `P${number}D` : `PT${number}${unit.toUpperCase()}`;
}

onSubmit("create", ({ subject }) => call("POST", "/groups", { subject }));
onSubmit("join", ({ name, phone }) =>
  call("POST", "/join", { invite_link: group().invite_link, name, ...(phone.trim() && { phone }) }));
onSubmitKept("clock", ({ by }) => move(duration(by)));
onSubmitKept("fault", ({ fault, times }) => call("POST", "/faults", { fault, times: Number(times) }));
find("clear-faults").addEventListener("click", () => attempt(() => call("DELETE", "/faults")));
for (const button of document.querySelectorAll("[data-move]")) {
  button.addEventListener("click", () => attempt(() => move(button.dataset.move)));
}
function choose(id) {
  chosen = id;
  history.replaceState(null, "", "#" + id);
}

find("groups").addEventListener("change", (event) => {
  choose(event.target.value);
  show(state);
});
connectGroupTools(choose);
find("wire-open").addEventListener("click", () => {
  find("wire").hidden = !find("wire").hidden;
  find("wire-open").setAttribute("aria-expanded", String(!find("wire").hidden));
  if (!find("wire").hidden) find("wire").scrollIntoView({ block: "nearest" });
  showWire().catch(console.warn);
});
find("tools-open").addEventListener("click", () => {
  const open = find("tools").classList.toggle("open");
  find("tools-open").setAttribute("aria-expanded", String(open));
});
find("link").addEventListener("click", async () => {
  await navigator.clipboard?.writeText(group().invite_link);
  say("Invite link copied.");
});
setInterval(tick, 1000);
// On a small screen the first phone fills the space below the bar.
new ResizeObserver(([bar]) => document.body.style.setProperty("--bar", Math.ceil(bar.borderBoxSize[0].blockSize) + "px"))
  .observe(document.querySelector(".bar"));

/** Shows a message for four seconds. */
function say(words) {
  setText(find("said"), words);
  clearTimeout(say.timer);
  say.timer = setTimeout(() => setText(find("said"), ""), 4000);
}

async function follow() {
  for (;;) {
    try {
      show(await call("GET", state ? `/changes?after=${state.seq}&run=${state.run}&wait=25` : "/state"));
      setText(find("connection"), "");
    } catch (error) {
      console.warn(error);
      setText(find("connection"), "The emulator does not respond. Retrying…");
      await new Promise((resolve) => setTimeout(resolve, 1500));
    }
  }
}
follow();
followTurns(() => state && show(state)).catch(console.warn);
followBuild(() => refreshHandlers().catch(console.warn)).catch(console.warn);
