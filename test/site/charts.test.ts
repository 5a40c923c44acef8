import { addMoney, money, moneyNumberText, numberText, subtractMoney } from "@nkp-planner/core";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hasBrowser } from "./support/browser.ts";
import { openCalculator, textOf, type } from "./support/calculator.ts";
import { examplePlans } from "./support/example-comparison.ts";
import { type OpenSite, openSite } from "./support/open-site.ts";

/** From now on, what is written on any canvas: it cannot be read from there again. */
const NOTE_WRITTEN_TEXTS = `{
  const { prototype } = CanvasRenderingContext2D;
  const { fillText } = prototype;
  window.writtenTexts = [];
  prototype.fillText = function (text, ...place) {
    window.writtenTexts.push(text);
    return fillText.call(this, text, ...place);
  };
}`;

describe.skipIf(!hasBrowser())("the charts", () => {
  let site: OpenSite;
  let page: Page;
  let said: string[];
  let asked: string[];

  beforeAll(async () => {
    site = await openSite();
    ({ page, said, asked } = await openCalculator(site));
  }, 120_000);
  afterAll(() => site?.close());

  const card = (title: string) => page.locator(".chart", { has: page.locator("h2", { hasText: title }) });
  const drawn = async (chart: Locator) => {
    await chart.scrollIntoViewIfNeeded();
    await chart.locator("canvas").waitFor({ timeout: 60_000 });
    await page.waitForTimeout(400);
    return chart.locator("canvas").evaluate((canvas) => {
      const { width, height } = canvas as unknown as { width: number; height: number };
      const context = Reflect.get(canvas, "getContext").call(canvas, "2d");
      const { data } = context.getImageData(0, 0, width, height) as { data: Uint8ClampedArray };
      return data.filter((value, index) => index % 4 === 3 && value > 0).length / (width * height);
    });
  };
  const table = async (chart: Locator) => {
    await chart.getByRole("button", { name: "Show as table" }).click();
    const rows = await chart
      .locator("tbody tr")
      .evaluateAll((all) => all.map((row) => [...row.children].map((one) => one.textContent ?? "")));
    return rows.map((cells) => cells.map((text) => text.trim()));
  };

  it("are not loaded before somebody comes near", () => {
    expect(asked.some((url) => /\/draw\./.test(url))).toBe(false);
  });

  it.each([
    "From price to margin",
    "Cost by number of tenants",
    "Footprint",
    "Where the platform's requests go",
    "What moves the margin most",
  ])("%s is drawn, and said in one sentence", async (title) => {
    const chart = card(title);
    expect(await drawn(chart)).toBeGreaterThan(0.01);
    expect(await chart.locator("canvas").getAttribute("aria-label")).toContain(title);
    expect((await textOf(chart.locator("p.note"))).length).toBeGreaterThan(30);
  });

  it("are tables too, with the planner's figures", async () => {
    const [starter] = examplePlans;
    if (starter === undefined) throw new Error("no plan");
    const { totals } = starter;
    const waterfall = await table(card("From price to margin"));
    expect(waterfall[0]).toEqual(["Price", moneyNumberText(totals.monthlyPrice ?? totals.monthlyCost)]);
    expect(waterfall.at(-1)).toEqual(["Margin", moneyNumberText(totals.monthlyMargin ?? totals.monthlyCost)]);
    const amounts = waterfall.map(([, text = ""]) => Number(text.replaceAll(",", "").replace("−", "-")));
    expect(amounts.slice(0, -1).reduce((a, b) => a + b, 0)).toBeCloseTo(amounts.at(-1) ?? 0, 2);
    const footprint = await table(card("Footprint"));
    expect(footprint.map(([title, all, , platform, idle]) => [title, all, platform, idle])).toEqual(
      examplePlans.map(({ model, totals: { vcpu, platformVcpu, idleVcpu } }) => [
        model.title,
        ...[vcpu, platformVcpu, idleVcpu].map((value) => numberText(value)),
      ]),
    );
    const sizes = await table(card("Cost by number of tenants"));
    expect(sizes.find(([size]) => size === "12")?.slice(1)).toEqual(
      examplePlans.map((plan) => moneyNumberText(plan.totals.monthlyCost)),
    );
    expect(await textOf(card("Cost by number of tenants").locator("p.note"))).toContain(
      "at every size up to 30 tenants",
    );
  });

  it("show the margin at every size too", async () => {
    const chart = card("by number of tenants");
    await chart.getByLabel("Margin", { exact: true }).check();
    const rows = await chart
      .locator("tbody tr", { has: page.locator("th", { hasText: /^12$/ }) })
      .locator("td")
      .allTextContents();
    expect(rows).toEqual(
      examplePlans.map(({ totals: { monthlyMargin, monthlyCost } }) => moneyNumberText(monthlyMargin ?? monthlyCost)),
    );
  });

  it("say what every assumption would do", async () => {
    const effects = card("What the assumptions do");
    await effects.locator("tbody tr").first().waitFor({ timeout: 90_000 });
    const text = await textOf(effects);
    expect(text).toContain("Effect on the margin of Starter per tenant");
    expect(text).toContain("Not tried, as more would have to be entered");
    expect(await effects.locator("tbody tr").count()).toBeGreaterThan(5);
  });

  it("follow what is typed, with the amounts beside their bars", async () => {
    const chart = card("From price to margin");
    const before = await textOf(chart.locator("p.note"));
    await chart.getByRole("button", { name: "Show as chart" }).click();
    await chart.locator("canvas").waitFor();
    await page.waitForTimeout(400);
    await page.evaluate(NOTE_WRITTEN_TEXTS);
    await type(page, "Price", "Umbra Games", "30000");
    const price = examplePlans[0]?.totals.monthlyPrice;
    const umbra = examplePlans[0]?.tenants.find(({ name }) => name === "Umbra Games")?.monthlyPrice;
    if (price == null || umbra == null) throw new Error("no price");
    const sum = moneyNumberText(addMoney(subtractMoney(price, umbra), money("30000", "EUR"))).replace(/\.00$/, "");
    const written = async () => (await page.evaluate("window.writtenTexts")) as readonly string[];
    const wait = { timeout: 30_000 };
    await expect.poll(async () => (await written()).some((text) => text.includes(sum)), wait).toBe(true);
    await expect.poll(() => textOf(chart.locator("p.note")), wait).not.toBe(before);
    expect(said).toEqual([]);
  });
});
