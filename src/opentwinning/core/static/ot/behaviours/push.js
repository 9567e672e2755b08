// @ts-check
/**
 * A form that asks the browser to be told about news: before it is sent, the browser is asked and its
 * answer put into the hidden fields. `data-ot-push` is our public key; `data-ot-worker` the worker
 * that shows what comes.
 */

/** @param {HTMLElement} element */
export function start(element) {
  if (!(element instanceof HTMLFormElement)) return;
  if (!("serviceWorker" in navigator) || !("PushManager" in window)) return say(element);
  element.addEventListener("submit", async (event) => {
    if (field(element, "endpoint").value) return;
    event.preventDefault();
    try {
      await fill(element);
      element.submit();
    } catch {
      say(element); // not allowed, or no push service within reach
    }
  });
}

/** @param {HTMLFormElement} form */
async function fill(form) {
  if ((await Notification.requestPermission()) !== "granted") throw new Error("not allowed");
  await navigator.serviceWorker.register(form.dataset.otWorker ?? "", { scope: "/" });
  const { pushManager } = await navigator.serviceWorker.ready;
  await (await pushManager.getSubscription())?.unsubscribe(); // it may belong to an older key
  const told = await pushManager.subscribe({
    userVisibleOnly: true,
    applicationServerKey: form.dataset.otPush ?? "",
  });
  field(form, "endpoint").value = told.endpoint;
  field(form, "public_key").value = text(told.getKey("p256dh"));
  field(form, "secret").value = text(told.getKey("auth"));
}

/** @param {HTMLFormElement} form @param {string} name */
function field(form, name) {
  return /** @type {HTMLInputElement} */ (form.elements.namedItem(name));
}

/** Base64 for addresses. @param {ArrayBuffer | null} bytes */
function text(bytes) {
  const letters = String.fromCharCode(...new Uint8Array(bytes ?? new ArrayBuffer(0)));
  return btoa(letters).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** @param {HTMLFormElement} form */
function say(form) {
  const words = form.querySelector("[data-ot-push-cannot]");
  if (words instanceof HTMLElement) words.hidden = false;
}
