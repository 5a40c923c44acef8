import type { Page, Worker } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import fleet from "../../packages/catalog/data/examples/msp-fleet.json" with { type: "json" };
import { hasBrowser } from "./support/browser.ts";
import { costsIn, costsOf, openCalculator, planned, type } from "./support/calculator.ts";
import { type OpenSite, openSite } from "./support/open-site.ts";

/** Tenants no two of which are alike, so that each cluster is counted for itself: seconds of planning. */
const MANY = Array.from({ length: 400 }, (_, index) => ({
  id: `t${index}`,
  name: `Tenant ${index}`,
  demand: { pods: 60 + index, cpu: `${12 + index / 10}`, memory: `${64 + index}Gi` },
  price: { monthly: "900" },
}));

/** Chromium's own delay before it stops the script of a terminated worker is 2 s. */
const TERMINATED_WITHIN_MS = 10_000;

describe.skipIf(!hasBrowser())("a fleet that takes long to plan", () => {
  let site: OpenSite;
  let page: Page;

  beforeAll(async () => {
    site = await openSite();
    ({ page } = await openCalculator(site));
    await page.getByRole("button", { name: "Import…" }).click();
    await page.getByLabel("File", { exact: true }).setInputFiles({
      name: "many.json",
      mimeType: "application/json",
      buffer: Buffer.from(JSON.stringify({ ...fleet, tenants: MANY })),
    });
    await page.getByRole("button", { name: "Open this fleet" }).click();
  }, 120_000);
  afterAll(() => site?.close());

  const stale = () => page.locator(".stale-because");

  it("is stopped by its reader, and planned when asked for again", async () => {
    await page.getByRole("button", { name: "Stop planning" }).click();
    await stale().waitFor();
    expect(await stale().textContent()).toContain("Figures of before: planning was stopped.");
    await page.getByRole("button", { name: "Plan", exact: true }).click();
    await page.getByRole("button", { name: "Stop planning" }).waitFor();
    expect(await stale().count()).toBe(0);
  });

  it("takes no file along that is being read when it is ended for a newer one", async () => {
    await page.getByRole("button", { name: "Import…" }).click();
    await page.getByLabel("File", { exact: true }).setInputFiles({
      name: "small.csv",
      mimeType: "text/plain",
      buffer: Buffer.from("tenant,preset\nA,S\n"),
    });
    await page.getByRole("button", { name: "Undo" }).click();
    await page.locator(".found", { hasText: "small.csv" }).waitFor();
    await page.getByRole("button", { name: "Redo" }).click();
    await page.getByRole("button", { name: "Stop planning" }).waitFor();
  });

  it("is not waited for by undo", async () => {
    // The one that was stopped may be going away still.
    const plan = page.workers().at(-1);
    await page.getByRole("button", { name: "Undo" }).click();
    expect(await costsOf(page)).toEqual(costsIn(planned(fleet)));
    // The thread that was at it is ended: nothing of it was waited for. One that is not ended stays
    // for good; of one that is, Chromium stops the script two seconds after it was asked to.
    await expect.poll(() => page.workers().includes(plan as Worker), { timeout: TERMINATED_WITHIN_MS }).toBe(false);
  });
});

describe.skipIf(!hasBrowser())("a browser that keeps nothing", () => {
  it("is said to, as soon as something typed is not kept", async () => {
    const site = await openSite();
    const { page } = await openCalculator(site);
    await page.evaluate("Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }");
    await type(page, "vCPU", "Kite Media", "13");
    await page.locator(".news", { hasText: "does not keep what you enter" }).waitFor();
    await site.close();
  }, 60_000);
});
