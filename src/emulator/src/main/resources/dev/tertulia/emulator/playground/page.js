// What all parts of the page share: how to make an element, how to ask the emulator, how to show what went wrong.
export const find = (id) => document.getElementById(id);

export function element(tag, className, text) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (text !== undefined) node.textContent = text;
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

/** Writes only what differs: text that a person has selected, or is about to click, stays what it is. */
export function setText(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

/**
 * Shows items in their order. The node of an item that was shown before stays in the document, so that it keeps focus,
 * selection, scroll position and a press that has begun.
 * @param items each with a key, build() for a new node, and perhaps update(node)
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

/** Asks the emulator. What people do arrives in the order in which they did it. */
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

/** Calls the Graph API as the bot would. A fault may leave it without an answer, so nothing waits behind it. */
export const graph = (method, to, body) => ask("POST", "/graph", { method, path: "/v25.0" + to, body });

/** Runs what a person asked for; an error is shown and does no more. */
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

/** Empties a form for the next entry at once. If the step fails, its words come back unless others were typed since. */
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
