import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import fleet from "../../packages/catalog/data/examples/msp-fleet.json" with { type: "json" };
import { hasBrowser } from "./support/browser.ts";
import { cell, costsIn, costsOf, planned, textOf } from "./support/calculator.ts";
import { oneWindow } from "./support/one-window.ts";

describe.skipIf(!hasBrowser())("a table whose heads nobody knows", () => {
  let page: Page;
  oneWindow((calculator) => {
    page = calculator.page;
  });

  const ROWS = "Wer;wie viele;Rechenkerne;RAM;Notiz\nMeier AG;40;12,5;64;gut\nMüller;10;4;16;";
  const found = () => page.locator(".found");
  const readRows = async (rows: string) => {
    await page.getByRole("button", { name: "Import…" }).click();
    await page.getByLabel("Or paste rows").fill(rows);
    await page.getByRole("button", { name: "Read", exact: true }).click();
    await found().waitFor();
  };

  it("shows each column with its first rows, is read as the visitor says, and the next one of its heads alike", async () => {
    await readRows(ROWS);
    expect(await textOf(found())).toContain("the pasted rows cannot be used as they are");
    const mapping = found().locator(".mapping");
    expect(await mapping.locator("tbody tr:first-child td.first").allTextContents()).toEqual(["Meier AG", "Müller"]);
    const button = page.getByRole("button", { name: "Read with these columns" });
    // Who the tenants are is guessed by what stands there, and said to be; nothing is read before somebody has looked.
    expect(await page.getByLabel("Wer is", { exact: true }).inputValue()).toBe("tenant");
    expect(await textOf(mapping.locator("tbody tr").first())).toContain("guessed by what stands in it");
    await page.getByLabel("Wer is", { exact: true }).selectOption("");
    expect(await button.isDisabled()).toBe(true);
    for (const [head, target] of [
      ["Wer", "tenant"],
      ["wie viele", "pods"],
      ["Rechenkerne", "vcpu"],
      ["RAM", "memory (GB)"],
    ] as const)
      await page.getByLabel(`${head} is`, { exact: true }).selectOption(target);
    await button.click();
    await found().getByText("2 tenants read").waitFor();
    expect(await textOf(found().locator(".preview"))).toContain("Meier AG: 40 pods");
    await page.getByRole("button", { name: "Replace the tenants" }).click();
    const tenants = [
      { id: "meier-ag", name: "Meier AG", demand: { pods: 40, cpu: "12.5", memory: "64G" }, upgradeCadence: "fleet" },
      { id: "muller", name: "Müller", demand: { pods: 10, cpu: "4", memory: "16G" }, upgradeCadence: "fleet" },
    ];
    expect(await costsOf(page)).toEqual(costsIn(planned({ ...fleet, tenants })));
    await readRows(ROWS.replace("Meier AG;40", "Schulze;8"));
    await found().getByText("2 tenants read").waitFor();
    expect(await textOf(found().locator(".mapping summary"))).toContain("as you have said");
    expect(await textOf(found().locator(".preview"))).toContain("Schulze: 8 pods");
    await page.evaluate("localStorage.removeItem('nkp-planner.columns')");
    await page.getByRole("button", { name: "Undo" }).click();
    expect(await cell(page, "Tenant", "Orchid Foods").count()).toBe(1);
  });
});
