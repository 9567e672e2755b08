// @ts-check
/**
 * A form that a passkey fills in: before it is sent, the device is asked and its answer put into the
 * hidden field `answer`. `data-ot-passkey` is `create` or `get`; `data-ot-options` answers POST with
 * what to ask.
 */

/** @param {HTMLElement} element */
export function start(element) {
  if (!(element instanceof HTMLFormElement)) return;
  if (!("credentials" in navigator) || !window.PublicKeyCredential) return say(element);
  element.addEventListener("submit", async (event) => {
    const field = /** @type {HTMLInputElement} */ (element.elements.namedItem("answer"));
    if (field.value) return;
    event.preventDefault();
    try {
      field.value = JSON.stringify(await answered(element));
      element.submit();
    } catch {
      say(element); // cancelled, too late, no passkey, or the server said no
    }
  });
}

/** @param {HTMLFormElement} form */
async function answered(form) {
  const token = /** @type {HTMLInputElement} */ (form.elements.namedItem("csrfmiddlewaretoken"));
  const response = await fetch(form.dataset.otOptions ?? "", {
    method: "POST",
    headers: { "X-CSRFToken": token.value, Accept: "application/json" },
  });
  if (!response.ok) throw new Error(String(response.status));
  const publicKey = opened(await response.json());
  const credential = form.dataset.otPasskey === "create"
    ? await navigator.credentials.create({ publicKey })
    : await navigator.credentials.get({ publicKey });
  return closed(/** @type {PublicKeyCredential} */ (credential));
}

/** JSON to what browsers want: binary values as bytes. @param {any} options */
function opened(options) {
  const withBytes = (/** @type {any} */ one) => ({ ...one, id: bytes(one.id) });
  options.challenge = bytes(options.challenge);
  if (options.user) options.user = withBytes(options.user);
  for (const list of ["allowCredentials", "excludeCredentials"]) {
    if (options[list]) options[list] = options[list].map(withBytes);
  }
  return options;
}

/** What the device said, as JSON. @param {PublicKeyCredential} credential */
function closed(credential) {
  const said = /** @type {any} */ (credential.response);
  const names = ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"];
  const response = Object.fromEntries(
    names.filter((name) => said[name]).map((name) => [name, text(said[name])]),
  );
  const { id, type } = credential;
  return { id, rawId: text(credential.rawId), type, response, clientExtensionResults: {} };
}

/** @param {string} base64url */
function bytes(base64url) {
  const plain = atob(base64url.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(plain, (char) => char.charCodeAt(0));
}

/** @param {ArrayBuffer} buffer */
function text(buffer) {
  const plain = String.fromCharCode(...new Uint8Array(buffer));
  return btoa(plain).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** @param {HTMLFormElement} form */
function say(form) {
  const place = form.querySelector("[data-ot-said]");
  if (place) place.textContent = form.dataset.otTextFailed ?? "";
}
