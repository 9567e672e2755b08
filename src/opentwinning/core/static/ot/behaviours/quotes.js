// @ts-check
/**
 * A form about some words of a text: a button takes the words that are marked in it. The last mark
 * counts, for a press on the button may end it.
 */

/** @param {HTMLElement} form */
export function start(form) {
  const text = document.querySelector(form.dataset.otQuotes ?? "");
  const button = /** @type {HTMLButtonElement | null} */ (form.querySelector("[data-part=take]"));
  const field = /** @type {HTMLInputElement | null} */ (form.querySelector("[name=quote]"));
  if (!text || !button || !field) return;
  let marked = "";
  document.addEventListener("selectionchange", () => {
    const selection = document.getSelection();
    if (!selection || selection.isCollapsed || !selection.rangeCount) return;
    if (!text.contains(selection.getRangeAt(0).commonAncestorContainer)) return;
    const limit = field.maxLength > 0 ? field.maxLength : 400;
    marked = selection.toString().replace(/\s+/g, " ").trim().slice(0, limit);
    button.hidden = !marked;
  });
  button.addEventListener("click", () => {
    field.value = marked;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    /** @type {HTMLElement | null} */ (form.querySelector("[name=text]"))?.focus();
  });
}
