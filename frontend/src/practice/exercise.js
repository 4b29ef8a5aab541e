// One live exercise: its editor, its buttons, and what is said and shown below them.

import { createEditor } from "./editor.js";
import { shownResult } from "./results.js";
import { isBlank, summary, wrongLineOf } from "./words.js";
import { workbench } from "./workbench.js";

const SECONDS = 10;
const RESET = "The blank is back. Your work is not lost: Undo reset brings it back.";

/** Make the exercise `box` alive with what the page shares: `store`, `python` and `exercises`. */
export function makeAlive(box, shared) {
  const { id } = box;
  const start = [...box.querySelectorAll(":scope > .nb-label")].pop();
  const blank = start.nextElementSibling.textContent.trimEnd();
  const parts = workbench(id, box.querySelector(".nb-name").textContent);
  start.before(parts.root);
  start.classList.add("nb-start");
  start.nextElementSibling.classList.add("nb-start");
  box.classList.add("nb-live");

  const state = () => shared.store.get(id);
  const update = (changes) => shared.store.update(id, changes);
  const exercise = { box, blank, state, update, ...shared };
  const editor = createEditor({
    parent: parts.editor,
    text: state().code || blank,
    label: parts.label,
    describedBy: parts.help.id,
    onChange: (text) => update({ code: text.trimEnd() === blank ? "" : text }),
    onCheck: () => check(exercise, editor),
  });
  parts.check.addEventListener("click", () => check(exercise, editor));
  parts.stop.addEventListener("click", () => shared.python.stop(id));
  parts.reset.addEventListener("click", () => reset(exercise, editor));
  shared.store.subscribe((changed, now, before) => changed === id && show(parts, editor, box, now, before));
  show(parts, editor, box, state(), {});
}

async function check({ box, blank, state, update, python, exercises }, editor) {
  if (state().phase !== "resting") return;
  const code = state().code || blank;
  update({ phase: "waiting", progress: null, result: null, notice: "" });
  let result = null;
  let notice = "Stopped.";
  try {
    const slug = box.dataset.exercise.split(".")[0].replaceAll("_", "-");
    const seconds = Number(box.dataset.seconds ?? SECONDS);
    const exercise = await exercises.get(slug, box.id);
    const tell = (phase, progress = null) => update({ phase, progress });
    result = await python.check({ id: box.id, exercise, code, seconds, tell });
  } catch (error) {
    notice = `The exercise could not be loaded (${error.message}). Are you connected? Then check again.`;
  }
  update({ phase: "resting", progress: null, result, notice: result ? "" : notice });
  if (!result) return;
  update({ tried: state().tried || !isBlank(result), solved: state().solved || result.passed });
  const wrong = wrongLineOf(result);
  // What was typed while the check ran may stand elsewhere now.
  if (wrong && (state().code || blank) === code) editor.mark(wrong.line, wrong.message);
}

function reset({ blank, state, update }, editor) {
  const { code, before } = state();
  if (code) {
    editor.replace(blank);
    update({ before: code, result: null, notice: RESET });
  } else if (before) {
    editor.replace(before);
    update({ before: "", result: null, notice: "Your work is back." });
  }
}

/** Show the state `now`; `before` is what is shown. */
function show(parts, editor, box, now, before) {
  const busy = now.phase !== "resting";
  // A disabled button loses the focus, and a learner the place: it only says that it is not to be used.
  parts.check.setAttribute("aria-disabled", String(busy));
  if (!busy && document.activeElement === parts.stop) parts.check.focus();
  parts.stop.disabled = !busy;
  parts.reset.textContent = !now.code && now.before ? "Undo reset" : "Reset";
  parts.reset.disabled = busy || !(now.code || now.before);
  parts.showProgress(now.phase === "loading" ? (now.progress ?? { loaded: 0, total: 0 }) : null);
  box.classList.toggle("nb-untried", !now.tried);
  if (now.solved !== before.solved) parts.showSolved(box, now.solved);
  if (now.phase === before.phase && now.result === before.result && now.notice === before.notice) return;
  if (busy && before.phase === "resting") editor.mark(null);
  parts.said.textContent = said(now);
  parts.said.className = `nb-said ${now.result ? (now.result.passed ? "nb-passed" : "nb-failed") : ""}`;
  parts.results.replaceChildren(...(now.result ? shownResult(now.result) : []));
}

function said({ phase, result, notice }) {
  if (phase === "waiting") return "Waiting for the other check …";
  if (phase === "loading") return "Python is on its way …";
  if (phase === "running") return "Running …";
  if (!result) return notice;
  return summary(result) + (result.passed ? " Solved." : "");
}
