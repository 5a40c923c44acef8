import { figureOf, money, moneyNumberText } from "@nkp-planner/core";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { hasBrowser } from "./support/browser.ts";
import { costsOf, isPlanned, textOf, type } from "./support/calculator.ts";
import { examplePlans, exampleComparison as expected } from "./support/example-comparison.ts";
import { oneWindow } from "./support/one-window.ts";

describe.skipIf(!hasBrowser())("a figure that opens", () => {
  let page: Page;
  let said: string[];
  oneWindow((calculator) => {
    ({ page, said } = calculator);
  });

  const panel = () => page.locator(".opened");
  const lines = () => panel().locator("tbody tr");

  it("shows every line of it as the planner has it, with its sources, below its section", async () => {
    const [plan] = examplePlans;
    const figure = figureOf(plan as NonNullable<typeof plan>, "monthlyCost");
    await page.locator("article .cost button").first().press("Enter");
    await lines().first().waitFor();
    expect(await lines().locator("th").allTextContents()).toEqual(figure.lines.map(({ label }) => label));
    const total = expected.plans[0]?.totals.monthlyCost ?? { amount: "0", currency: "EUR" };
    expect(await textOf(panel().locator("tfoot td.number"))).toBe(moneyNumberText(money(total.amount, total.currency)));
    expect(
      (await page
        .locator("section", { has: page.locator("#models") })
        .locator(".opened")
        .count()) > 0,
    ).toBe(true);
    expect(await panel().locator("a[href^='https://']").count()).toBeGreaterThan(0);
    expect(said).toEqual([]);
  });

  it("leads further down, line by line, to a source, and back", async () => {
    await page.locator("article", { hasText: "Hybrid" }).locator("dd button").nth(2).press("Enter");
    await lines().first().waitFor();
    await lines().locator("button").first().press("Enter");
    await panel().locator(".trail button").first().waitFor();
    const deep = await textOf(panel().locator("h3"));
    expect(deep).toContain("Where ");
    await panel().locator(".trail button").first().press("Enter");
    await panel().locator(".trail").waitFor({ state: "detached" });
  });

  it("takes the focus, closes by Esc and gives it back", async () => {
    const figure = page.locator("article .cost button").nth(1);
    await figure.focus();
    await page.keyboard.press("Enter");
    await lines().first().waitFor();
    expect(await page.evaluate("document.activeElement.className")).toContain("opened");
    expect(await figure.getAttribute("aria-expanded")).toBe("true");
    await page.keyboard.press("Escape");
    expect(await panel().count()).toBe(0);
    expect(await figure.evaluate((one) => one.matches(":focus"))).toBe(true);
  });

  it("follows what is typed while it is open", async () => {
    await page.locator("article .cost button").first().click();
    await lines().first().waitFor();
    const sum = panel().locator("tfoot td.number");
    const before = await textOf(sum);
    await type(page, "vCPU", "Umbra Games", "150");
    const [cost = ""] = await costsOf(page);
    await page.locator(".opened tfoot td.number", { hasText: moneyNumberText(money(cost, "EUR")) }).waitFor();
    expect(await textOf(sum)).not.toBe(before);
  });

  it("of the verdict opens to the difference, driver by driver, to the cent", async () => {
    await page.locator("h1 button").first().click();
    await lines().first().waitFor();
    const amounts = (await lines().locator("td.number").allTextContents()).map(amountOf);
    const sum = amountOf(await textOf(panel().locator("tfoot td.number")));
    expect(amounts.reduce((a, b) => a + b, 0)).toBeCloseTo(sum, 2);
    const [starter, ultimate] = expected.plans.map(({ totals }) => Number(totals.monthlyCost.amount));
    expect(sum).toBeCloseTo((ultimate ?? 0) - (starter ?? 0), 2);
  });

  it("of an assumption opens to what it means, and changing it changes the figures as --set does", async () => {
    await page.locator("summary", { hasText: "Documented node minimums" }).click();
    await page.getByLabel("none: only what the requests need").check();
    const { planned, costsIn } = await import("./support/calculator.ts");
    const { default: fleet } = await import("../../packages/catalog/data/examples/msp-fleet.json", {
      with: { type: "json" },
    });
    expect(await costsOf(page)).toEqual(costsIn(planned(fleet, { floors: "none" })));
    await isPlanned(page);
    expect(
      await page.locator(".row", { hasText: "Documented node minimums" }).locator("a[href^='https://']").count(),
    ).toBeGreaterThan(0);
  });
});

function amountOf(text: string): number {
  return Number(text.replaceAll(/[,+]/g, "").replace("−", "-"));
}
