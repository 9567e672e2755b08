// @ts-check
/**
 * A form that saves itself: on the device at once, on the server after two quiet seconds and when
 * the page is left. It says in words what is safe. Two windows never overwrite each other.
 */
import { drop, keep, kept, markSent, placeOf } from "./keep.js";

const QUIET = 2000;
const LONGEST = 20000;
const RETRIES = [5000, 15000, 60000];
const NEVER = new Set(["csrfmiddlewaretoken", "base_stamp", "draft_title"]);

/** @param {HTMLElement} element */
export function start(element) {
  if (element instanceof HTMLFormElement) new Autosave(element).begin();
}

class Autosave {
  /** @param {HTMLFormElement} form */
  constructor(form) {
    this.form = form;
    this.address = form.dataset.otAutosave ?? "";
    this.place = placeOf(this.address);
    this.stamp = form.dataset.otSavedAt ?? "";
    this.status = /** @type {HTMLElement | null} */ (form.querySelector("[data-ot-saved]"));
    this.saved = JSON.stringify(this.fields(asTheServerSentIt(form)));
    this.stopped = false;
    this.busy = false;
    this.failures = 0;
    this.timer = 0;
    this.since = 0;
  }

  begin() {
    this.offer();
    this.form.addEventListener("input", () => this.typed());
    this.form.addEventListener("change", () => this.typed());
    this.form.addEventListener("submit", () => this.sent());
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "hidden") this.leave();
    });
    window.addEventListener("pagehide", () => this.leave());
    window.addEventListener("online", () => this.save());
    window.addEventListener("pageshow", (event) => {
      if (event.persisted) this.stopped = false;
    });
    this.typed(); // what was typed before this script arrived
  }

  /** Names and values worth keeping: no passwords, no files, no tokens.
   * @param {HTMLFormElement} [form] @returns {[string, string][]} */
  fields(form = this.form) {
    const secret = new Set(
      [...form.querySelectorAll("input[type=password]")].map((field) => field.getAttribute("name")),
    );
    /** @type {[string, string][]} */
    const out = [];
    for (const [name, value] of new FormData(form)) {
      if (typeof value === "string" && !NEVER.has(name) && !secret.has(name)) out.push([name, value]);
    }
    return out;
  }

  text() {
    return JSON.stringify(this.fields());
  }

  typed() {
    if (this.text() === this.saved) return;
    keep(this.place, this.fields());
    this.since ||= Date.now();
    clearTimeout(this.timer);
    const wait = Math.min(QUIET, Math.max(0, LONGEST - (Date.now() - this.since)));
    this.timer = window.setTimeout(() => this.save(), wait);
  }

  body() {
    const body = new URLSearchParams(this.fields());
    body.append("base_stamp", this.stamp);
    body.append("draft_title", this.form.dataset.otTitle ?? document.title);
    return body;
  }

  /** @param {boolean} [leaving] the page is going away: the request must outlive it */
  request(leaving = false) {
    const token = /** @type {HTMLInputElement | null} */ (
      this.form.querySelector("input[name=csrfmiddlewaretoken]")
    );
    return fetch(this.address, {
      method: "POST",
      body: this.body(),
      keepalive: leaving,
      headers: { "X-CSRFToken": token?.value ?? "", Accept: "application/json" },
    });
  }

  async save() {
    const text = this.text();
    if (this.stopped || this.busy || text === this.saved) return;
    this.busy = true;
    this.since = 0;
    const slow = window.setTimeout(() => this.say("saving"), 700);
    try {
      const response = await this.request();
      clearTimeout(slow);
      await this.heard(response, text);
    } catch {
      clearTimeout(slow);
      this.later();
    }
    this.busy = false;
    if (!this.stopped && this.failures === 0 && this.text() !== this.saved) this.typed();
  }

  /** @param {Response} response @param {string} text what was sent */
  async heard(response, text) {
    const json = response.headers.get("Content-Type")?.includes("json");
    if (response.status === 409) return this.elsewhere(await response.json());
    if (response.status === 401 || response.status === 403 || response.redirected || (response.ok && !json)) {
      return this.say("signedout", {}, "danger");
    }
    if (!response.ok) return this.later();
    const answer = await response.json();
    this.failures = 0;
    this.saved = text;
    this.stamp = answer.stamp ?? this.stamp;
    if (this.text() === text) drop(this.place);
    this.say("saved", { time: answer.saved_at });
  }

  later() {
    const wait = RETRIES[Math.min(this.failures, RETRIES.length - 1)];
    this.failures += 1;
    this.say("kept", {}, "danger");
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.save(), wait);
  }

  /** Another window saved something newer: stop, keep this text here, say so.
   * @param {{ saved_at?: string, by?: string }} answer */
  elsewhere(answer) {
    this.stopped = true;
    keep(this.place, this.fields());
    this.say("elsewhere", { time: answer.saved_at ?? "", by: answer.by ?? "" }, "danger");
  }

  leave() {
    if (this.stopped || this.text() === this.saved) return;
    keep(this.place, this.fields());
    const text = this.text();
    this.request(true).then((response) => this.heard(response, text)).catch(() => {});
  }

  sent() {
    clearTimeout(this.timer);
    this.stopped = true;
    keep(this.place, this.fields());
    markSent(this.place);
  }

  /** @param {string} key @param {Record<string, string>} [words] @param {string} [tone] */
  say(key, words = {}, tone = "") {
    if (!this.status) return;
    const pattern = this.status.getAttribute(`data-ot-text-${key}`) ?? "";
    this.status.textContent = pattern.replace(/\{(\w+)\}/g, (_, name) => words[name] ?? "");
    this.status.dataset.otTone = tone;
  }

  /** A text on this device that is newer than the form: offer it, never take it silently. */
  offer() {
    const found = kept(this.place);
    if (!found) return;
    const older = this.stamp && Date.parse(found.at) <= Date.parse(this.stamp);
    if (older || JSON.stringify(found.fields) === this.saved) return drop(this.place);
    this.form.before(this.banner(found.fields));
  }

  /** @param {[string, string][]} fields */
  banner(fields) {
    const words = this.status?.dataset ?? {};
    const banner = document.createElement("div");
    banner.className = "ot-banner ot-banner--warning";
    banner.setAttribute("role", "status");
    const main = document.createElement("p");
    main.className = "ot-banner__main";
    main.textContent = words.otTextFound ?? "";
    const acts = document.createElement("div");
    acts.className = "ot-banner__actions";
    acts.append(
      button(words.otTextRestore ?? "", "primary", () => {
        this.fill(fields);
        this.dismiss(banner);
        this.typed();
      }),
      button(words.otTextDiscard ?? "", "quiet", () => {
        drop(this.place);
        this.dismiss(banner);
      }),
    );
    banner.append(main, acts);
    return banner;
  }

  /** The pressed button goes; the focus must not go with it. @param {HTMLElement} banner */
  dismiss(banner) {
    banner.remove();
    const writable = "textarea, select, input:not([type=hidden])";
    /** @type {HTMLElement | null} */ (this.form.querySelector(writable))?.focus();
  }

  /** @param {[string, string][]} fields */
  fill(fields) {
    /** @type {Map<string, string[]>} */
    const values = new Map();
    for (const [name, value] of fields) values.set(name, [...(values.get(name) ?? []), value]);
    for (const field of this.form.elements) fillField(field, values);
  }
}

/** A form as it came: before anybody typed, and before a browser put back what it remembered.
 * @param {HTMLFormElement} form */
function asTheServerSentIt(form) {
  const copy = /** @type {HTMLFormElement} */ (form.cloneNode(true));
  copy.reset();
  return copy;
}

/** @param {Element} field @param {Map<string, string[]>} values */
function fillField(field, values) {
  const name = field.getAttribute("name") ?? "";
  if (NEVER.has(name)) return;
  const held = values.get(name) ?? [];
  if (field instanceof HTMLInputElement && ["checkbox", "radio"].includes(field.type)) {
    field.checked = held.includes(field.value);
  } else if (field instanceof HTMLSelectElement) {
    for (const option of field.options) option.selected = held.includes(option.value);
  } else if (field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement) {
    if (["file", "password", "submit", "button"].includes(field.type)) return;
    field.value = held.shift() ?? "";
    values.set(name, held);
  } else return;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

/** @param {string} label @param {string} kind @param {() => void} act */
function button(label, kind, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = `ot-button ot-button--small ot-button--${kind}`;
  made.textContent = label;
  made.addEventListener("click", act);
  return made;
}
