// @ts-check
/** The undo bar floats for its seconds, waits while somebody is on it, then leaves. */

/** @param {HTMLElement} bar */
export function start(bar) {
  const seconds = Number(bar.dataset.otUndo);
  if (!seconds) return;
  bar.setAttribute("data-ot-floating", "");
  let timer = window.setTimeout(() => bar.remove(), seconds * 1000);
  for (const kind of ["pointerenter", "focusin"]) bar.addEventListener(kind, () => clearTimeout(timer));
  for (const kind of ["pointerleave", "focusout"]) {
    bar.addEventListener(kind, () => {
      clearTimeout(timer);
      timer = window.setTimeout(() => bar.remove(), seconds * 1000);
    });
  }
}
