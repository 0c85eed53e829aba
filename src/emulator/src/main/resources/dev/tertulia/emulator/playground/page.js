// Shared functions: create elements, call the emulator, show errors.
export const find = (id) => document.getElementById(id);

export function element(tag, className, text) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (text !== undefined) node.textContent = text;
  return node;
}

/** An element with words of people, which may run from right to left. */
export function written(tag, className, text) {
  const node = element(tag, className, text);
  node.dir = "auto";
  return node;
}

export function button(text, label, onClick) {
  const node = element("button", "", text);
  node.type = "button";
  node.setAttribute("aria-label", label);
  node.title = label;
  node.addEventListener("click", onClick);
  return node;
}

/** Sets the text only if it differs, so that a selection or a click in progress is not lost. */
export function setText(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

/**
 * Shows items in their order. Nodes of known items stay in the document, so that they keep focus, selection, scroll
 * position and a click in progress.
 * @param items objects with a key, build() for a new node, and optionally update(node)
 */
export function arrange(parent, items) {
  const wanted = new Set(items.map((item) => item.key));
  const known = new Map();
  for (const node of [...parent.children]) {
    if (wanted.has(node.dataset.key)) known.set(node.dataset.key, node);
    else node.remove();
  }
  let next = parent.firstElementChild;
  for (const item of items) {
    const node = known.get(item.key) ?? item.build();
    node.dataset.key = item.key;
    if (node === next) next = next.nextElementSibling;
    else parent.insertBefore(node, next);
    item.update?.(node);
  }
}

export const path = (...parts) => "/" + parts.map(encodeURIComponent).join("/");

let queue = Promise.resolve();

/** Calls the control interface. Changes are sent one after the other, in the order of the actions. */
export function call(method, to, body) {
  if (method === "GET") return ask(method, to, body);
  const answer = queue.then(() => ask(method, to, body));
  queue = answer.catch(() => {});
  return answer;
}

async function ask(method, to, body) {
  const response = await fetch("/emulator" + to, {
    method,
    headers: body ? { "Content-Type": "application/json" } : {},
    body: body ? JSON.stringify(body) : undefined,
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(reason(answer.error) ?? "HTTP " + response.status);
  return answer;
}

const reason = (error) => (error?.message ? [error.message, error.error_data?.details].filter(Boolean).join(": ") : error);

/** Calls the Graph API with the bot's token. Not queued, because a fault may leave it without a response. */
export const graph = (method, to, body) => ask("POST", "/graph", { method, path: "/v25.0" + to, body });

/** Runs an action and shows its error. Returns whether it succeeded. */
export async function attempt(step) {
  find("toast").hidden = true;
  try {
    await step();
    return true;
  } catch (error) {
    find("toast").textContent = error.message;
    find("toast").hidden = false;
    clearTimeout(attempt.timer);
    attempt.timer = setTimeout(() => (find("toast").hidden = true), 9000);
    return false;
  }
}

/** Clears a form and runs a step. If the step fails, the values are restored unless others were entered since. */
export async function submit(form, step) {
  const entered = new FormData(form);
  form.reset();
  if (await attempt(() => step(Object.fromEntries(entered)))) return true;
  for (const input of form.elements) {
    const fresh = input.type === "checkbox" ? input.checked === input.defaultChecked : input.value === input.defaultValue;
    if (!input.name || !fresh) continue;
    if (input.type === "checkbox") input.checked = entered.has(input.name);
    else input.value = entered.get(input.name);
  }
  return false;
}
