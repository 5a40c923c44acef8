import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hasBrowser } from "./support/browser.ts";
import { audited } from "./support/lighthouse.ts";
import { type OpenSite, openSite } from "./support/open-site.ts";

/** Performance is measured by `pnpm bench --only page`: it swings with the machine, and fails nothing. */
describe.skipIf(!hasBrowser())("Lighthouse", () => {
  let site: OpenSite;
  beforeAll(async () => {
    site = await openSite();
  }, 120_000);
  afterAll(() => site?.close());

  it.each(["/", "/methodology/", "/releases/"])("finds nothing to mend at %s but speed", async (path) => {
    const { scores, failed } = await audited(`${site.origin}${path}`);
    expect(failed).toEqual([]);
    expect(scores).toMatchObject({ accessibility: 100, "best-practices": 100, seo: 100 });
  });
});
