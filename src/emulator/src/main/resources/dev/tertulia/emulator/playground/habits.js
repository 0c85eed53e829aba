// Settings of deliveries and receipts. Each control takes effect at once and shows the current value. A state of the
// emulator that is older than a person's change does not undo it.
import { attempt, call, find } from "/playground/page.js";

const FORMS = ["deliveries", "receipts"];

const onTheirWay = new Map();
const changedAt = new Map();
let latest = null;

const inputs = (form) => [...find(form).querySelectorAll("input")];

export function showHabits(state) {
  latest = state;
  for (const form of FORMS) {
    for (const input of inputs(form)) {
      if (inHand(input) || outdated(input, state)) continue;
      if (input.type === "checkbox") input.checked = state[form][input.name];
      else input.value = state[form][input.name];
    }
  }
}

/** Whether a person is changing the control, or the change is being sent. */
const inHand = (input) => onTheirWay.has(input) || input.matches(":active")
  || (input === document.activeElement && input.type === "number");

/** Whether a state is older than the latest change of an input. The count starts again with each run of the emulator. */
function outdated(input, state) {
  const change = changedAt.get(input);
  return change?.run === state.run && state.seq < change.seq;
}

async function change(form, input) {
  const value = input.type === "checkbox" ? input.checked : Number(input.value);
  onTheirWay.set(input, (onTheirWay.get(input) ?? 0) + 1);
  await attempt(async () => {
    const { seq } = await call("PUT", "/" + form, { [input.name]: value });
    changedAt.set(input, { run: latest?.run, seq });
  });
  const left = onTheirWay.get(input) - 1;
  if (left) onTheirWay.set(input, left);
  else onTheirWay.delete(input);
  if (latest) showHabits(latest);
}

for (const form of FORMS) {
  find(form).addEventListener("submit", (event) => event.preventDefault());
  find(form).addEventListener("change", ({ target }) => {
    if (target.reportValidity()) change(form, target);
  });
  for (const end of ["focusout", "pointerup", "keyup"]) {
    find(form).addEventListener(end, () => setTimeout(() => latest && showHabits(latest)));
  }
}
