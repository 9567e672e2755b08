// @ts-check
/**
 * The one entry. It marks that script runs (ot-js), wires the small acts, and loads each larger
 * behaviour only on pages that ask for it; ot-ready says that all of them have begun. Parts that
 * arrive later (htmx, live parts) are wired too.
 */
import { wireActs } from "./behaviours/acts.js";
import * as count from "./behaviours/count.js";
import * as seen from "./behaviours/seen.js";
import * as undo from "./behaviours/undo.js";

/** @typedef {{ start: (element: HTMLElement) => void }} Behaviour */

const writing = () => import("./behaviours/writing.js");
/** @type {[string, () => Promise<Behaviour>][]} */
const behaviours = [
  ["[data-ot-autosave]", async () => (await writing()).autosave],
  ["[data-ot-count]", async () => count],
  ["[data-ot-toolbar]", async () => (await writing()).toolbar],
  ["[data-ot-drop]", () => import("./behaviours/drop.js")],
  ["[data-ot-uploads]", () => import("./behaviours/uploads.js")],
  ["[data-ot-together]", () => import("./behaviours/together.js")],
  ["[data-ot-tree]", () => import("./behaviours/tree.js")],
  ["[data-ot-chat]", () => import("./behaviours/chat.js")],
  ["[data-ot-meet]", () => import("./behaviours/meeting.js")],
  ["[data-ot-voice]", () => import("./behaviours/voice.js")],
  ["[data-ot-seen]", async () => seen],
  ["[data-ot-live]", () => import("./behaviours/live.js")],
  ["[data-ot-passkey]", () => import("./behaviours/passkey.js")],
  ["[data-ot-push]", () => import("./behaviours/push.js")],
  ["[data-ot-quotes]", () => import("./behaviours/quotes.js")],
  ["[data-ot-speak]", () => import("./behaviours/aloud.js")],
  ["[data-ot-undo]", async () => undo],
  ["[data-ot-shortcuts]", () => import("./behaviours/shortcuts.js")],
];
const HX = "[hx-get],[hx-post],[hx-put],[hx-delete],[hx-boost]";

/** @type {WeakMap<Element, Set<string>>} */
const begun = new WeakMap();
let htmxAsked = false;

/** @param {ParentNode} root @returns {Promise<unknown>[]} one for each behaviour that begins */
function wire(root) {
  const beginning = [];
  for (const [selector, load] of behaviours) {
    for (const element of found(root, selector)) {
      const done = begun.get(element) ?? new Set();
      if (done.has(selector)) continue;
      begun.set(element, done.add(selector));
      beginning.push(
        load().then((behaviour) => behaviour.start(/** @type {HTMLElement} */ (element))),
      );
    }
  }
  if (!htmxAsked && found(root, HX).length) {
    htmxAsked = true;
    beginning.push(import("./vendor/htmx.min.js"));
  }
  return beginning;
}

/** @param {ParentNode} root @param {string} selector @returns {Element[]} */
function found(root, selector) {
  const inside = [...root.querySelectorAll(selector)];
  return root instanceof Element && root.matches(selector) ? [root, ...inside] : inside;
}

// htmx asks before each request: forms carry their token, lone buttons borrow one from the page.
document.addEventListener("htmx:config:request", (event) => {
  const request = /** @type {any} */ (event).detail?.ctx?.request;
  const held = /** @type {HTMLInputElement | null} */ (
    document.querySelector("input[name=csrfmiddlewaretoken]")
  );
  if (request?.headers && held) request.headers["X-CSRFToken"] = held.value;
});

function formWasSent() {
  try {
    return sessionStorage.getItem("ot-sent") !== null;
  } catch {
    return false; // storage is closed to us
  }
}

document.documentElement.classList.add("ot-js");
if (formWasSent()) import("./behaviours/keep.js").then((keep) => keep.forgetSentDrafts());
wireActs();
Promise.all(wire(document)).then(() => document.documentElement.classList.add("ot-ready"));
new MutationObserver((changes) => {
  for (const change of changes) {
    for (const node of change.addedNodes) if (node instanceof HTMLElement) wire(node);
  }
}).observe(document.body, { childList: true, subtree: true });

// Among the apps of a telephone, one plain page appears without a connection.
if ("serviceWorker" in navigator && matchMedia("(display-mode: standalone)").matches) {
  navigator.serviceWorker
    .getRegistration()
    .then((known) => known ?? navigator.serviceWorker.register("/service-worker.js"));
}
