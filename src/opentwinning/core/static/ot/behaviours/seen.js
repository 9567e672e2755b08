// @ts-check
/** A form that sends itself once the page has been looked at for a moment: "read up to here". */

const MOMENT = 1500;

/** @param {HTMLElement} element */
export function start(element) {
  if (!(element instanceof HTMLFormElement)) return;
  let timer = 0;
  const wait = () => {
    clearTimeout(timer);
    if (document.visibilityState === "visible") timer = window.setTimeout(send, MOMENT);
  };
  const send = () => {
    document.removeEventListener("visibilitychange", wait);
    fetch(element.action, {
      method: "POST",
      body: new FormData(element),
      keepalive: true,
      headers: { Accept: "application/json" },
    }).catch(() => {}); // without a connection the replies simply stay new
  };
  document.addEventListener("visibilitychange", wait);
  wait();
}
