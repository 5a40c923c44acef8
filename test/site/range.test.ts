import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import fleet from "../../packages/catalog/data/examples/msp-fleet.json" with { type: "json" };
import { hasBrowser } from "./support/browser.ts";
import { cell, costsOf, paste, textOf } from "./support/calculator.ts";
import { oneWindow } from "./support/one-window.ts";

/** What a spreadsheet would take from the clipboard. */
const COPY = (kind: "copy" | "cut") => `(() => {
  const clipboardData = new DataTransfer();
  const event = new ClipboardEvent("${kind}", { clipboardData, bubbles: true, cancelable: true });
  document.activeElement.dispatchEvent(event);
  return clipboardData.getData("text/plain");
})()`;

describe.skipIf(!hasBrowser())("a range of cells", () => {
  let page: Page;
  oneWindow((calculator) => {
    page = calculator.page;
  });

  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const selectedCount = () => page.locator(".tenants td.range").count();
  const valuesOf = async (column: string, names: readonly string[]) => {
    const values: string[] = [];
    for (const name of names) values.push(await cell(page, column, name).inputValue());
    return values;
  };
  const copied = (kind: "copy" | "cut" = "copy") => page.evaluate(COPY(kind)) as Promise<string>;
  const undo = () => page.getByRole("button", { name: "Undo" }).click();

  it("is selected with Shift and arrows, said, copied as a spreadsheet takes it, and left by the next step", async () => {
    await cell(page, "Price", "Orchid Foods").focus();
    await press("Shift+ArrowDown", "Shift+ArrowDown", "Shift+ArrowLeft");
    expect(await selectedCount()).toBe(6);
    expect(await textOf(page.locator(".tenants [role=status]").first())).toBe("Selected: 3 tenants, Upgrades to Price");
    expect(await copied()).toBe("fleet\t4200.00\nown\t9800.00\nfleet\t1900.00");
    await press("Shift+ArrowUp");
    expect(await selectedCount()).toBe(4);
    await press("ArrowDown");
    expect(await selectedCount()).toBe(0);
    // Figures that follow from workloads are taken along.
    await page.getByRole("button", { name: /^vCPU, requested, Orchid Foods/ }).focus();
    await press("Shift+ArrowRight");
    expect(await copied()).toBe("9\t30");
    await press("Escape");
    expect(await selectedCount()).toBe(0);
  });

  it("takes one text into all its cells, is filled down and emptied, each in one step that undo takes back", async () => {
    const names = ["Harbour Freight", "Lindgren Retail", "Kite Media"];
    const before = await costsOf(page);
    const prices = await valuesOf("Price", names);
    await cell(page, "Price", "Harbour Freight").focus();
    await press("Shift+ArrowDown", "Shift+ArrowDown");
    await paste(page, "5000");
    expect(await valuesOf("Price", names.slice(1))).toEqual(["5,000", "5,000"]);
    await undo();
    expect(await valuesOf("Price", names)).toEqual(prices);

    await cell(page, "Price", "Harbour Freight").focus();
    await press("Shift+ArrowDown", "Shift+ArrowDown", "Control+d");
    expect(await valuesOf("Price", names.slice(1))).toEqual(["5,400.00", "5,400.00"]);
    await undo();

    await cell(page, "Price", "Harbour Freight").focus();
    await press("Shift+ArrowDown", "Shift+ArrowDown", "Delete");
    expect(await valuesOf("Price", names.slice(1))).toEqual(["", ""]);
    await undo();
    expect(await valuesOf("Price", names)).toEqual(prices);
    expect(await costsOf(page)).toEqual(before);
  });

  it("is filled by drawing the corner of a cell down, in one step that undo takes back", async () => {
    const names = ["Harbour Freight", "Lindgren Retail", "Kite Media"];
    const prices = await valuesOf("Price", names);
    const cornerOf = async (name: string) => {
      const box = await page.locator("td", { has: cell(page, "Price", name) }).boundingBox();
      return { x: (box?.x ?? 0) + (box?.width ?? 0) - 4, y: (box?.y ?? 0) + (box?.height ?? 0) - 4 };
    };
    await cell(page, "Price", "Harbour Freight").click();
    const [from, to] = [await cornerOf("Harbour Freight"), await cornerOf("Kite Media")];
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x - 20, to.y - 10, { steps: 8 });
    expect(await selectedCount()).toBe(3);
    await page.mouse.up();
    expect(await valuesOf("Price", names.slice(1))).toEqual(["5,400.00", "5,400.00"]);
    await undo();
    await press("Escape");
    expect(await valuesOf("Price", names.slice(1))).toEqual(prices.slice(1));
  });

  it("takes a block at its first cell, whatever cell it was begun in", async () => {
    await cell(page, "Price", "Kite Media").focus();
    await press("Shift+ArrowUp", "Shift+ArrowUp");
    await paste(page, "1\n2\n3");
    expect(await valuesOf("Price", ["Harbour Freight", "Lindgren Retail", "Kite Media"])).toEqual(["1", "2", "3"]);
  });

  it("of whole rows is cut with the tenants", async () => {
    await cell(page, "Tenant", "Harbour Freight").click();
    await cell(page, "Price", "Lindgren Retail").click({ modifiers: ["Shift"] });
    expect(await selectedCount()).toBe(14);
    expect((await copied("cut")).split("\n").map((row) => row.split("\t")[0])).toEqual([
      "Harbour Freight",
      "Lindgren Retail",
    ]);
    expect(await page.getByLabel("Tenant, Harbour Freight").count()).toBe(0);
    await costsOf(page);
    expect(await textOf(page.locator("#tenants"))).toContain(`${fleet.tenants.length - 2} tenants`);
  });

  it("is drawn with the mouse, while a text in a single cell stays its own", async () => {
    const centre = async (column: string, name: string) => {
      const box = await cell(page, column, name).boundingBox();
      return [(box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2] as const;
    };
    await page.mouse.move(...(await centre("Price", "Basalt Bank")));
    await page.mouse.down();
    await page.mouse.move(...(await centre("Storage", "Harbour Freight")), { steps: 6 });
    await page.mouse.up();
    // Three rows, three columns.
    expect(await selectedCount()).toBe(9);
    await cell(page, "Price", "Alder Schools").click();
    expect(await selectedCount()).toBe(0);
    await press("Home", "Shift+ArrowRight");
    expect(await selectedCount()).toBe(0);
    await page.keyboard.type("9");
    expect(await cell(page, "Price", "Alder Schools").inputValue()).toBe("9100.00");
  });
});
