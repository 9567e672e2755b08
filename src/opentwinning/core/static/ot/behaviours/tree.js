// @ts-check
/**
 * The tree of pages, arranged without leaving it: a page is dragged by its grip, with mouse or finger,
 * before, behind or under another; the buttons do the same by keyboard. What came of it is said aloud.
 */

/** @param {HTMLElement} tree */
export function start(tree) {
  const said = document.createElement("p");
  said.className = "ot-hidden";
  said.setAttribute("role", "status");
  tree.after(said);
  new Tree(tree, said).wire();
}

class Tree {
  /** @param {HTMLElement} tree @param {HTMLElement} said */
  constructor(tree, said) {
    this.tree = tree;
    this.said = said;
    this.moving = /** @type {HTMLElement | null} */ (null);
    this.target = /** @type {HTMLElement | null} */ (null);
  }

  wire() {
    this.tree.addEventListener("pointerdown", (event) => this.grip(event));
    this.tree.addEventListener("pointermove", (event) => this.over(event));
    this.tree.addEventListener("pointerup", () => this.drop());
    this.tree.addEventListener("pointercancel", () => this.end());
    document.addEventListener("keydown", (event) => event.key === "Escape" && this.end());
    this.tree.addEventListener("submit", (event) => this.press(event));
  }

  /** @param {PointerEvent} event */
  grip(event) {
    const grip = /** @type {Element} */ (event.target).closest("[data-ot-grip]");
    if (!grip || event.button) return;
    event.preventDefault();
    grip.setPointerCapture(event.pointerId);
    this.moving = grip.closest("li");
    this.moving?.classList.add("ot-tree__moving");
    this.tree.classList.add("ot-tree--dragging");
  }

  /** @param {PointerEvent} event */
  over(event) {
    if (!this.moving) return;
    const edge = 60;
    if (event.clientY < edge) scrollBy(0, -12);
    else if (event.clientY > innerHeight - edge) scrollBy(0, 12);
    const line = document.elementFromPoint(event.clientX, event.clientY)?.closest(".ot-tree__line");
    this.leave();
    if (!(line instanceof HTMLElement) || !this.tree.contains(line) || this.moving.contains(line)) return;
    const { top, height } = line.getBoundingClientRect();
    const part = (event.clientY - top) / height;
    line.dataset.spot = part < 0.3 ? "before" : part > 0.7 && !line.nextElementSibling?.matches("ul") ? "behind" : "under";
    this.target = line;
  }

  leave() {
    if (this.target) delete this.target.dataset.spot;
    this.target = null;
  }

  end() {
    this.leave();
    this.moving?.classList.remove("ot-tree__moving");
    this.tree.classList.remove("ot-tree--dragging");
    this.moving = null;
  }

  drop() {
    const form = this.moving?.querySelector("form");
    const beside = this.target?.closest("li")?.id;
    const where = this.target?.dataset.spot;
    this.end();
    if (!form || !beside || !where) return;
    const body = new FormData(form);
    body.set("beside", beside);
    body.set("where", where);
    this.send(form.action, body);
  }

  /** A button of the tree. @param {SubmitEvent} event */
  press(event) {
    const form = /** @type {HTMLFormElement} */ (event.target);
    const button = /** @type {HTMLButtonElement | null} */ (event.submitter);
    if (!button) return;
    event.preventDefault();
    this.send(form.action, new FormData(form, button), button.value);
  }

  /** Send it, lay the tree as it is now in place of this one, say what happened, and leave the focus
   * where it was. Without a line to the server the page itself is asked.
   * @param {string} address @param {FormData} body @param {string} [pressed] */
  async send(address, body, pressed) {
    const here = new URL(address).pathname.split("/").at(-3) ?? "";
    try {
      const response = await fetch(address, { method: "POST", body });
      const page = new DOMParser().parseFromString(await response.text(), "text/html");
      const fresh = page.querySelector("[data-ot-tree]");
      if (!response.ok || !fresh) return location.reload();
      this.tree.replaceChildren(...fresh.childNodes);
      const words = [...page.querySelectorAll(".ot-messages")].at(-1)?.textContent ?? "";
      this.said.textContent = words.replace(/\s+/g, " ").trim();
      if (pressed) this.focus(here, pressed);
    } catch {
      location.reload();
    }
  }

  /** @param {string} here @param {string} pressed */
  focus(here, pressed) {
    const buttons = [...(document.getElementById(here)?.querySelectorAll(":scope > .ot-tree__line button") ?? [])];
    const same = buttons.find((button) => /** @type {HTMLButtonElement} */ (button).value === pressed);
    /** @type {HTMLElement | undefined} */ (same ?? buttons[0])?.focus();
  }
}
