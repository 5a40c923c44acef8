import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import fleet from "../../packages/catalog/data/examples/msp-fleet.json" with { type: "json" };
import { hasBrowser } from "./support/browser.ts";
import { cell, costsIn, costsOf, paste, planned, textOf } from "./support/calculator.ts";
import { oneWindow } from "./support/one-window.ts";

describe.skipIf(!hasBrowser())("rows of the tenant table", () => {
  let page: Page;
  oneWindow((calculator) => {
    page = calculator.page;
  });

  const add = () => page.getByRole("button", { name: "Add tenant", exact: true }).click();
  const focused = () => page.evaluate('document.activeElement?.getAttribute("aria-label") ?? null');
  const rowCount = () => page.locator('.tenants [data-column="0"]').count();
  const mistakes = () => page.locator(".problems li, .trouble li").count();

  it("takes a row that is begun for no tenant until it has a name, and then for what was typed in all its cells", async () => {
    const before = await costsOf(page);
    await add();
    expect(await focused()).toBe("Tenant, new tenant");
    await cell(page, "vCPU", "new tenant").fill("4");
    await page.keyboard.press("Tab");
    await page.keyboard.type("16");
    expect(await costsOf(page)).toEqual(before);
    expect(await mistakes()).toBe(0);
    expect(await textOf(page.locator(".tenants"))).toContain("A row without a name is no tenant yet");

    await cell(page, "Tenant", "new tenant").focus();
    await page.keyboard.type("Acme");
    expect(await costsOf(page)).toEqual(before);
    await page.keyboard.press("Tab");
    // Who types on is where he was.
    expect(await focused()).toBe("Pods, Acme");
    await page.keyboard.type("7");
    const acme = { id: "acme", name: "Acme", demand: { pods: 7, cpu: "4", memory: "16Gi" } };
    expect(await costsOf(page)).toEqual(costsIn(planned({ ...fleet, tenants: [...fleet.tenants, acme] })));
    expect(await textOf(page.locator(".tenants"))).not.toContain("A row without a name");

    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByRole("button", { name: "Undo" }).click();
    expect(await costsOf(page)).toEqual(before);
  });

  it("leaves nothing behind of a row in which nothing was typed", async () => {
    const rows = await rowCount();
    await add();
    expect(await rowCount()).toBe(rows + 1);
    await page.keyboard.press("Escape");
    expect(await rowCount()).toBe(rows);
    expect(await focused()).toBe(`Tenant, ${fleet.tenants.at(-1)?.name}`);
    // Below the last row Enter begins one, once it has opened and left the cell; a click elsewhere ends it.
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    expect(await focused()).toBe("Tenant, new tenant");
    await cell(page, "Tenant", "Orchid Foods").click();
    expect(await rowCount()).toBe(rows);
    // What was begun and has no name can be deleted.
    await add();
    await cell(page, "vCPU", "new tenant").fill("4");
    await page.getByRole("toolbar", { name: "Tenants" }).getByRole("button", { name: "Delete" }).click();
    expect(await rowCount()).toBe(rows);
    expect(await page.getByRole("button", { name: "Undo" }).isDisabled()).toBe(true);
  });

  it("offers totals where somebody types over what follows from workloads, and keeps those unless told so", async () => {
    const derived = page.getByRole("button", { name: /^vCPU, requested, Orchid Foods: .* from its workloads$/ });
    const before = await costsOf(page);
    await derived.focus();
    await page.keyboard.type("5");
    expect(await textOf(page.locator(".use-totals"))).toContain("Orchid Foods is sized by its workloads");
    expect(await textOf(page.locator("button:focus"))).toBe("Use totals instead");
    await page.keyboard.press("Escape");
    expect(await page.locator(".use-totals").count()).toBe(0);
    expect(await focused()).toMatch(/^vCPU, requested, Orchid Foods: .* from its workloads$/);
    await page.keyboard.type("5");
    await page.keyboard.press("Enter");
    expect(await focused()).toBe("vCPU, requested, Orchid Foods");
    const totals = await cell(page, "vCPU", "Orchid Foods").inputValue();
    expect(Number(totals)).toBeGreaterThan(0);
    await page.keyboard.type("50");
    await page.keyboard.press("Tab");
    expect(await costsOf(page)).not.toEqual(before);
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByRole("button", { name: "Undo" }).click();
    expect(await costsOf(page)).toEqual(before);
    expect(await derived.count()).toBe(1);
  });

  it("begins a row in sight of a table that is drawn in parts", async () => {
    const rows = Array.from({ length: 150 }, (_, index) => [`T${index}`, 4, 2, 8, 0, "with fleet", 900].join("\t"));
    await cell(page, "Tenant", "Orchid Foods").focus();
    await paste(page, rows.join("\n"));
    await costsOf(page);
    await add();
    await page.locator('[data-row="150"][data-column="0"]:focus').waitFor();
    await page.keyboard.type("Last");
    await page.keyboard.press("Tab");
    expect(await focused()).toBe("Pods, Last");
    await costsOf(page);
    expect(await textOf(page.locator("#tenants"))).toContain("151 tenants");
  });

  it("is edited where it stands with F2, and typed over without", async () => {
    await cell(page, "Price", "Kite Media").focus();
    await page.keyboard.press("F2");
    await page.keyboard.type("5");
    expect(await cell(page, "Price", "Kite Media").inputValue()).toBe("3400.005");
    await page.keyboard.press("Escape");
    await page.keyboard.type("5");
    expect(await cell(page, "Price", "Kite Media").inputValue()).toBe("5");
  });

  it("marks a value a hundred times its column's median, and plans it as it stands", async () => {
    const field = cell(page, "Storage", "Kite Media");
    await field.fill("500000");
    await page.keyboard.press("Tab");
    const marked = page.locator(".outliers li");
    await marked.waitFor();
    // 300, 800, 1,024, 1,500, 2,048 and 6,144 GiB beside it: the middle one of the seven is 1,500.
    const words =
      "Kite Media, Storage: 333 times the median of the column. It is planned as it stands; is the unit right?";
    expect(await textOf(marked)).toBe(words);
    expect(await page.locator(".problems li, .trouble li").allTextContents()).toEqual([]);
    const describedBy = await field.getAttribute("aria-describedby");
    expect(await textOf(page.locator(`[id="${describedBy}"]`))).toContain("Kite Media");
    // In another unit it is the same.
    await field.fill("500000Gi");
    expect(await textOf(marked)).toBe(words);
    await field.fill("500");
    await marked.waitFor({ state: "detached" });
    expect(await field.getAttribute("aria-describedby")).toBeNull();
  });

  it("says what is wrong by the title of the column, with an example as the locale writes it", async () => {
    await cell(page, "vCPU", "Basalt Bank").fill("much");
    await page.locator(".problems li").waitFor();
    const words = 'Basalt Bank, vCPU: found "much", expected a number of vCPU; write for example 3.5, or 500m.';
    expect(await textOf(page.locator(".problems li"))).toBe(words);
  });
});
