// @ts-check
/** “12 characters left” under a text with a limit, counted as the server counts. */

/** @param {HTMLElement} element */
export function start(element) {
  const field = /** @type {HTMLTextAreaElement} */ (element);
  const line = document.getElementById(`${field.id}_count`);
  if (!line) return;
  line.setAttribute("aria-live", "polite");
  let timer = 0;
  const limit = Number(field.dataset.otCount);
  const say = () => {
    const left = limit - length(field.value);
    const pattern = (left < 0 ? line.dataset.otTextOver : line.dataset.otTextLeft) ?? "";
    const words = pattern.replace("{count}", String(Math.abs(left)));
    line.classList.toggle("ot-field__count--over", left < 0);
    if (line.textContent !== words) line.textContent = words;
  };
  // A pause before speaking, so that a screen reader is not talked over at every key.
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = window.setTimeout(say, 250);
  });
  if (field.value) say();
}

/** Code points, a line break as two: that is what a browser sends. @param {string} value */
function length(value) {
  return [...value].length + (value.match(/\n/g)?.length ?? 0);
}
