// @ts-check
/** Typed text on this device: written at once, dropped only when the server has it. */

/** @typedef {{ at: string, fields: [string, string][] }} Kept */

const SENT = "ot-sent";
const MAX_AGE = 30 * 24 * 60 * 60 * 1000;

/** The place of a form's text; another person on the same device has another place.
 * @param {string} address */
export function placeOf(address) {
  return `ot-draft:${document.body.dataset.otMe ?? ""}:${address}`;
}

/** @param {string} place @returns {Kept | null} */
export function kept(place) {
  try {
    const found = JSON.parse(localStorage.getItem(place) ?? "null");
    if (!found || Date.now() - Date.parse(found.at) > MAX_AGE) return null;
    return found;
  } catch {
    return null;
  }
}

/** @param {string} place @param {[string, string][]} fields */
export function keep(place, fields) {
  try {
    localStorage.setItem(place, JSON.stringify({ at: new Date().toISOString(), fields }));
  } catch {
    // No room or no permission: the server's copy remains.
  }
}

/** @param {string} place */
export function drop(place) {
  try {
    localStorage.removeItem(place);
  } catch {
    // Nothing was kept then.
  }
}

/** The form is on its way; its text stays until the next page has come. @param {string} place */
export function markSent(place) {
  try {
    sessionStorage.setItem(SENT, JSON.stringify({ place, page: location.href }));
  } catch {
    // The text stays and is offered once too often.
  }
}

/** Called on every page: if we come from a sent form and this is no error page, forget its text. */
export function forgetSentDrafts() {
  try {
    const sent = JSON.parse(sessionStorage.getItem(SENT) ?? "null");
    sessionStorage.removeItem(SENT);
    const failed = document.querySelector("[data-ot-error-page]");
    if (sent && !failed && document.referrer === sent.page.split("#")[0]) drop(sent.place);
  } catch {
    // Storage is closed: nothing to forget.
  }
}
