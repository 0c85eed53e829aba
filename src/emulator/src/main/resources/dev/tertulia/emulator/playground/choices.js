// Buttons, lists and links of the bot's messages, which a person can tap. All content is set as text, never as HTML.
import { button, element, written } from "/playground/page.js";

/** @param tap called with the choice that the person taps */
export function choices({ menu, all }, member, tap) {
  const node = element("div", "choices");
  if (!menu) {
    node.append(...all.map((choice) => (choice.kind === "url" ? link(choice) : tappable(choice, member, () => tap(choice)))));
    return node;
  }
  const list = element("details", "menu");
  const summary = element("summary", "", menu);
  summary.setAttribute("aria-label", `${menu}: ${all.length} choices for ${member.shown_name}`);
  list.append(summary);
  let section = null;
  for (const choice of all) {
    if (choice.section && choice.section !== section) list.append(element("p", "section", choice.section));
    section = choice.section;
    list.append(tappable(choice, member, () => {
      list.open = false;
      tap(choice);
    }));
  }
  node.append(list);
  return node;
}

function tappable(choice, member, onTap) {
  const node = button("", `Tap ${choice.title} as ${member.shown_name}`, onTap);
  node.classList.add("choice");
  node.dataset.testid = "choice";
  node.append(written("span", "", choice.title));
  if (choice.description) node.append(element("small", "", choice.description));
  return node;
}

function link(choice) {
  const node = element("a", "choice", choice.title + " ↗");
  if (/^https?:\/\//.test(choice.id)) node.href = choice.id;
  node.target = "_blank";
  node.rel = "noreferrer noopener";
  node.title = choice.id;
  return node;
}
