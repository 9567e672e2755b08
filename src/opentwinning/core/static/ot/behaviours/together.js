// @ts-check
/**
 * A page written by several people at once takes the place of the text area, as soon as the line to
 * the server stands. Without it everything stays as it is: the text area saves by versions.
 */
import { Awareness, Editor, Y } from "../vendor/editor.min.js";
import { extensions } from "../together/schema.js";
import { Line } from "../together/line.js";
import { begin } from "../together/tools.js";
import { kept, placeOf } from "./keep.js";

const PATIENCE = 6000; // milliseconds until the text area stays for good

/** @param {HTMLElement} part */
export function start(part) {
  const form = part.closest("form");
  const address = form?.dataset.otAutosave ?? "";
  if (!form || kept(placeOf(address))) return; // a text of her own waits to be sent: it comes first
  const shared = new Y.Doc();
  const awareness = new Awareness(shared);
  const line = new Line(shared, awareness, part.dataset.otTogether ?? "");
  const waiting = window.setTimeout(() => shared.destroy(), PATIENCE);
  const before = new FormData(form).get("text");
  line.onSynced = () => {
    clearTimeout(waiting);
    if (new FormData(form).get("text") !== before) return shared.destroy(); // she writes already
    new Together(part, form, line).begin();
  };
  line.connect();
}

class Together {
  /** @param {HTMLElement} part @param {HTMLFormElement} form @param {Line} line */
  constructor(part, form, line) {
    this.part = part;
    this.form = form;
    this.line = line;
    this.status = /** @type {HTMLElement} */ (part.querySelector("[data-ot-together-status]"));
    this.people = /** @type {HTMLElement} */ (part.querySelector("[data-ot-together-people]"));
    /** @type {Map<string, string>} */
    this.addresses = new Map();
  }

  async begin() {
    const bar = /** @type {HTMLElement} */ (this.part.querySelector("[role=toolbar]"));
    await this.pictures(bar.dataset.otImages ?? "");
    this.form.querySelectorAll("[data-ot-alone]").forEach((alone) => alone.setAttribute("hidden", ""));
    const text = /** @type {HTMLTextAreaElement} */ (this.form.elements.namedItem("text"));
    text.closest(".ot-field")?.setAttribute("hidden", "");
    this.part.hidden = false;
    const sheet = /** @type {HTMLElement} */ (this.part.querySelector("[data-ot-together-sheet]"));
    this.editor = new Editor({
      element: sheet,
      injectCSS: false,
      extensions: extensions(this.line.document, this.line.awareness, {
        addressOf: (ref) => this.addressOf(ref, bar.dataset.otImages ?? ""),
        done: this.part.dataset.otTextDone ?? "",
        file: bar.dataset.otTextFile ?? "",
      }),
      editorProps: {
        // Tab leaves the text, always: nobody is caught in a list or a table (WCAG 2.1.2).
        handleDOMEvents: { keydown: (/** @type {any} */ _view, /** @type {KeyboardEvent} */ event) => event.key === "Tab" },
        attributes: {
          class: "ot-prose ot-cowriting__text",
          role: "textbox",
          "aria-multiline": "true",
          "aria-label": this.part.dataset.otTextLabel ?? "",
          dir: "auto",
        },
      },
    });
    begin(bar, this.editor);
    this.line.onState = (state, reason) => this.show(state, reason);
    this.line.awareness.on("change", () => this.showPeople());
    this.show(this.line.isKept ? "kept" : "keeping");
    this.showPeople();
    this.form.addEventListener("submit", (event) => this.leave(event));
    window.addEventListener("beforeunload", (event) => {
      if (!this.line.isKept && !this.leaving) event.preventDefault();
    });
  }

  /** @param {string} address @returns {Promise<import("../together/pieces.js").Offered[]>} */
  async pictures(address) {
    try {
      const response = await fetch(address, { headers: { Accept: "application/json" } });
      const found = response.ok ? await response.json() : [];
      for (const each of found) this.addresses.set(each.url, each.thumb ?? "");
      return found;
    } catch {
      return [];
    }
  }

  /** @param {string} ref @param {string} list @returns {Promise<string>} */
  async addressOf(ref, list) {
    if (!this.addresses.has(ref)) {
      this.addresses.set(ref, ""); // asked once
      await this.pictures(list);
    }
    return this.addresses.get(ref) ?? "";
  }

  /** @param {string} state @param {string} [reason] */
  show(state, reason) {
    const words = this.status.dataset;
    const said = {
      connecting: words.otTextAway, away: words.otTextAway, keeping: words.otTextKeeping, kept: words.otTextKept,
      ended: `${reason ? `${reason} ` : ""}${words.otTextEnded ?? ""}`,
    }[state];
    clearTimeout(this.saying);
    // While keys are pressed the words would change with each of them: the calm ones come late.
    const wait = state === "keeping" ? 800 : 0;
    this.saying = window.setTimeout(() => {
      if (this.status.textContent !== said) this.status.textContent = said ?? "";
      this.status.dataset.otTone = state === "away" || state === "ended" ? "danger" : "";
    }, wait);
    if (state === "ended") this.editor?.setEditable(false);
  }

  showPeople() {
    const mine = this.line.document.clientID;
    /** @type {Map<string, string>} */
    const others = new Map();
    for (const [client, state] of this.line.awareness.getStates()) {
      if (client !== mine && state?.user?.name) others.set(state.user.name, state.user.color ?? "");
    }
    this.people.hidden = !others.size;
    const list = /** @type {HTMLElement} */ (this.people.querySelector("ul"));
    list.replaceChildren(
      ...[...others].map(([name, color]) => {
        const item = document.createElement("li");
        const dot = document.createElement("span");
        dot.className = "ot-cowriting__dot";
        if (/^#[0-9a-f]{6}$/.test(color)) dot.style.backgroundColor = color;
        const words = document.createElement("bdi");
        words.textContent = name;
        item.append(dot, words);
        return item;
      }),
    );
  }

  /** Wait until everything is kept, then hand in the title. @param {SubmitEvent} event */
  async leave(event) {
    if (this.leaving) return;
    event.preventDefault();
    const until = Date.now() + 5000;
    while (!this.line.isKept && Date.now() < until) await new Promise((done) => setTimeout(done, 50));
    if (!this.line.isKept) return this.show("away");
    this.leaving = true;
    const sign = document.createElement("input");
    sign.type = "hidden";
    sign.name = "together";
    sign.value = "1";
    this.form.append(sign);
    this.form.submit();
  }
}
