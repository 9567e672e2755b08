// @ts-check
/** A part of the page that stays current: fetched anew while somebody looks at it. */

/** @param {HTMLElement} part */
export function start(part) {
  const every = Math.max(2, Number(part.dataset.otEvery ?? 10)) * 1000;
  let timer = 0;
  let pause = every;
  const next = () => {
    clearTimeout(timer);
    if (part.isConnected) timer = window.setTimeout(look, pause);
  };
  const look = async () => {
    if (document.visibilityState !== "visible") return next();
    try {
      pause = (await renew(part)) ? every : Math.min(pause * 2, 60000);
    } catch {
      pause = Math.min(pause * 2, 60000);
    }
    next();
  };
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible" && part.isConnected) look();
  });
  next();
}

/** @param {HTMLElement} part @returns {Promise<boolean>} false when the server would not answer */
async function renew(part) {
  const response = await fetch(part.dataset.otLive ?? "", { headers: { "X-Requested-With": "fetch" } });
  if (response.status === 204) return true;
  if (!response.ok || response.redirected) return false;
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const found = (part.id && page.getElementById(part.id)) || page.body;
  if (found.innerHTML.trim() === part.innerHTML.trim()) return true;
  if (part.contains(document.activeElement) && document.activeElement !== part) return true;
  const atEnd = part.scrollHeight - part.scrollTop - part.clientHeight < 40;
  part.replaceChildren(...found.childNodes);
  if (atEnd && part.scrollHeight > part.clientHeight) part.scrollTop = part.scrollHeight;
  return true;
}
