// @ts-check
/** The toolbar over a Markdown text: marks, tables, pictures, a preview made by the server. */

/** @type {Record<string, (field: HTMLTextAreaElement) => void>} */
const tools = {
  bold: (field) => around(field, "**", "**"),
  italic: (field) => around(field, "*", "*"),
  heading: (field) => lines(field, () => "## "),
  list: (field) => lines(field, () => "- "),
  numbers: (field) => lines(field, (number) => `${number}. `),
  quote: (field) => lines(field, () => "> "),
  link: (field) => link(field),
  table: (field) => block(field, "|   |   |\n| --- | --- |\n|   |   |\n|   |   |"),
};

/** @param {HTMLElement} bar */
export function start(bar) {
  const field = document.getElementById(bar.dataset.otToolbar ?? "");
  if (!(field instanceof HTMLTextAreaElement)) return;
  bar.hidden = false;
  const buttons = /** @type {HTMLButtonElement[]} */ ([...bar.querySelectorAll("[data-ot-tool]")]);
  buttons.forEach((button, index) => (button.tabIndex = index ? -1 : 0));
  bar.addEventListener("keydown", (event) => walk(event, buttons));
  bar.addEventListener("click", (event) => {
    const button = /** @type {Element} */ (event.target).closest("[data-ot-tool]");
    const act = button?.getAttribute("data-ot-tool") ?? "";
    if (act === "preview") preview(bar, field, /** @type {HTMLElement} */ (button));
    else if (act in tools) tools[act](field);
    else piece(bar, field, act);
  });
  field.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    const act = { b: "bold", i: "italic", k: "link" }[event.key.toLowerCase()];
    if (!act) return;
    event.preventDefault();
    tools[act](field);
  });
}

/** Arrow keys inside the bar, one stop for Tab. @param {KeyboardEvent} event @param {HTMLElement[]} buttons */
function walk(event, buttons) {
  const here = buttons.indexOf(/** @type {HTMLElement} */ (document.activeElement));
  const step = document.dir === "rtl" ? -1 : 1;
  const to = { ArrowRight: here + step, ArrowLeft: here - step, Home: 0, End: buttons.length - 1 }[event.key];
  if (to === undefined || here < 0) return;
  event.preventDefault();
  const next = buttons[(to + buttons.length) % buttons.length];
  buttons.forEach((button) => (button.tabIndex = button === next ? 0 : -1));
  next.focus();
}

/** Through execCommand, because it alone keeps the browser's own undo.
 * @param {HTMLTextAreaElement} field @param {string} text */
function insert(field, text) {
  field.focus();
  if (!document.execCommand("insertText", false, text)) {
    field.setRangeText(text, field.selectionStart, field.selectionEnd, "end");
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

/** @param {HTMLTextAreaElement} field @param {string} before @param {string} after */
function around(field, before, after) {
  const { selectionStart: from, selectionEnd: to, value } = field;
  const inside = value.slice(from, to);
  insert(field, before + inside + after);
  field.setSelectionRange(from + before.length, from + before.length + inside.length);
}

/** @param {HTMLTextAreaElement} field @param {(number: number) => string} mark */
function lines(field, mark) {
  const from = field.value.lastIndexOf("\n", field.selectionStart - 1) + 1;
  const end = field.value.indexOf("\n", field.selectionEnd);
  const to = end < 0 ? field.value.length : end;
  const marked = field.value.slice(from, to).split("\n").map((line, index) => mark(index + 1) + line);
  field.setSelectionRange(from, to);
  insert(field, marked.join("\n"));
}

/** @param {HTMLTextAreaElement} field @param {string} text */
function block(field, text) {
  const before = field.value.slice(0, field.selectionStart);
  const gap = !before || before.endsWith("\n\n") ? "" : before.endsWith("\n") ? "\n" : "\n\n";
  field.setSelectionRange(field.selectionEnd, field.selectionEnd);
  insert(field, `${gap}${text}\n\n`);
}

/** @param {HTMLTextAreaElement} field */
function link(field) {
  const { selectionStart: from, selectionEnd: to, value } = field;
  const inside = value.slice(from, to);
  const address = /^https?:\/\//.test(inside) ? inside : "https://";
  const words = address === inside ? "" : inside;
  insert(field, `[${words}](${address})`);
  const at = words ? from + words.length + 3 : from + 1;
  field.setSelectionRange(at, words ? at + address.length : at);
}

/** @param {HTMLElement} bar @param {HTMLTextAreaElement} field @param {HTMLElement} button */
async function preview(bar, field, button) {
  const sheet = document.getElementById(`${field.id}_preview`);
  if (!sheet) return;
  const show = sheet.hidden;
  button.setAttribute("aria-pressed", String(show));
  sheet.hidden = !show;
  field.hidden = show;
  if (!show) return field.focus();
  sheet.setAttribute("aria-busy", "true");
  const token = /** @type {HTMLInputElement | null} */ (document.querySelector("input[name=csrfmiddlewaretoken]"));
  const response = await fetch(bar.dataset.otPreview ?? "", {
    method: "POST",
    body: new URLSearchParams({ text: field.value }),
    headers: { "X-CSRFToken": token?.value ?? "" },
  });
  if (response.ok) sheet.innerHTML = await response.text(); // cleaned by the server, as on the page itself
  sheet.removeAttribute("aria-busy");
  sheet.focus();
}

/** A picture, a film and the like: asked for in a dialog that is loaded when it is needed.
 * @param {HTMLElement} bar @param {HTMLTextAreaElement} field @param {string} kind */
async function piece(bar, field, kind) {
  const { PIECES, markdown } = await import("../together/pieces.js");
  PIECES[kind]?.(bar, null, (made) => block(field, markdown(made)));
}
