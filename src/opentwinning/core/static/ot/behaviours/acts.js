// @ts-check
/** Small acts behind one press, wired once for the whole page. */

/** @type {Record<string, (element: HTMLElement) => void>} */
const presses = {
  "data-ot-print": () => window.print(),
  "data-ot-theme": switchTheme,
  "data-ot-copy": copy,
  "data-ot-open": (element) => openDialog(element.dataset.otOpen ?? ""),
  "data-ot-reveal": reveal,
};

/** Wire presses, menus, filters, unsent forms and the focus on arrival. */
export function wireActs() {
  document.addEventListener("click", (event) => {
    const target = /** @type {Element} */ (event.target);
    for (const [attribute, act] of Object.entries(presses)) {
      const element = target.closest(`[${attribute}]`);
      if (element instanceof HTMLElement) act(element);
    }
    closeMenus(target);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") closeMenus(null);
  });
  document.addEventListener("focusin", (event) => closeMenus(/** @type {Element} */ (event.target)));
  document.addEventListener("change", (event) => {
    const field = /** @type {HTMLInputElement} */ (event.target);
    if (field.matches?.("[data-ot-submit]")) field.form?.requestSubmit();
  });
  guardUnsentForms();
  /** @type {HTMLElement | null} */ (document.querySelector("[data-ot-focus]"))?.focus();
}

/** @param {Element | null} inside what was pressed or focused; its own menu stays open */
function closeMenus(inside) {
  for (const menu of document.querySelectorAll("details[data-ot-menu][open]")) {
    if (inside && menu.contains(inside)) continue;
    const held = menu.contains(document.activeElement);
    menu.removeAttribute("open");
    if (!inside && held) menu.querySelector("summary")?.focus();
  }
}

function switchTheme() {
  const root = document.documentElement;
  const dark = root.dataset.theme
    ? root.dataset.theme === "dark"
    : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = dark ? "light" : "dark";
  document.cookie = `ot_theme=${root.dataset.theme}; path=/; max-age=31536000; samesite=lax`;
}

/** @param {HTMLElement} button */
async function copy(button) {
  const source = document.querySelector(button.dataset.otCopy ?? "");
  const text = source instanceof HTMLInputElement ? source.value : (source?.textContent ?? "").trim();
  await navigator.clipboard.writeText(text);
  const label = button.querySelector(".ot-button__label") ?? button;
  const before = label.textContent;
  label.textContent = button.dataset.otTextDone ?? before;
  setTimeout(() => (label.textContent = before), 2500);
}

/** Show a password while it is typed; a second press hides it again. @param {HTMLElement} button */
function reveal(button) {
  const field = document.getElementById(button.dataset.otReveal ?? "");
  if (!(field instanceof HTMLInputElement)) return;
  const shown = field.type === "password";
  field.type = shown ? "text" : "password";
  button.setAttribute("aria-pressed", String(shown));
  const word = button.firstChild;
  if (!word) return;
  const before = word.textContent ?? "";
  word.textContent = button.dataset.otTextOther ?? before;
  button.dataset.otTextOther = before;
}

/** @param {string} id */
function openDialog(id) {
  const dialog = document.getElementById(id);
  if (dialog instanceof HTMLDialogElement) dialog.showModal();
}

function guardUnsentForms() {
  let unsent = false;
  document.addEventListener("input", (event) => {
    if (/** @type {Element} */ (event.target).closest("[data-ot-dirty]")) unsent = true;
  });
  document.addEventListener("submit", () => (unsent = false));
  window.addEventListener("beforeunload", (event) => {
    if (unsent) event.preventDefault();
  });
}
