// @ts-check
/** Somebody known came back from a provider: send the form of the page, so that she need not press
 * its button. Without script she presses it. */

const form = document.getElementById("enter-form");
if (form instanceof HTMLFormElement) form.requestSubmit();
