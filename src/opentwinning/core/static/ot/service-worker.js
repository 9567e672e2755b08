// @ts-check
/**
 * The worker of the browser. It does two things: without a connection it shows one page that is the
 * same for everybody, and it shows pushes. Pages of people are never kept.
 */
const worker = /** @type {any} */ (self);
const SHELL = "ot-shell";
const language = new URL(worker.location.href).searchParams.get("language") ?? "";
const WANTED = /(?:href|src)="([^"]+\.(?:css|svg|png|woff2)[^"]*)"/g;

/** The page of this language, or of the site's own. */
async function fetchOffline() {
  const own = language && (await fetchPlain(`/${encodeURIComponent(language)}/offline`));
  const found = own || (await fetchPlain("/offline"));
  if (!found) throw new Error("no offline page");
  return found;
}

/** As a visitor sees it. @param {string} address */
async function fetchPlain(address) {
  const answer = await fetch(address, { credentials: "omit" });
  return answer.ok && !answer.redirected ? answer : null;
}

/** Keep the page and what it is drawn with. */
async function keepShell() {
  const answer = await fetchOffline();
  const html = await answer.clone().text();
  await caches.delete(SHELL);
  const shell = await caches.open(SHELL);
  await shell.put("/offline", answer);
  const parts = new Set([...html.matchAll(WANTED)].map((found) => found[1].split("#")[0]));
  await Promise.all([...parts].map((part) => shell.add(part).catch(() => undefined)));
}

worker.addEventListener("install", (/** @type {any} */ event) => {
  event.waitUntil(keepShell().then(() => worker.skipWaiting()));
});

worker.addEventListener("activate", (/** @type {any} */ event) => {
  event.waitUntil(worker.clients.claim());
});

worker.addEventListener("fetch", (/** @type {any} */ event) => {
  const { request } = event;
  if (request.method !== "GET") return;
  if (request.mode === "navigate") {
    event.respondWith(fetch(request).catch(() => kept("/offline")));
  } else if (new URL(request.url).pathname.startsWith("/static/")) {
    event.respondWith(fetch(request).catch(() => kept(request)));
  }
});

/** @param {RequestInfo} what */
async function kept(what) {
  return (await (await caches.open(SHELL)).match(what)) ?? Response.error();
}

worker.addEventListener("push", (/** @type {any} */ event) => {
  const said = event.data?.json() ?? {};
  event.waitUntil(
    worker.registration.showNotification(String(said.title ?? ""), {
      body: String(said.body ?? ""),
      tag: String(said.tag ?? ""),
      data: { url: String(said.url ?? "/") },
    }),
  );
});

worker.addEventListener("notificationclick", (/** @type {any} */ event) => {
  event.notification.close();
  const { url } = event.notification.data;
  const target = url.startsWith("/") && !url.startsWith("//") ? url : "/";
  event.waitUntil(worker.clients.openWindow(target));
});
