import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { TestProject } from "vitest/node";
import { hasBrowser } from "./browser.ts";
import { buildSite } from "./build-site.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** Where the pages are, as they are published. */
    siteFolder: string;
  }
}

/** Builds the site once, before the first of its tests; `SITE_IS_BUILT` says that `pnpm build` has just done so. */
export default async function setup(project: TestProject): Promise<void> {
  project.provide("siteFolder", hasBrowser() ? await siteFolder() : "");
}

async function siteFolder(): Promise<string> {
  if (!process.env["SITE_IS_BUILT"]) return buildSite();
  const folder = fileURLToPath(new URL("../../../site/dist/", import.meta.url));
  if (!existsSync(`${folder}index.html`)) throw new Error(`SITE_IS_BUILT, but no page is in ${folder}`);
  return folder;
}
