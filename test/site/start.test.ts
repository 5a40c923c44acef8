import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import fleet from "../../packages/catalog/data/examples/msp-fleet.json" with { type: "json" };
import { hasBrowser } from "./support/browser.ts";
import { cell, costsIn, costsOf, paste, planned, textOf } from "./support/calculator.ts";
import { oneWindow } from "./support/one-window.ts";

describe.skipIf(!hasBrowser())("the first minute", () => {
  let page: Page;
  oneWindow((calculator) => {
    page = calculator.page;
  });

  const start = (name: string) => page.locator(".start").getByRole("button", { name, exact: true }).click();
  const focused = () => page.evaluate('document.activeElement?.getAttribute("aria-label") ?? null');

  it("begins ten medium tenants in place of the example, in one step that undo takes back", async () => {
    const before = await costsOf(page);
    expect(await textOf(page.locator(".start"))).toMatch(/^Invented fleet\. Start with yours:/);
    await start("10 × Medium");
    const tenants = Array.from({ length: 10 }, (_, index) => ({
      id: `medium-${index + 1}`,
      name: `Medium ${index + 1}`,
      preset: "M",
    }));
    expect(await costsOf(page)).toEqual(costsIn(planned({ ...fleet, tenants })));
    expect(await page.locator(".start").count()).toBe(0);
    await page.getByRole("button", { name: "Undo" }).click();
    expect(await costsOf(page)).toEqual(before);
    expect(await page.locator(".start").count()).toBe(1);
  });

  it("begins an empty table whose first row takes a name or what is pasted, without charts of nothing", async () => {
    await start("Type or paste");
    expect(await focused()).toBe("Tenant, new tenant");
    await costsOf(page);
    expect(await textOf(page.locator("h1"))).toContain("without tenants");
    expect(await page.locator(".result .start h2").count()).toBe(1);
    expect(await page.locator(".result :is(article, svg, table)").count()).toBe(0);
    await paste(page, "Acme\t12\t3.5\t14\nHarbour\t45\t18\t72");
    const acme = { id: "acme", name: "Acme", demand: { pods: 12, cpu: "3.5", memory: "14Gi" } };
    const harbour = { id: "harbour", name: "Harbour", demand: { pods: 45, cpu: "18", memory: "72Gi" } };
    await page.locator("article").first().waitFor();
    expect(await costsOf(page)).toEqual(costsIn(planned({ ...fleet, tenants: [acme, harbour] })));
    expect(await page.locator('.tenants [data-column="0"]').count()).toBe(2);
  });

  it("opens the import for a file", async () => {
    await start("Drop or open a file");
    await page.locator(".tool", { hasText: "Import" }).waitFor();
    expect(await cell(page, "Tenant", "Orchid Foods").count()).toBe(1);
  });
});
