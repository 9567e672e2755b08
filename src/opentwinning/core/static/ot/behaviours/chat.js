// @ts-check
/**
 * A chat that stays current: it asks for what changed while somebody looks at it, sends without
 * leaving the page, and says for a teacher that she is there. A message is sent under a key of its
 * own until the server has it: sent twice, it is still one.
 */

const EVERY = 3000;
const LONGEST = 30000;
const HERE = 10000;
const TEXT_OF_FORM = "textarea";

/** @param {HTMLElement} element */
export function start(element) {
  new Chat(element).begin();
}

class Chat {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    this.log = /** @type {HTMLElement} */ (root.querySelector("[data-ot-chat-log]"));
    this.bar = /** @type {HTMLElement} */ (root.querySelector("[data-ot-chat-bar]"));
    this.state = /** @type {HTMLElement} */ (root.querySelector("[data-ot-chat-state]"));
    this.form = /** @type {HTMLFormElement} */ (root.querySelector("[data-ot-chat-form]"));
    this.pause = /** @type {HTMLElement} */ (root.querySelector("[data-ot-chat-pause]"));
    this.after = root.dataset.otAfter ?? "0";
    this.wait = EVERY;
    this.timer = 0;
    this.looking = false;
    this.paused = false;
    this.sending = false;
    this.left = false;
  }

  begin() {
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.send();
    });
    this.text.addEventListener("keydown", (event) => {
      // Enter sends where a keyboard lies; Shift+Enter is a new line. Touch keyboards have a button.
      const types = matchMedia("(hover: hover)").matches && !event.isComposing;
      if (event.key === "Enter" && !event.shiftKey && types) {
        event.preventDefault();
        this.form.requestSubmit();
      }
    });
    this.pause.addEventListener("click", () => this.hold(!this.paused));
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "visible") {
        this.wait = EVERY;
        this.here();
        this.look();
      }
    });
    window.addEventListener("pagehide", () => this.leave());
    window.addEventListener("pageshow", () => (this.left = false));
    this.toEnd();
    this.here();
    window.setInterval(() => this.here(), HERE);
    this.next(500);
  }

  get text() {
    return /** @type {HTMLTextAreaElement} */ (this.form.querySelector(TEXT_OF_FORM));
  }

  get token() {
    const held = /** @type {HTMLInputElement} */ (
      this.form.querySelector("input[name=csrfmiddlewaretoken]")
    );
    return held.value;
  }

  /** @param {number} [wait] */
  next(wait = this.wait) {
    clearTimeout(this.timer);
    if (this.root.isConnected) this.timer = window.setTimeout(() => this.look(), wait);
  }

  async look() {
    if (this.looking || document.visibilityState !== "visible") return this.next();
    this.looking = true;
    try {
      const address = `${this.root.dataset.otNews}?after=${this.after}`;
      const response = await fetch(address, { headers: { "X-Unattended": "1" } });
      if (response.ok && !response.redirected) {
        this.show(await response.json());
        this.wait = EVERY;
      } else if (response.status < 500) {
        location.reload(); // signed out, or the chat is gone: the page says so in words
        return;
      } else {
        this.wait = Math.min(this.wait * 2, LONGEST);
      }
    } catch {
      this.wait = Math.min(this.wait * 2, LONGEST);
    } finally {
      this.looking = false;
    }
    this.next();
  }

  /** @param {{last: number, rows: {number: number, html: string}[], gone: number[], bar: string,
   *   may_write: boolean, may_read: boolean}} news */
  show(news) {
    if (this.bar.innerHTML.trim() !== news.bar.trim()) this.bar.innerHTML = news.bar;
    this.form.hidden = !news.may_write && !this.text.value;
    if (!news.may_read) {
      this.log.replaceChildren();
      this.after = "0";
      return;
    }
    if (this.paused && news.rows.length) {
      this.state.textContent = this.root.dataset.otLater ?? "";
      return;
    }
    const atEnd = this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight < 60;
    for (const number of news.gone) this.find(number)?.remove();
    for (const row of news.rows) this.put(row.number, row.html);
    this.after = String(news.last);
    if (news.rows.length && atEnd) this.toEnd();
  }

  /** @param {number} number @returns {HTMLElement | null} */
  find(number) {
    return this.log.querySelector(`[data-ot-number="${Number(number)}"]`);
  }

  /** @param {number} number @param {string} html */
  put(number, html) {
    const page = new DOMParser().parseFromString(html, "text/html");
    const fresh = page.body.firstElementChild;
    if (!fresh) return;
    const old = this.find(number);
    if (old) {
      if (!old.contains(document.activeElement)) old.replaceWith(fresh);
      return;
    }
    this.log.querySelector("[data-ot-chat-none]")?.remove();
    const later = [...this.log.children].find(
      (each) => each instanceof HTMLElement && Number(each.dataset.otNumber) > number,
    );
    this.log.insertBefore(fresh, later ?? null);
  }

  toEnd() {
    this.log.scrollTop = this.log.scrollHeight;
  }

  /** @param {boolean} on */
  hold(on) {
    this.paused = on;
    this.pause.setAttribute("aria-pressed", String(on));
    this.state.textContent = "";
    if (!on) this.look();
  }

  async send() {
    if (this.sending || !this.text.value.trim()) return;
    this.sending = true;
    const body = new FormData(this.form);
    const said = this.text.value;
    try {
      const response = await fetch(this.form.action, {
        method: "POST",
        body,
        headers: { Accept: "application/json" },
      });
      if (response.status === 201) {
        if (this.text.value === said) this.text.value = "";
        this.text.dispatchEvent(new Event("input", { bubbles: true }));
        this.key = crypto.randomUUID();
        this.state.textContent = "";
        this.hold(false);
      } else if (response.status === 422) {
        this.state.textContent = (await response.json()).error;
      } else {
        this.form.submit(); // the server's own page says what is wrong, and keeps the words
      }
    } catch {
      this.state.textContent = this.root.dataset.otUnsent ?? "";
      window.setTimeout(() => this.send(), EVERY);
    } finally {
      this.sending = false;
    }
  }

  /** @param {string} value */
  set key(value) {
    const held = /** @type {HTMLInputElement} */ (this.form.querySelector("input[name=send_key]"));
    held.value = value;
  }

  here() {
    const isThere = document.visibilityState === "visible" && !this.left;
    if (!this.root.dataset.otHere || !isThere) return;
    fetch(this.root.dataset.otHere, {
      method: "POST",
      headers: { Accept: "application/json", "X-CSRFToken": this.token, "X-Unattended": "1" },
    }).catch(() => {}); // without a connection she is not there
  }

  leave() {
    this.left = true;
    if (!this.root.dataset.otHere) return;
    const body = new FormData();
    body.append("csrfmiddlewaretoken", this.token);
    body.append("away", "1");
    navigator.sendBeacon(this.root.dataset.otHere, body);
  }
}
