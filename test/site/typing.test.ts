import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import fleet from "../../packages/catalog/data/examples/msp-fleet.json" with { type: "json" };
import { hasBrowser } from "./support/browser.ts";
import {
  type Calculator,
  cell,
  costsIn,
  costsOf,
  isPlanned,
  paste,
  planned,
  textOf,
  type,
} from "./support/calculator.ts";
import { oneWindow } from "./support/one-window.ts";
import type { OpenSite } from "./support/open-site.ts";

/** The example fleet with one tenant's fields changed. */
const changedFleet = (id: string, change: object) => ({
  ...fleet,
  tenants: fleet.tenants.map((tenant) => (tenant.id === id ? { ...tenant, ...change } : tenant)),
});
const totals = (pods: number, cpu: string, memory: string, more: object = {}) => ({
  demand: { pods, cpu, memory, ...more },
});

describe.skipIf(!hasBrowser())("the tenant table", () => {
  let page: Page;
  let calculator: Calculator | undefined;
  let site: OpenSite;
  oneWindow((given, at) => {
    calculator = given;
    page = given.page;
    site = at;
  });

  it("lets everything follow what is typed, as the command line would have it", async () => {
    await type(page, "vCPU", "Basalt Bank", "48");
    const basalt = fleet.tenants.find(({ id }) => id === "basalt");
    const expected = planned(changedFleet("basalt", { demand: { ...basalt?.demand, cpu: "48" } }));
    expect(await costsOf(page)).toEqual(costsIn(expected));
    expect(expected.plans[0]?.totals.monthlyCost.amount).not.toBe("39283.75");
    expect(calculator?.said).toEqual([]);
    expect(calculator?.asked.filter((url) => !url.startsWith(`${site.origin}/`))).toEqual([]);
  });

  it("takes ten edits back one by one, and does them again", async () => {
    const seen = [await costsOf(page)];
    const names = fleet.tenants.filter(({ demand }) => demand !== undefined).map(({ name }) => name);
    for (let step = 0; step < 10; step += 1) {
      const name = names[step % names.length] as string;
      await type(page, step < names.length ? "Storage" : "Price", name, String(700 + 100 * step));
      await page.keyboard.press("Tab");
      seen.push(await costsOf(page));
    }
    expect(new Set(seen.map(String)).size).toBeGreaterThan(5);
    for (const costs of seen.toReversed().slice(1)) {
      await page.keyboard.press("Control+z");
      expect(await costsOf(page)).toEqual(costs);
    }
    for (const costs of seen.slice(1)) {
      await page.keyboard.press("Control+Shift+z");
      expect(await costsOf(page)).toEqual(costs);
    }
  });

  it("shows the figures of the last key, however fast the keys come", async () => {
    const field = cell(page, "vCPU", "Umbra Games");
    await field.click();
    await field.fill("");
    await field.pressSequentially("120", { delay: 5 });
    await field.press("Backspace");
    await field.press("Backspace");
    await field.pressSequentially("48", { delay: 5 });
    const umbra = fleet.tenants.find(({ id }) => id === "umbra");
    expect(await field.inputValue()).toBe("148");
    expect(await costsOf(page)).toEqual(
      costsIn(planned(changedFleet("umbra", { demand: { ...umbra?.demand, cpu: "148" } }))),
    );
  });

  it("keeps the figures and says what to type where a cell cannot be read", async () => {
    const before = await costsOf(page);
    await type(page, "GiB", "Kite Media", "forty");
    const message = page.locator(".problems li");
    await message.waitFor();
    expect(await textOf(message)).toMatch(/^Kite Media, GiB: found "forty", expected .+; write for example /);
    expect(await textOf(page.locator(".trouble"))).toContain("figures are those of before");
    expect(await cell(page, "GiB", "Kite Media").getAttribute("aria-invalid")).toBe("true");
    const costs = await page.locator("article data").evaluateAll((all) => all.map((one) => one.getAttribute("value")));
    expect(costs).toEqual(before);
    await type(page, "GiB", "Kite Media", "200");
    expect(await costsOf(page)).not.toEqual(before);
    expect(await page.locator(".problems li").count()).toBe(0);
  });

  it("offers the way out where totals and the largest pod do not fit", async () => {
    await type(page, "vCPU", "Kite Media", "1");
    await page.getByRole("button", { name: "Take all its pods as equal in size" }).click();
    const kite = fleet.tenants.find(({ id }) => id === "kite");
    const { largestPod: _, ...demand } = kite?.demand ?? { largestPod: null };
    expect(await costsOf(page)).toEqual(costsIn(planned(changedFleet("kite", { demand: { ...demand, cpu: "1" } }))));
  });

  it.each([
    ["Pods", "1,200", "1300"],
    ["vCPU", "1,200", "48"],
    ["GiB", "1,200", "256"],
    ["Storage", "6,144 Gi", "400"],
    ["Price", "1,300.00", "1200"],
  ])(
    "types over what stands in a cell of %s, however it is come to; Escape brings it back",
    async (column, shown, text) => {
      const field = cell(page, column, "Umbra Games");
      await type(page, column, "Umbra Games", shown);
      await page.keyboard.press("Tab");
      const before = await field.inputValue();
      const [line, at] = await field.evaluate(({ dataset }) => [Number(dataset["row"]), Number(dataset["column"])]);
      const beside = (row: number, index: number) => page.locator(`[data-row="${row}"][data-column="${index}"]`);
      const ways = [
        ["Tab", beside(line, at - 1)],
        ["Shift+Tab", beside(line, at + 1)],
        ["ArrowDown", beside(line - 1, at)],
        ["ArrowUp", beside(line + 1, at)],
      ] as const;
      for (const [key, from] of ways) {
        if ((await from.count()) === 0) continue; // the last column has none after it
        await from.focus();
        await page.keyboard.press(key);
        await page.keyboard.type(text);
        expect(await field.inputValue(), key).toBe(text);
        await page.keyboard.press("Escape");
        // What came back is selected: it is typed over once more.
        await page.keyboard.type(text);
        expect(await field.inputValue(), key).toBe(text);
        await page.keyboard.press("Escape");
        await page.keyboard.press("Tab");
        expect(await field.inputValue(), key).toBe(before);
      }
    },
  );

  it("is gone through with keys alone: arrows, Enter, fill down", async () => {
    await cell(page, "Price", "Orchid Foods").focus();
    await page.keyboard.press("ArrowDown");
    expect(await focused(page)).toBe("Price, a month, Basalt Bank");
    await page.keyboard.press("Control+d");
    expect(await cell(page, "Price", "Basalt Bank").inputValue()).toBe("4,200.00");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("ArrowLeft");
    expect(await focused(page)).toBe("Storage, GiB of volumes, Basalt Bank");
    // Enter opens the text of a cell that was just come to, with the caret at its end, and leaves one that is typed in.
    await page.keyboard.press("Enter");
    expect(await focused(page)).toContain("Basalt Bank");
    await page.keyboard.type("0");
    expect(await cell(page, "Storage", "Basalt Bank").inputValue()).toMatch(/0$/);
    await page.keyboard.press("Escape");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    expect(await focused(page)).toContain("Clinic Nord");
    await cell(page, "Tenant", "Velvet Events").focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await page.locator('[data-row="12"][data-column="0"]:focus').waitFor();
    await page.keyboard.type("Thirteenth");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.type("3");
    await isPlanned(page);
    expect(await textOf(page.locator("#tenants"))).toContain("13 tenants");
  });

  it("takes a block of fifty rows from a spreadsheet", async () => {
    const rows = Array.from({ length: 50 }, (_, index) => [
      `Customer ${index + 1}`,
      10 + (index % 5),
      `${2 + (index % 3)}.5`,
      8 + (index % 4),
      100,
      index % 2 === 0 ? "own pace" : "with fleet",
      "1,250.00",
    ]);
    await cell(page, "Tenant", "Orchid Foods").focus();
    await paste(page, `${rows.map((row) => row.join("\t")).join("\r\n")}\r\n`);
    const pasted = {
      ...fleet,
      tenants: rows.map(([name, pods, cpu, memory, storage, cadence]) => ({
        id: String(name).toLowerCase().replace(" ", "-"),
        name,
        ...totals(Number(pods), String(cpu), `${memory}Gi`, { storage: `${storage}Gi` }),
        upgradeCadence: cadence === "own pace" ? "own" : "fleet",
        price: { monthly: "1250.00" },
      })),
    };
    expect(await costsOf(page)).toEqual(costsIn(planned(pasted)));
    expect(await textOf(page.locator("#tenants"))).toContain("50 tenants");
    await page.keyboard.press("Control+z");
    expect(await costsOf(page)).toEqual(costsIn(planned(fleet)));
  });

  it("deletes the row that was clicked into, not the one of the last key", async () => {
    await cell(page, "Price", "Orchid Foods").focus();
    await page.keyboard.press("End");
    await cell(page, "Price", "Kite Media").click();
    await page.getByRole("toolbar").getByRole("button", { name: "Delete" }).click();
    await isPlanned(page);
    expect(await page.getByLabel("Tenant, Kite Media").count()).toBe(0);
    expect(await page.getByLabel("Tenant, Orchid Foods").count()).toBe(1);
  });

  it("adds, duplicates, moves and deletes rows", async () => {
    const names = () =>
      page
        .locator('.tenants [data-column="0"]')
        .evaluateAll((all) => all.map((one) => String(Reflect.get(one, "value"))));
    await page.getByLabel("Select Kite Media").check();
    await page.getByLabel("Select Umbra Games").check();
    await page.getByRole("button", { name: "Move up" }).click();
    expect((await names()).slice(3, 8)).toEqual([
      "Harbour Freight",
      "Kite Media",
      "Umbra Games",
      "Lindgren Retail",
      "Fjord Insurance",
    ]);
    await page.getByRole("button", { name: "Duplicate" }).click();
    expect(await names()).toContain("Umbra Games copy");
    await page.getByRole("toolbar").getByRole("button", { name: "Delete" }).click();
    expect(await names()).not.toContain("Umbra Games");
    expect(await names()).toContain("Kite Media copy");
  });

  it("deletes the row that was clicked, not the one where a key was pressed before", async () => {
    await cell(page, "Tenant", "Orchid Foods").click();
    await page.keyboard.press("Home");
    await cell(page, "Tenant", "Harbour Freight").click();
    await page.getByRole("toolbar", { name: "Tenants" }).getByRole("button", { name: "Delete" }).click();
    await page.getByLabel("Tenant, Harbour Freight").waitFor({ state: "detached" });
    expect(await page.getByLabel("Tenant, Orchid Foods").count()).toBe(1);
  });

  it("stays a table of fifty thousand figures: five hundred tenants are drawn where they are seen", async () => {
    const rows = Array.from({ length: 500 }, (_, index) => [`T${index}`, 4, 2, 8, 0, "with fleet", 900].join("\t"));
    await cell(page, "Tenant", "Orchid Foods").focus();
    await paste(page, rows.join("\n"));
    await isPlanned(page);
    expect(await textOf(page.locator("#tenants"))).toContain("500 tenants");
    const drawn = await page.locator('.tenants [data-column="0"]').count();
    expect(drawn).toBeLessThan(120);
    await page.locator('[data-row="8"][data-column="0"]').focus();
    for (let step = 0; step < 40; step += 1) await page.keyboard.press("ArrowDown");
    expect(await focused(page)).toContain("T48");
    await page.locator(".tenants .scroll").evaluate((table) => table.scrollTo(0, table.scrollHeight));
    await page.getByLabel("Tenant, T499").waitFor();
    expect(await focused(page)).toContain("T48");
    await page.keyboard.press("ArrowDown");
    expect(await focused(page)).toContain("T49");
  });
});

function focused(page: Page): Promise<string | null> {
  return page.evaluate('document.activeElement?.getAttribute("aria-label") ?? null');
}
