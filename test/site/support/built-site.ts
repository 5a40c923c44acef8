import type { TestProject } from "vitest/node";
import { hasBrowser } from "./browser.ts";
import { buildSite } from "./build-site.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** Where the pages are, as they are published. */
    siteFolder: string;
  }
}

/** Builds the site once, before the first of its tests. */
export default async function setup(project: TestProject): Promise<void> {
  project.provide("siteFolder", hasBrowser() ? await buildSite() : "");
}
