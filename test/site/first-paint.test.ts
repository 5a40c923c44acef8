import { money, moneyNumberText, numberText } from "@nkp-planner/core";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hasBrowser } from "./support/browser.ts";
import { costsIn, textOf } from "./support/calculator.ts";
import { exampleComparison as expected, tenantServices } from "./support/example-comparison.ts";
import { type OpenSite, openSite } from "./support/open-site.ts";

/** What stands on the page before a line of script has run. */
describe.skipIf(!hasBrowser())("the calculator without script", () => {
  let site: OpenSite;
  let page: Page;

  beforeAll(async () => {
    site = await openSite();
    page = await site.window({ javaScriptEnabled: false });
    await page.goto(site.origin);
  }, 120_000);
  afterAll(() => site?.close());

  it("answers already: the planner's verdict and costs for the example fleet", async () => {
    const [name] = expected.verdict.text.split(" costs ");
    expect(await textOf(page.locator("h1"))).toContain(`${name} costs `);
    const costs = await page.locator("article data").evaluateAll((all) => all.map((one) => one.getAttribute("value")));
    expect(costs).toEqual(costsIn(expected));
  });

  it("shows the totals of every model as the planner has them, to the cent", async () => {
    const rows = await page
      .locator(".totals tbody tr:not(.group)")
      .evaluateAll((all) => all.map((row) => [...row.children].map((one) => one.textContent ?? "")));
    const cellsOf = (title: string) => rows.find(([head]) => head === title)?.slice(1, 1 + expected.plans.length);
    expect(rows.length).toBeGreaterThan(25);
    expect(cellsOf("Cost a month")).toEqual(
      expected.plans.map(
        ({
          totals: {
            monthlyCost: { amount, currency },
          },
        }) => moneyNumberText(money(amount, currency)),
      ),
    );
    for (const [title, field] of [
      ["Nodes", "nodeCount"],
      ["IP addresses", "ipAddressCount"],
      ["Hosts, spare included", "hostCount"],
      ["Hosts' worth used", "usedHostCount"],
      ["That need a licence", "licensedVcpu"],
    ] as const) {
      expect(cellsOf(title), title).toEqual(expected.plans.map(({ totals }) => numberText(totals[field])));
    }
    expect(await textOf(page.locator("#totals + p"))).toBe(
      `Monitoring, logging and backup of tenants, by one rule for every model: ${tenantServices}.`,
    );
  });

  it("says that the prices are invented", async () => {
    expect(await textOf(page.locator(".notice"))).toContain("are invented");
  });

  it("names every tenant that loses money, and no other, in words", async () => {
    const winner = expected.plans.find(({ modelId }) => modelId === expected.verdict.winner);
    const losses = winner?.tenants.filter(({ monthlyMargin }) => monthlyMargin?.amount.startsWith("-")) ?? [];
    const marked = page.locator(".margins tbody tr", { hasText: "loses" }).locator("th");
    expect((await marked.allTextContents()).toSorted()).toEqual(losses.map(({ name }) => name).toSorted());
  });

  it("has no inline style and no script without a hash", async () => {
    const policy = await page.getAttribute('meta[http-equiv="content-security-policy"]', "content");
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain("unsafe");
    expect(await page.locator("[style]").count()).toBe(0);
  });
});
