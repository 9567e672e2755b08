// @ts-check
/** One file on its way by the tus protocol 1.0: small pieces, each with its checksum, larger on a good
 * line; after a cut it asks how far the site is and goes on there. No screen here. */

const VERSION = "1.0.0";
const LEAST = 128 * 1024;
const MOST = 4 * 1024 * 1024;
const QUICK = 700; // a piece that took fewer milliseconds may be larger next time
const SLOW = 4000;
const LONGEST_WAIT = 30_000;
const FINAL = new Set([400, 401, 403, 404, 410, 412, 413, 415, 422]);

/** @typedef {{ status: number, text: string, header: (name: string) => string | null }} Answer */
/** @typedef {{ onState: (state: string, said?: string) => void, onBytes: (sent: number) => void }} Ears */

/** @param {string} text */
function encoded(text) {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}

/** @param {File} file what a browser knows of a file, to recognise it another day */
export const markOf = (file) => String(file.lastModified);

export class Upload {
  /** @type {XMLHttpRequest | null} */ #request = null;
  /** @type {(() => void) | null} */ #wake = null;
  #piece = 1024 * 1024;
  #sent = 0;
  #failures = 0;

  /** @param {File} file @param {string} creation @param {string} address "" = not begun @param {string} token
   * @param {Record<string, string>} said @param {Ears} ears */
  constructor(file, creation, address, token, said, ears) {
    this.file = file;
    this.creation = creation;
    this.address = address;
    this.token = token;
    this.said = said;
    this.ears = ears;
    this.isPaused = false;
    this.isOver = false;
  }

  /** Send what is missing; returns when it is there, paused, cancelled or refused. */
  async run() {
    let isKnown = !this.address;
    while (!this.isPaused && !this.isOver) {
      const answer = !this.address ? await this.#begin() : isKnown ? await this.#send() : await this.#ask();
      if (this.isPaused || this.isOver) return;
      const offset = answer.header("Upload-Offset");
      const isBegun = answer.status === 201 && answer.header("Location");
      if (FINAL.has(answer.status) || (answer.status < 300 && answer.status && !offset && !isBegun)) {
        this.#end("refused", answer.header("Tus-Resumable") ? answer.text : "");
      } else if (isBegun) {
        this.address = String(answer.header("Location"));
      } else if (offset !== null && answer.status && answer.status < 300) {
        this.#failures = 0;
        isKnown = true;
        this.#sent = Number(offset);
        this.ears.onBytes(this.#sent);
        if (this.#sent >= this.file.size) this.#end("here");
      } else {
        isKnown = !this.address;
        this.#piece = Math.max(LEAST, this.#piece / 2);
        await this.#wait(answer);
      }
    }
  }

  pause() {
    this.isPaused = true;
    this.#request?.abort();
    this.#wake?.();
  }

  /** Nothing of it stays on the site. */
  async cancel() {
    this.isOver = true;
    this.#request?.abort();
    this.#wake?.();
    if (this.address) await this.#ask("DELETE");
  }

  #begin() {
    const pairs = Object.entries({ ...this.said, filename: this.file.name, mark: markOf(this.file) });
    const metadata = pairs.map(([key, text]) => `${key} ${encoded(text)}`).join(",");
    return this.#speak("POST", this.creation, {
      "Upload-Length": String(this.file.size),
      "Upload-Metadata": metadata,
    });
  }

  async #send() {
    const from = this.#sent;
    const piece = this.file.slice(from, from + this.#piece);
    const isLast = from + piece.size >= this.file.size;
    const headers = {
      "Upload-Offset": String(from),
      "Content-Type": "application/offset+octet-stream",
      ...(await checksum(piece)),
    };
    const begun = performance.now();
    const answer = await this.#speak("PATCH", this.address, headers, piece, (sent) => {
      this.ears.onBytes(from + sent);
      if (isLast && sent >= piece.size) this.ears.onState("checking");
    });
    const lasted = performance.now() - begun;
    if (lasted < QUICK) this.#piece = Math.min(MOST, this.#piece * 2);
    else if (lasted > SLOW) this.#piece = Math.max(LEAST, this.#piece / 2);
    return answer;
  }

  #ask(method = "HEAD") {
    return this.#speak(method, this.address, {});
  }

  /** @param {Answer} answer too many at once is usual; a cut line is worth a word */
  async #wait(answer) {
    this.#failures += 1;
    if (answer.status !== 503 && answer.status !== 423) this.ears.onState("cut");
    const pause = answer.status === 503 ? 1000 : Math.min(LONGEST_WAIT, 500 * 2 ** this.#failures);
    await new Promise((/** @type {(value?: unknown) => void} */ done) => {
      const clock = setTimeout(done, pause);
      this.#wake = () => {
        clearTimeout(clock);
        done();
      };
      addEventListener("online", this.#wake, { once: true });
    });
    if (!this.isPaused && !this.isOver) this.ears.onState("sending");
  }

  /** @param {string} state @param {string} [said] */
  #end(state, said) {
    this.isOver = true;
    this.ears.onState(state, said);
  }

  /** @param {string} method @param {string} address @param {Record<string, string>} headers
   * @param {Blob} [body] @param {(sent: number) => void} [onSent] @returns {Promise<Answer>} status 0: no answer */
  #speak(method, address, headers, body, onSent) {
    return new Promise((done) => {
      const request = new XMLHttpRequest();
      if (method !== "DELETE") this.#request = request;
      request.open(method, address);
      for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
      request.setRequestHeader("Tus-Resumable", VERSION);
      request.setRequestHeader("X-CSRFToken", this.token);
      if (onSent) request.upload.onprogress = (event) => onSent(event.loaded);
      request.onloadend = () =>
        done({
          status: request.status,
          text: request.responseText,
          header: (name) => request.getResponseHeader(name),
        });
      request.send(body);
    });
  }
}

/** @param {Blob} piece @returns {Promise<Record<string, string>>} nothing where the browser has no sums (a site without TLS) */
async function checksum(piece) {
  if (!globalThis.crypto?.subtle) return {};
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", await piece.arrayBuffer()));
  return { "Upload-Checksum": `sha256 ${btoa(String.fromCharCode(...digest))}` };
}
