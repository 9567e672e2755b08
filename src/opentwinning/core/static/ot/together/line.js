// @ts-check
/**
 * The line between one document here and the same document on the server. It comes back by itself,
 * and it knows which of our changes are kept there for good.
 */
import { applyAwarenessUpdate, encodeAwarenessUpdate, removeAwarenessStates, Y } from "../vendor/editor.min.js";
import { AWARENESS, block, KEPT, message, number, REFUSED, STEP_1, STEP_2, SYNC, UPDATE } from "./wire.js";

const PAUSES = [500, 1000, 2000, 5000, 10000];
const FINAL = new Set([4403, 4404]);
const PROTOCOL = "opentwinning";

/** @typedef {"connecting" | "keeping" | "kept" | "away" | "ended"} State */

export class Line {
  /** @param {any} document @param {any} awareness @param {string} address where a ticket is given */
  constructor(document, awareness, address) {
    this.document = document;
    this.awareness = awareness;
    this.address = address;
    /** @type {(state: State, reason?: string) => void} */
    this.onState = () => {};
    /** @type {() => void} */
    this.onSynced = () => {};
    /** @type {WebSocket | null} */
    this.socket = null;
    this.synced = false;
    this.sent = 0;
    this.kept = 0;
    this.unsent = false; // changed while no socket was open
    this.failures = 0;
    this.reason = "";
    this.ended = false;
    document.on("update", (/** @type {Uint8Array} */ update, /** @type {unknown} */ origin) => {
      if (origin !== this) this.send(update);
    });
    awareness.on("update", (/** @type {any} */ change, /** @type {unknown} */ origin) => {
      if (origin === this) return;
      const clients = [...change.added, ...change.updated, ...change.removed];
      this.post([AWARENESS], encodeAwarenessUpdate(awareness, clients));
    });
    window.addEventListener("online", () => this.retry());
    document.on("destroy", () => this.close());
  }

  get isKept() {
    return !this.unsent && this.sent === this.kept;
  }

  async connect() {
    if (this.ended || this.socket) return;
    this.tell("connecting");
    try {
      const response = await fetch(this.address, { headers: { Accept: "application/json" } });
      if (response.status >= 500) throw new Error("later");
      if (!response.ok || response.redirected) return this.end("");
      const { socket, ticket } = await response.json();
      this.open(socket.startsWith("ws") ? socket : location.origin.replace(/^http/, "ws") + socket, ticket);
    } catch {
      this.later();
    }
  }

  /** @param {string} address @param {string} ticket */
  open(address, ticket) {
    const socket = new WebSocket(address, [PROTOCOL, ticket]);
    socket.binaryType = "arraybuffer";
    this.socket = socket;
    this.sent = this.kept = 0;
    socket.addEventListener("open", () => {
      this.post([SYNC, STEP_1], Y.encodeStateVector(this.document));
      if (this.awareness.getLocalState() !== null) {
        this.post([AWARENESS], encodeAwarenessUpdate(this.awareness, [this.document.clientID]));
      }
    });
    socket.addEventListener("message", (event) => this.hear(new Uint8Array(event.data)));
    socket.addEventListener("close", (event) => {
      if (this.socket !== socket) return;
      this.socket = null;
      this.unsent ||= this.sent !== this.kept;
      const others = [...this.awareness.getStates().keys()].filter((id) => id !== this.document.clientID);
      removeAwarenessStates(this.awareness, others, this);
      if (FINAL.has(event.code)) this.end(this.reason);
      else this.later();
    });
  }

  /** @param {Uint8Array} data */
  hear(data) {
    if (data[0] === SYNC) this.hearSync(data[1], block(data, 2));
    else if (data[0] === AWARENESS) applyAwarenessUpdate(this.awareness, block(data, 1), this);
    else if (data[0] === KEPT) {
      this.kept = number(data, 1)[0];
      this.tell(this.isKept ? "kept" : "keeping");
    } else if (data[0] === REFUSED) this.reason = new TextDecoder().decode(block(data, 1));
  }

  /** @param {number} step @param {Uint8Array} body */
  hearSync(step, body) {
    if (step === STEP_1) {
      this.post([SYNC, STEP_2], Y.encodeStateAsUpdate(this.document, body));
      this.sent += 1;
      this.unsent = false;
      return;
    }
    Y.applyUpdate(this.document, body, this);
    if (step === STEP_2 && !this.synced) {
      this.synced = true;
      this.onSynced();
    }
    if (step === STEP_2) this.failures = 0;
  }

  /** @param {Uint8Array} update */
  send(update) {
    if (this.post([SYNC, UPDATE], update)) this.sent += 1;
    else this.unsent = true;
    this.tell(this.socket ? "keeping" : "away");
  }

  /** @param {number[]} head @param {Uint8Array} body */
  post(head, body) {
    if (this.socket?.readyState !== WebSocket.OPEN) return false;
    this.socket.send(message(head, body));
    return true;
  }

  later() {
    this.tell("away");
    const pause = PAUSES[Math.min(this.failures, PAUSES.length - 1)];
    this.failures += 1;
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.connect(), pause * (0.75 + Math.random() / 2));
  }

  retry() {
    clearTimeout(this.timer);
    this.connect();
  }

  /** @param {string} reason */
  end(reason) {
    this.ended = true;
    this.tell("ended", reason);
  }

  close() {
    this.ended = true;
    clearTimeout(this.timer);
    this.socket?.close(1000);
  }

  /** @param {State} state @param {string} [reason] */
  tell(state, reason) {
    this.onState(state, reason);
  }
}
