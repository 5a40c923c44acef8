import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { inject } from "vitest";
import { launchBrowser } from "./browser.ts";
import { serveFolder } from "./static-server.ts";

export interface WindowOptions extends BrowserContextOptions {
  /** Whether the page may keep the whole site for a time without connection: it fetches all of it then. */
  readonly keepsSite?: boolean;
}

/** The site as it is published, and a browser to visit it with. */
export interface OpenSite {
  readonly origin: string;
  /** A window of its own, not yet at any page; the site's own policy holds in it. */
  window(options?: WindowOptions): Promise<Page>;
  /** Ends every window: one that nobody looks at still plans its charts. */
  closeWindows(): Promise<void>;
  close(): Promise<void>;
}

/** Serves the site that `built-site.ts` has built once for all tests, and starts the browser. */
export async function openSite(): Promise<OpenSite> {
  const browser: Browser = await launchBrowser();
  const { origin, close } = await serveFolder(inject("siteFolder"));
  return {
    origin,
    window: async ({ keepsSite = false, ...options } = {}) => {
      const context = await browser.newContext(options);
      if (!keepsSite) await context.addInitScript("navigator.serviceWorker.register = () => new Promise(() => {})");
      return context.newPage();
    },
    closeWindows: async () => {
      await Promise.all(browser.contexts().map((context) => context.close()));
    },
    close: async () => {
      await browser.close();
      close();
    },
  };
}
