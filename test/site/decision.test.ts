import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { axeAndTargetViolations, contrastViolations } from "./support/axe.ts";
import { hasBrowser } from "./support/browser.ts";
import { textOf } from "./support/calculator.ts";
import { oneWindow } from "./support/one-window.ts";
import { drawPicture } from "./support/pictures.ts";

describe.skipIf(!hasBrowser())("the decision on the page", () => {
  let page: Page;
  let said: string[];
  let asked: string[];
  oneWindow((calculator) => {
    ({ page, said, asked } = calculator);
  });

  const card = () => page.locator('section[aria-labelledby="decision"]');
  const open = async () => {
    await card().locator("summary").first().focus();
    await page.keyboard.press("Enter");
    await page.getByLabel("Weight, Cost a month").waitFor();
  };
  /** What is said once what is typed has been answered. */
  const verdict = async () => {
    await card().locator('.decision[aria-busy="false"]').waitFor();
    return textOf(card().locator(".verdict-by-weights"));
  };

  it("costs nothing before it is opened, and gives no weight that is not the visitor's", async () => {
    await card().locator("summary").first().scrollIntoViewIfNeeded();
    expect(asked.filter((url) => /DecisionReport/.test(url))).toEqual([]);
    await open();
    expect(await verdict()).toMatch(/^No weights are given, so nothing is ranked/);
    const weights = card().getByRole("textbox");
    expect(await weights.evaluateAll((all) => all.map((one) => (one as unknown as { value: string }).value))).toEqual(
      Array.from({ length: 8 }, () => ""),
    );
  });

  it("ranks by what is typed, with the keyboard alone, as the command that it names does", async () => {
    await open();
    await page.getByLabel("Weight, Cost a month").focus();
    await page.keyboard.type("3");
    await page.getByLabel("Weight, Days that tenants wait for others").focus();
    await page.keyboard.type("2");
    expect(await verdict()).toBe(
      "Starter per tenant ranks first with 100 of 100, before Hybrid with 56.3. Weights: cost 3, autonomy 2.",
    );
    expect(await textOf(card().locator(".decision > .caption code"))).toBe(
      "nkp-planner decide fleet.yaml --prices prices.yaml --weight cost=3 --weight autonomy=2",
    );
    // What the command says at which weight another is first (its golden file), typed.
    expect(await textOf(card())).toContain("the weight of governance rises above 2.62 (now 0): Hybrid first");
    await page.getByLabel("Weight, Tenants governed from one plane").fill("2.7");
    expect(await verdict()).toMatch(/^Hybrid ranks first/);
    await page.getByLabel("Weight, Tenants governed from one plane").fill("2.6");
    expect(await verdict()).toMatch(/^Starter per tenant ranks first/);
    expect(said).toEqual([]);
  });

  it("says at a weight that it cannot be read, keeps what was said, and takes it back", async () => {
    await open();
    await card().getByRole("button", { name: "All alike" }).click();
    expect(await verdict()).toMatch(/ranks first/);
    const weight = page.getByLabel("Weight, Cost a month");
    await weight.fill("much");
    expect(await verdict()).toBe("A weight cannot be read: what follows is of before.");
    expect(await weight.getAttribute("aria-invalid")).toBe("true");
    const id = (await weight.getAttribute("aria-describedby")) ?? "";
    expect(await page.evaluate(`document.getElementById(${JSON.stringify(id)}).textContent`)).toMatch(
      /^Expected a number that is zero or more/,
    );
    await weight.fill("1");
    expect(await verdict()).toMatch(/ranks first/);
    await card().getByRole("button", { name: "No weights" }).click();
    expect(await verdict()).toMatch(/^No weights are given/);
    expect(said).toEqual([]);
  });

  it("breaks no rule of accessibility, scrolls the page sideways at no width, and is drawn in light and dark", async () => {
    await open();
    await card().getByRole("button", { name: "All alike" }).click();
    expect(await verdict()).toMatch(/ranks first/);
    await page.getByLabel("Weight, Cost a month").fill("much");
    await card().locator(".field-problem").waitFor();
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      for (const width of [360, 1280]) {
        await page.setViewportSize({ width, height: 900 });
        expect(await page.evaluate("document.documentElement.scrollWidth"), `${width} px`).toBe(width);
        await drawPicture(page, `decision-${width}-${colorScheme}`);
        const found = colorScheme === "light" ? axeAndTargetViolations(page) : contrastViolations(page);
        expect(await found, `${width} px, ${colorScheme}`).toEqual([]);
      }
    }
    await page.emulateMedia({ colorScheme: null });
    await page.setViewportSize({ width: 1280, height: 900 });
    expect(said).toEqual([]);
  });
});
