import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import fleet from "../../packages/catalog/data/examples/msp-fleet.json" with { type: "json" };
import { axeViolations } from "./support/axe.ts";
import { hasBrowser } from "./support/browser.ts";
import { costsIn, costsOf, planned, textOf } from "./support/calculator.ts";
import { oneWindow } from "./support/one-window.ts";

describe.skipIf(!hasBrowser())("assumptions on the page", () => {
  let page: Page;
  oneWindow((calculator) => {
    page = calculator.page;
  });

  const assumptions = () => page.locator(".assumptions");

  it("stand in six groups, and are found by a word of their title", async () => {
    expect(await assumptions().locator(".group > h3").count()).toBe(6);
    const find = page.getByLabel("Find an assumption");
    await find.fill("host spare");
    expect(await textOf(assumptions().getByRole("status"))).toBe("1 found.");
    await find.fill("prices");
    expect(await assumptions().locator("summary").allTextContents()).toContainEqual(expect.stringMatching(/^Prices /));
    await find.fill("nothing is called so");
    expect(await textOf(assumptions().getByRole("status"))).toBe("None of that name.");
    await find.fill("");
    expect(await assumptions().locator(".group").count()).toBe(6);
  });

  it("say of each other reading what it does to the models, the gap and the winner", async () => {
    await assumptions().locator("summary", { hasText: "Documented node minimums" }).first().click();
    const effect = assumptions().locator(".effect");
    await effect.filter({ hasText: "A month" }).first().waitFor({ timeout: 60_000 });
    const [base, none] = [planned(fleet), planned(fleet, { floors: "none" })];
    const [starter, ultimate] = ["starter-self-managed", "ultimate-centralized"].map((id) =>
      [none, base].map(({ plans }) => Number(plans.find((plan) => plan.modelId === id)?.totals.monthlyCost.amount)),
    ) as [[number, number], [number, number]];
    const whole = (value: number) => `${value < 0 ? "−" : "+"}€${Math.abs(Math.round(value)).toLocaleString("en")}`;
    const text = await textOf(effect.first());
    const [ofStarter, ofUltimate] = [starter[0] - starter[1], ultimate[0] - ultimate[1]];
    if (Math.round(ofUltimate) !== 0) expect(text).toContain(whole(ofUltimate));
    expect(text).toContain(`gap between Starter per tenant and Ultimate, centralized ${whole(ofUltimate - ofStarter)}`);
    expect(await axeViolations(page)).toEqual([]);
    // The reading that is chosen has no effect to tell; what was the usual one has.
    await assumptions().getByRole("radio", { name: /^none/ }).check();
    expect(await costsOf(page)).toEqual(costsIn(none));
    await effect
      .filter({ hasText: whole(ofStarter - ofUltimate) })
      .first()
      .waitFor({ timeout: 60_000 });
  });
});
