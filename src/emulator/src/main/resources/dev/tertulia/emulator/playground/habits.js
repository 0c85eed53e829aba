// How webhooks and receipts come: each control is set at once, and shows what holds.
import { attempt, call, find } from "/playground/page.js";

const FORMS = ["deliveries", "receipts"];

const inputs = (form) => [...find(form).querySelectorAll("input")];

export function showHabits(state) {
  for (const form of FORMS) {
    for (const input of inputs(form)) {
      if (input === document.activeElement && input.type === "number") continue;
      if (input.type === "checkbox") input.checked = state[form][input.name];
      else input.value = state[form][input.name];
    }
  }
}

for (const form of FORMS) {
  find(form).addEventListener("submit", (event) => event.preventDefault());
  find(form).addEventListener("change", ({ target }) => {
    const value = target.type === "checkbox" ? target.checked : Number(target.value);
    if (target.reportValidity()) attempt(() => call("PUT", "/" + form, { [target.name]: value }));
  });
}
