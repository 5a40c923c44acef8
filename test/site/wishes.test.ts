import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { hasBrowser } from "./support/browser.ts";
import { textOf } from "./support/calculator.ts";
import { oneWindow } from "./support/one-window.ts";

describe.skipIf(!hasBrowser())("what matters beside cost", () => {
  let page: Page;
  oneWindow((calculator) => {
    page = calculator.page;
  });

  const together = () => page.locator(".wishes .together");

  it("prices what is ticked, by keyboard, and says where no model meets it all", async () => {
    await page.locator(".wishes").scrollIntoViewIfNeeded();
    await page.locator(".wishes tbody tr").first().waitFor();
    expect(await page.locator(".wishes tbody tr:first-child :is(th, td)").allTextContents()).toEqual([
      " One view over the whole fleet",
      "– does not",
      "✓ meets it",
      "– does not",
      "costs you €23,355 a month",
    ]);
    await page.getByLabel("One view over the whole fleet").focus();
    await page.keyboard.press("Space");
    await together()
      .getByText(/^What you have ticked: Ultimate, centralized.* costs you €23,355 a month\.$/)
      .waitFor();
    await page.keyboard.press("Tab");
    await page.getByLabel("Own upgrade pace for whoever asks for it").check();
    await together().getByText("All 2 together: no model meets them all.").waitFor();
    expect(await page.locator(".wishes th .note").allTextContents()).toEqual([" does not", " does not", " does not"]);
    await page.getByLabel("One view over the whole fleet").uncheck();
    await page.getByLabel("Own upgrade pace for whoever asks for it").uncheck();
    await together().getByText(/./).waitFor({ state: "detached" });
  });

  it("tells on the card of the hybrid which tenants it puts apart, and why", async () => {
    const note = page.locator('article[data-model="hybrid"] .note');
    expect(await textOf(note)).toBe(
      "On clusters of their own, as they ask for their own upgrade pace: Basalt Bank, Umbra Games. Attached: 10.",
    );
  });
});
