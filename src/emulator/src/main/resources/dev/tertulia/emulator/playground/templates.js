// Templates of the account: list, add, pause and approve.
import { arrange, attempt, button, call, element, find, path, setText, submit } from "/playground/page.js";

export function showTemplates(templates) {
  setText(find("templates-none"), templates.length ? "" : "There are none. Until you add one, any template name is accepted.");
  arrange(find("template-lines"), templates.map((one) => ({
    key: one.name + " " + one.language, build: () => line(one), update: (node) => refresh(node, one),
  })));
}

const shown = new WeakMap();

function line(template) {
  const node = element("li", "template");
  node.dataset.testid = "template";
  const decide = button("Pause", "Meta pauses or approves " + template.name, () => attempt(() => call("POST",
    path("templates", template.name, template.language, "status"),
    { status: shown.get(node).status === "APPROVED" ? "PAUSED" : "APPROVED" })));
  node.append(element("strong", "", `${template.name} (${template.language})`), element("span", "state"),
    element("span", "words"), decide);
  return node;
}

function refresh(node, template) {
  shown.set(node, template);
  const state = node.querySelector(".state");
  state.className = "state " + (template.status === "APPROVED" ? "good" : "bad");
  setText(state, template.category.toLowerCase() + ", " + template.status.toLowerCase());
  setText(node.querySelector(".words"), template.body);
  setText(node.querySelector("button"), template.status === "APPROVED" ? "Pause" : "Approve");
}

find("template").addEventListener("submit", (event) => {
  event.preventDefault();
  submit(event.target, (template) => call("POST", "/templates", template));
});
