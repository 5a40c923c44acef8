import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hasBrowser } from "./support/browser.ts";
import { isAlive, isPlanned, textOf } from "./support/calculator.ts";
import { oneWindow } from "./support/one-window.ts";
import { type OpenSite, openSite } from "./support/open-site.ts";

const WIDTHS = [360, 768, 1280, 1920];
/** What people do not notice. */
const MOST_SHIFT = 0.02;

const COUNT_SHIFTS = `window.shifts = [];
new PerformanceObserver((list) => {
  for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) window.shifts.push(value);
}).observe({ type: "layout-shift", buffered: true });`;

describe.skipIf(!hasBrowser())("the first visit", () => {
  let site: OpenSite;
  beforeAll(async () => {
    site = await openSite();
  }, 120_000);
  afterAll(() => site?.close());

  it.each(WIDTHS)("at %i px moves nothing under the reader's eyes while the page comes to life", async (width) => {
    const page = await site.window({ viewport: { width, height: 900 } });
    await page.addInitScript(COUNT_SHIFTS);
    await page.goto(site.origin);
    await isAlive(page);
    await isPlanned(page);
    // The longest answer that the verdict has a place for.
    await page.locator(".by-size", { hasNotText: "working it out" }).waitFor();
    const shifts = (await page.evaluate("window.shifts")) as readonly number[];
    expect(shifts.reduce((sum, one) => sum + one, 0)).toBeLessThan(MOST_SHIFT);
    await site.closeWindows();
  });
});

describe.skipIf(!hasBrowser())("the order of the page", () => {
  let page: Page;
  oneWindow((calculator) => {
    page = calculator.page;
  });

  const placeOf = async (selector: string) => {
    const box = await page.locator(selector).first().boundingBox();
    if (box === null) throw new Error(`${selector} is not to be seen.`);
    return box;
  };

  it("is the order of the document: verdict and models, beside them the inputs, below both the reasons", async () => {
    const inDocument = await page.evaluate(
      `[...document.querySelectorAll(".model-bar, .verdict, .cards, .inputs, .charts")].map(({ className }) => className)`,
    );
    expect(inDocument).toEqual(["model-bar", "verdict", "cards", "inputs", "charts", "charts"]);
    await page.setViewportSize({ width: 1280, height: 900 });
    const [verdict, inputs, charts] = [await placeOf(".verdict"), await placeOf(".inputs"), await placeOf(".charts")];
    expect(inputs.x).toBeGreaterThan(verdict.x + verdict.width);
    expect(charts.y).toBeGreaterThan(inputs.y + inputs.height);
    expect(charts.width).toBeGreaterThan(1200);
    const [first, second] = [await placeOf(".charts > :nth-child(1)"), await placeOf(".charts > :nth-child(2)")];
    expect(second.y).toBe(first.y);
    await page.setViewportSize({ width: 360, height: 900 });
    const tops = await Promise.all([".verdict", ".cards", ".inputs", ".charts"].map(placeOf));
    expect(tops.map(({ y }) => y)).toEqual(tops.map(({ y }) => y).toSorted((a, b) => a - b));
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  it("keeps in sight what each model costs, and shows the details of the one that is chosen everywhere", async () => {
    const bar = page.locator(".model-bar");
    const costs = await page.locator("article .cost").allTextContents();
    for (const cost of costs) expect(await textOf(bar)).toContain(cost);
    await page.locator("#shortfalls").scrollIntoViewIfNeeded();
    expect((await placeOf(".model-bar")).y).toBe(0);
    await bar.getByRole("radio").nth(1).check();
    const title = await textOf(page.locator("article h3").nth(1));
    const shown = page.locator(".reasons .model-title", { hasText: title });
    await page.locator('section[aria-labelledby="margins"][aria-busy="false"]', { hasText: title }).waitFor();
    await page.locator(".charts").last().scrollIntoViewIfNeeded();
    await page.locator(".charts .chart .model-title").nth(2).waitFor();
    // Margin by tenant, from price to margin, the platform's requests, what moves the margin.
    expect(await shown.count()).toBeGreaterThanOrEqual(4);
  });

  it("tells the difference line by line, and what would turn it round", async () => {
    const rows = await page.locator(".ledger tbody tr").allTextContents();
    expect(rows.map((row) => row.replace(/[\d\s].*$/, ""))).toEqual(["Licences", "Nodes", "Labour"]);
    const amounts = await page.locator(".ledger tbody td:nth-child(4)").allTextContents();
    const sum = amounts.reduce((all, text) => all + Number(text.replace(/[€,]/g, "").replace("−", "-")), 0);
    const headline = await textOf(page.locator("h1 .figure").first());
    expect(Math.abs(sum - Number(headline.replace(/[€,]/g, "")))).toBeLessThanOrEqual(1);
    await page.locator(".ledger button").first().click();
    await page.locator(".verdict .opened").waitFor();
    expect(await textOf(page.locator("ul.turns"))).toContain("turns it round");
    await page.getByText(/^What Starter gives up: 13 features/).click();
    expect(await textOf(page.locator(".gives-up li").first())).toMatch(
      /^One view over a fleet .*worth it to whoever runs/,
    );
  });
});
