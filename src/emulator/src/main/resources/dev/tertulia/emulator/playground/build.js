// What became of the latest change of the bots' sources, at /demo/build: nothing if the process that serves the page builds
// none. All content is set as text, never as HTML.
import { element, find } from "/playground/page.js";

let build = null;
let failure = null;

/** Follows the builds. @param onVersion called whenever another version of the bots runs */
export async function followBuild(onVersion) {
  build = await ask("").catch(() => null);
  if (!build) return;
  for (;;) {
    show();
    const version = build.version;
    try {
      build = await ask(`?after=${build.seq}&wait=20`);
      if (build.version !== version) {
        failure = null;
        onVersion();
      }
    } catch (error) {
      console.warn(error);
      await new Promise((resolve) => setTimeout(resolve, 1500));
    }
  }
}

async function ask(query) {
  const response = await fetch("/demo/build" + query);
  if (!response.ok) throw new Error("HTTP " + response.status);
  return response.status === 204 ? null : response.json();
}

/**
 * Shows that a handler has failed, until another version runs or the event is handled after all.
 * @param id the event @param words class, method and exception; empty if it has not failed
 */
export function showFailure(id, words, open) {
  if (words) failure = { id, words, open };
  else if (failure?.id === id) failure = null;
  else return;
  if (build) show();
}

function show() {
  const strip = find("build");
  strip.hidden = false;
  strip.className = "build " + tone();
  const line = element("p");
  line.append(element("strong", "", title()), element("span", "", files()));
  strip.replaceChildren(line, ...build.problems.map(problem), ...reason(), ...failed(), ...tests());
}

const bad = () => build.state === "ERRORS" || build.state === "REFUSED";

const testsBad = () => build.tests?.failures.length || ["ERRORS", "BROKEN"].includes(build.tests?.state);

const tone = () => (bad() || failure || testsBad() ? "broken" : build.state === "RUNNING" ? "sound" : "");

function title() {
  const runs = build.version ? `Version ${build.version} of the bots runs on.` : "No version of the bots runs yet.";
  switch (build.state) {
    case "RUNNING": return `Version ${build.version} of the bots runs: built and loaded in ${(build.millis / 1000).toFixed(1)} s.`;
    case "ERRORS": return `The bots do not compile. ${runs}`;
    case "REFUSED": return `The bots cannot run. ${runs}`;
    default: return "The bots are being built…";
  }
}

function files() {
  if (!build.files.length) return "";
  const names = build.files.slice(0, 3).map((file) => file.split("/").at(-1)).join(", ");
  return " Changed: " + names + (build.files.length > 3 ? ` and ${build.files.length - 3} more` : "");
}

function problem({ file, line, column, message, code }) {
  const node = element("div", "problem");
  node.dataset.testid = "problem";
  node.append(element("p", "bad", file ? `${file}:${line}:${column}: ${message}` : message));
  if (code) node.append(element("pre", "", code + "\n" + " ".repeat(Math.max(0, column - 1)) + "^"));
  return node;
}

/** What became of the tests that the change concerns, if tests run at all. */
function tests() {
  const run = build.tests;
  if (!run) return [];
  const line = element("p", testsBad() ? "bad" : "", testsTitle(run));
  line.dataset.testid = "tests";
  return [line, ...run.failures.map((one) => failedTest(one, run.failures.length === 1)), ...run.problems.map(problem)];
}

function testsTitle({ state, passed, failures, skipped, classes, millis, reason }) {
  switch (state) {
    case "RUNNING": return "Tests are running…";
    case "ERRORS": return "The tests do not compile.";
    case "BROKEN": return `The tests ended without a result: ${reason}`;
  }
  if (!classes.length) return "No test uses what has changed.";
  const all = passed + failures.length;
  const count = failures.length
    ? `${failures.length} of ${all} ${all === 1 ? "test fails" : "tests fail"}`
    : all === 1 ? "1 test passes" : `${all} tests pass`;
  return `${count}${skipped ? `, ${skipped} skipped` : ""}: ${classes.join(", ")}, ${(millis / 1000).toFixed(1)} s.`;
}

function failedTest({ test, message, place }, open) {
  const node = element("details", "problem");
  node.open = open;
  node.dataset.testid = "failed-test";
  node.append(element("summary", "bad", place ? `${test} (${place})` : test), element("pre", "", message));
  return node;
}

const reason = () => (build.reason ? [element("p", "bad", build.reason)] : []);

function failed() {
  if (!failure) return [];
  const node = element("button", "bad", failure.words);
  node.type = "button";
  node.dataset.testid = "failed-handler";
  node.addEventListener("click", failure.open);
  return [node];
}
