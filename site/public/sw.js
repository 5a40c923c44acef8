/* Keeps the site for use without a connection: one cache a build, filled whole or not at all. */
const VERSION = "__VERSION__";
const FILES = ["__FILES__"];
/** Of this site alone: another one of the same origin keeps its own, under its own scope. */
const OWN = `nkp-planner ${registration.scope} `;
const CACHE = `${OWN}${VERSION}`;

addEventListener("install", (event) => {
  event.waitUntil(
    caches.open(CACHE).then((cache) => cache.addAll(FILES.map((path) => new Request(path, { cache: "reload" })))),
  );
});

addEventListener("activate", (event) => {
  const dropOthers = caches
    .keys()
    .then((names) =>
      Promise.all(names.filter((name) => name.startsWith(OWN) && name !== CACHE).map((name) => caches.delete(name))),
    );
  event.waitUntil(dropOthers.then(() => clients.claim()));
});

// The page asks for it when its reader has agreed to load it again.
addEventListener("message", ({ data }) => {
  if (data === "take over") skipWaiting();
});

addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || new URL(request.url).origin !== location.origin) return;
  event.respondWith(fromCacheFirst(request));
});

/** One build's page, scripts and data belong together: what this build has is never mixed with another's. */
async function fromCacheFirst(request) {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(request, { ignoreSearch: true });
  if (kept !== undefined) return kept;
  try {
    const response = await fetch(request);
    if (response.ok && request.mode === "navigate") await cache.put(request, response.clone());
    return response;
  } catch (error) {
    if (request.mode !== "navigate") throw error;
    return (await cache.match("404.html")) ?? Response.error();
  }
}
