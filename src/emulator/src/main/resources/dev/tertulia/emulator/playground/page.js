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

export const path = (...parts) => "/" + parts.map(encodeURIComponent).join("/");

export async function call(method, to, body) {
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

/** Calls the Graph API as the bot would. */
export const graph = (method, to, body) => call("POST", "/graph", { method, path: "/v25.0" + to, body });

/** Runs what a person asked for; an error is shown and does no more. */
export async function attempt(step) {
  try {
    await step();
    find("toast").hidden = true;
    return true;
  } catch (error) {
    find("toast").textContent = error.message;
    find("toast").hidden = false;
    clearTimeout(attempt.timer);
    attempt.timer = setTimeout(() => (find("toast").hidden = true), 9000);
    return false;
  }
}
