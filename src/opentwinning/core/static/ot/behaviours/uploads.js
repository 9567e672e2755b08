// @ts-check
/** A form whose files go piece by piece: a line with a bar for each, pause, go on, cancel. What was
 * begun another day goes on when the same file is chosen again. */
import { Upload, markOf } from "./tus.js";

/** @typedef {{ file: File, upload: Upload, line: HTMLElement, state: string }} Item */

/** @param {HTMLElement} form */
export function start(form) {
  if (!(form instanceof HTMLFormElement)) return;
  const field = /** @type {HTMLInputElement | null} */ (form.querySelector("input[type=file]"));
  const area = document.getElementById(form.dataset.otUploads ?? "");
  const list = area?.querySelector("ul");
  const pattern = area?.querySelector("template");
  const words = area?.dataset ?? {};
  const voice = area?.querySelector("[role=status]");
  if (!field || !area || !list || !pattern) return;
  const token = /** @type {HTMLInputElement} */ (form.elements.namedItem("csrfmiddlewaretoken")).value;
  /** @type {Item[]} */
  const items = [];
  let isSending = false;
  let anyRefused = false;

  form.addEventListener("submit", (event) => {
    const files = [...(field.files ?? [])];
    if (!files.length) return; // the site says what is missing
    event.preventDefault();
    const said = details(form, files.length);
    for (const file of files) add(file, said);
    field.value = "";
    field.dispatchEvent(new Event("change", { bubbles: true }));
    area.hidden = false;
    area.querySelector("h2")?.focus();
    next();
  });

  // What was begun another day: its own button chooses the file.
  for (const line of unfinished()) {
    const own = /** @type {HTMLInputElement | null} */ (line.querySelector("input[type=file]"));
    line.querySelector("[data-act=choose]")?.addEventListener("click", () => own?.click());
    own?.addEventListener("change", () => {
      const file = own.files?.[0];
      own.value = "";
      if (!file) return;
      if (!isSame(line, file)) {
        say(line, words.otTextOther ?? "", "warning");
        return;
      }
      add(file, {}, line);
      area.hidden = false;
      next();
    });
  }

  const camera = document.getElementById(`${field.id}_camera`);
  const taker = /** @type {HTMLInputElement | null} */ (camera?.querySelector("input"));
  if (camera && taker && matchMedia("(pointer: coarse)").matches) {
    camera.hidden = false;
    camera.querySelector("button")?.addEventListener("click", () => taker.click());
    taker.addEventListener("change", () => {
      const held = new DataTransfer();
      for (const file of [...(field.files ?? []), ...(taker.files ?? [])]) held.items.add(file);
      field.files = held.files;
      taker.value = "";
      field.dispatchEvent(new Event("change", { bubbles: true }));
    });
  }

  addEventListener("beforeunload", (event) => {
    if (items.some((item) => ["sending", "waiting", "checking", "cut"].includes(item.state))) event.preventDefault();
  });

  /** @param {File} file @param {Record<string, string>} said @param {HTMLElement} [begun] */
  function add(file, said, begun = unfinished().find((line) => isSame(line, file))) {
    const line = /** @type {HTMLElement} */ (
      /** @type {DocumentFragment} */ (pattern?.content.cloneNode(true)).firstElementChild
    );
    part(line, "name").textContent = file.name;
    const address = begun?.dataset.address ?? "";
    begun?.remove();
    const upload = new Upload(file, form.dataset.otUploadsTo ?? "", address, token, said, {
      onState: (state, words) => change(item, state, words),
      onBytes: (sent) => show(item, sent),
    });
    /** @type {Item} */
    const item = { file, line, state: "", upload };
    part(line, "pause").addEventListener("click", () => {
      item.upload.pause();
      change(item, "paused");
    });
    part(line, "go").addEventListener("click", () => {
      item.upload.isPaused = false;
      change(item, "waiting");
      next();
    });
    part(line, "cancel").addEventListener("click", async () => {
      await item.upload.cancel();
      items.splice(items.indexOf(item), 1);
      line.remove();
      if (!items.length && area) area.hidden = true;
      else finish();
    });
    for (const name of ["pause", "go", "cancel"]) {
      part(line, name).setAttribute("aria-label", `${part(line, name).textContent?.trim()}: ${file.name}`);
    }
    items.push(item);
    list?.append(line);
    change(item, "waiting");
    show(item, 0);
  }

  // One after the other: the site takes one piece of a person at a time.
  async function next() {
    if (isSending) return;
    isSending = true;
    for (let item; (item = items.find((each) => each.state === "waiting")); ) {
      change(item, "sending");
      await item.upload.run();
    }
    isSending = false;
    finish();
  }

  function finish() {
    const isDone = items.length > 0 && items.every((item) => item.state === "here");
    if (isDone && !anyRefused && !field?.files?.length && !unfinished().length) {
      location.assign(form.dataset.otUploadsThen ?? location.href);
    }
  }

  /** @param {Item} item @param {string} state @param {string} [said] */
  function change(item, state, said) {
    item.state = state;
    const known = words[`otText${state[0].toUpperCase()}${state.slice(1)}`] ?? "";
    const tone = { refused: "danger", here: "success", cut: "warning", paused: "warning" }[state] ?? "";
    if (state === "refused") anyRefused = true;
    say(item.line, said || known, tone);
    const isOver = state === "here" || state === "refused";
    part(item.line, "pause").hidden = isOver || state === "paused" || state === "checking";
    part(item.line, "go").hidden = state !== "paused";
    part(item.line, "cancel").hidden = isOver || state === "checking";
    if (voice && (isOver || state === "cut")) voice.textContent = `${item.file.name}: ${said || known}`;
  }

  /** @param {Item} item @param {number} sent */
  function show(item, sent) {
    const bar = item.line.querySelector("progress");
    const share = item.file.size ? Math.min(100, Math.floor((sent / item.file.size) * 100)) : 0;
    if (bar) {
      bar.value = share;
      bar.setAttribute("aria-label", item.file.name);
    }
    part(item.line, "share").textContent = (words.otTextShare ?? "")
      .replace("{percent}", String(share))
      .replace("{size}", sizeOf(item.file.size));
  }
}

/** @returns {HTMLElement[]} lines of what has not arrived whole */
function unfinished() {
  return [...document.querySelectorAll("[data-ot-unfinished]")].map((line) => /** @type {HTMLElement} */ (line));
}

/** @param {HTMLElement} line @param {File} file */
function isSame(line, file) {
  const { name, size, mark } = line.dataset;
  return file.name === name && String(file.size) === size && (!mark || mark === markOf(file));
}

/** @param {HTMLElement} line @param {string} text @param {string} tone */
function say(line, text, tone) {
  part(line, "state").textContent = text;
  for (const each of ["success", "warning", "danger"]) line.classList.toggle(`ot-progress--${each}`, each === tone);
}

/** @param {HTMLElement} line @param {string} name @returns {HTMLElement} */
function part(line, name) {
  return /** @type {HTMLElement} */ (line.querySelector(`[data-part=${name}]`));
}

/** @param {HTMLFormElement} form @param {number} count one description is for one file */
function details(form, count) {
  /** @type {Record<string, string>} */
  const said = {};
  for (const [key, value] of new FormData(form)) {
    if (typeof value !== "string" || key === "csrfmiddlewaretoken") continue;
    said[key] = key in said ? `${said[key]}\n${value}` : value;
  }
  if (count > 1) delete said.alt_text;
  return said;
}

/** @param {number} bytes */
function sizeOf(bytes) {
  const steps = ["kilobyte", "megabyte", "gigabyte"];
  let size = Math.max(1, bytes / 1024);
  let step = 0;
  while (size >= 1000 && step < steps.length - 1) {
    size /= 1024;
    step += 1;
  }
  const digits = size < 10 ? 1 : 0;
  const style = { style: "unit", unit: steps[step], maximumFractionDigits: digits };
  return new Intl.NumberFormat(document.documentElement.lang, /** @type {any} */ (style)).format(size);
}
