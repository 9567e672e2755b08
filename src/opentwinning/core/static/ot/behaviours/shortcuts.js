// @ts-check
/**
 * Keys for people who work through a list: J and K move, Enter opens, and any link or button with
 * data-ot-key="a" is pressed by that key. Off while typing, and off for good when the list carries
 * data-ot-shortcuts="off" (WCAG 2.1.4).
 */

/** @param {HTMLElement} list */
export function start(list) {
  if (list.dataset.otShortcuts === "off") return;
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    if (event.key === "j" || event.key === "k") return move(list, event.key === "j" ? 1 : -1);
    const act = document.querySelector(`[data-ot-key="${CSS.escape(event.key.toLowerCase())}"]`);
    if (act instanceof HTMLElement) {
      event.preventDefault();
      act.focus();
      act.click();
    }
  });
}

/** @param {EventTarget | null} target */
function typing(target) {
  return target instanceof Element && target.closest("input, textarea, select, [contenteditable], dialog") !== null;
}

/** @param {HTMLElement} list @param {1 | -1} step */
function move(list, step) {
  const links = /** @type {HTMLElement[]} */ ([...list.children].map((item) => item.querySelector("a")).filter(Boolean));
  const here = links.findIndex((link) => link.closest("li")?.contains(document.activeElement) ?? false);
  links[Math.min(links.length - 1, Math.max(0, here + step))]?.focus();
}
