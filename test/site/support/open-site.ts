import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { axeSource } from "./axe.ts";
import { launchBrowser } from "./browser.ts";
import { buildSite } from "./build-site.ts";
import { serveFolder } from "./static-server.ts";

/** The site as it is published, and a browser to visit it with. */
export interface OpenSite {
  readonly origin: string;
  /** A window of its own, not yet at any page; the site's own policy holds in it. */
  window(options?: BrowserContextOptions): Promise<Page>;
  close(): Promise<void>;
}

/** Builds the site, serves it, starts the browser. */
export async function openSite(): Promise<OpenSite> {
  const [folder, browser]: [string, Browser] = await Promise.all([buildSite(), launchBrowser()]);
  const { origin, close } = await serveFolder(folder);
  return {
    origin,
    window: async (options = {}) => {
      const context = await browser.newContext(options);
      await context.addInitScript({ content: axeSource });
      return context.newPage();
    },
    close: async () => {
      await browser.close();
      close();
    },
  };
}
