// The wire inspector: every Graph API call and every webhook, newest first, with its JSON and "Send again".
import { arrange, attempt, button, call, element, find, path, setText } from "/playground/page.js";

const MOST = 60;

let loading = false;
let stale = false;

/** Loads one response at a time, so that an older one never replaces a newer one. */
export async function showWire() {
  stale = true;
  if (loading) return;
  loading = true;
  try {
    while (stale && !find("wire").hidden) {
      stale = false;
      await load();
    }
  } finally {
    loading = false;
  }
}

async function load() {
  const [calls, deliveries] = await Promise.all([call("GET", "/calls"), call("GET", "/deliveries")]);
  const lines = [
    ...calls.calls.map((one) => ({ key: "call " + one.id, at: one.at, build: () => callLine(one) })),
    ...deliveries.deliveries.map((one) => ({
      key: "webhook " + one.id, at: one.at, build: () => deliveryLine(one), update: (node) => showOutcome(node, one),
    })),
  ];
  // Reversed first: the sort is stable, so lines of the same instant are newest first, too.
  lines.reverse().sort((one, other) => Date.parse(other.at) - Date.parse(one.at));
  arrange(find("wire-lines"), lines.slice(0, MOST));
}

function line(direction, title, state, good, at) {
  const node = element("details", "wire-line");
  node.dataset.testid = "wire-line";
  node.dataset.direction = direction;
  const summary = element("summary");
  summary.append(element("span", "arrow", direction === "call" ? "bot →" : "→ bot"));
  summary.append(element("strong", "", title));
  summary.append(element("span", "state " + (good ? "good" : "bad"), state));
  summary.append(element("time", "", new Date(at).toLocaleTimeString()));
  node.append(summary);
  return node;
}

function callLine(one) {
  const title = one.method + " " + one.path.replace(/^\/v[\d.]+/, "").replace(/\b(?=\w*\d)\w{12,}/g, (id) => "…" + id.slice(-8));
  const node = line("call", title, one.status ? String(one.status) : "no response", one.status >= 200 && one.status < 300, one.at);
  const body = parsed(one.request);
  node.append(json("Request", one.request), json("Response", one.response));
  node.append(again(() => call("POST", "/graph", { method: one.method, path: one.path, ...(body && { body }) })));
  return node;
}

function deliveryLine(one) {
  const node = line("webhook", summary(one), "", true, one.at);
  node.append(json("Webhook", JSON.stringify(one.body)));
  node.append(again(() => call("POST", path("deliveries", one.id, "again"))));
  return node;
}

function showOutcome(node, one) {
  const state = node.querySelector(".state");
  state.className = "state " + (one.outcome === "delivered" || one.outcome === "waiting" ? "good" : "bad");
  setText(state, one.outcome + (one.attempts > 1 ? ` (attempt ${one.attempts})` : ""));
}

/** A short summary of a delivery. */
function summary(delivery) {
  const change = delivery.body.entry[0].changes[0];
  const { messages, statuses, groups } = change.value;
  const kind = messages?.[0].type ?? statuses?.[0].status ?? groups?.[0].type ?? "";
  const more = delivery.body.entry[0].changes.length - 1;
  return `${change.field} ${kind}${more ? ` and ${more} more` : ""}`;
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function json(title, text) {
  const node = element("div", "json");
  const value = parsed(text);
  node.append(element("h3", "", title), element("pre", "", value === undefined ? text || "(empty)" : JSON.stringify(value, null, 2)));
  return node;
}

const again = (step) => button("Send again", "Send this again", () => attempt(step));
