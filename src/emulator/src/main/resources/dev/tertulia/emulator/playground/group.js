// Tools for groups: create, rename, suspend, and decide on join requests.
import { arrange, attempt, button, call, element, find, graph, path, setText, submit } from "/playground/page.js";

let current = null;

export function showGroupTools(group) {
  current = group;
  setText(find("suspend"), group.suspended ? "End suspension" : "Suspend");
  find("requests").hidden = group.join_requests.length === 0;
  arrange(find("requests"), group.join_requests.map((request) => ({ key: request.id, build: () => requestLine(group, request) })));
}

function requestLine(group, request) {
  const node = element("p", "request");
  node.dataset.testid = "join-request";
  const decide = (method) => attempt(() => graph(method, path(group.id, "join_requests"), { messaging_product: "whatsapp", join_requests: [request.id] }));
  node.append(element("span", "", request.name + " asks to join"),
    button("Approve", "The bot approves " + request.name, () => decide("POST")),
    button("Reject", "The bot rejects " + request.name, () => decide("DELETE")),
    button("Revoke", request.name + " revokes the request",
      () => attempt(() => call("DELETE", path("groups", group.id, "join_requests", request.id)))));
  return node;
}

/** @param chosen gets the id of a new group */
export function connectGroupTools(chosen) {
  find("suspend").addEventListener("click",
    () => attempt(() => call("POST", path("groups", current.id, current.suspended ? "clear" : "suspend"))));
  find("reset-link").addEventListener("click",
    () => attempt(() => graph("POST", path(current.id, "invite_link"), { messaging_product: "whatsapp" })));
  dialog("new-group", "new-group-open", () => {}, async ({ subject, approval }) => {
    const group = await call("POST", "/groups", { subject, join_approval_mode: approval ? "approval_required" : "auto_approve" });
    chosen(group.id);
  });
  dialog("rename", "rename-open", (form) => (form.elements.subject.value = current.subject),
    ({ subject }) => graph("POST", path(current.id), { messaging_product: "whatsapp", subject }));
}

/** A dialog with a form: Enter confirms, Escape closes. */
function dialog(id, opener, prepare, step) {
  const node = find(id);
  const form = node.querySelector("form");
  find(opener).addEventListener("click", () => {
    prepare(form);
    node.showModal();
  });
  node.querySelector("[data-close]").addEventListener("click", () => node.close());
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    node.close();
    submit(form, step);
  });
}
