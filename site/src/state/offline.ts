import { $news } from "./arrival.ts";

/** Keeps the site for use without a connection, and says when a newer one is ready. Optional: without it all else works. */
export async function keepForOffline(): Promise<void> {
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
  try {
    const registration = await navigator.serviceWorker.register(`${import.meta.env.BASE_URL}sw.js`);
    if (registration.waiting !== null) sayNewer(registration.waiting);
    registration.addEventListener("updatefound", () => {
      const next = registration.installing;
      next?.addEventListener("statechange", () => {
        // Without a controller this is the first visit: there is nothing older to replace.
        if (next.state === "installed" && navigator.serviceWorker.controller !== null) sayNewer(next);
      });
    });
  } catch {
    // Private windows and some company browsers forbid it.
  }
}

function sayNewer(worker: ServiceWorker): void {
  $news.set({
    text: "A newer state of this calculator and its data is ready.",
    lines: [],
    action: {
      title: "Load it",
      run() {
        navigator.serviceWorker.addEventListener("controllerchange", () => location.reload());
        worker.postMessage("take over");
      },
    },
  });
}
