import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import fleet from "../../packages/catalog/data/examples/msp-fleet.json" with { type: "json" };
import { hasBrowser } from "./support/browser.ts";
import { costsIn, costsOf, isWritten, openCalculator, planned, textOf } from "./support/calculator.ts";
import { type OpenSite, openSite } from "./support/open-site.ts";

/** A pre-sales engineer beside a customer, with the keyboard alone. */
describe.skipIf(!hasBrowser())("a visit", () => {
  let site: OpenSite;
  let page: Page;
  beforeAll(async () => {
    site = await openSite();
    ({ page } = await openCalculator(site));
  }, 120_000);
  afterAll(() => site?.close());

  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  /** As a reader of names would come to a control. */
  const go = async (name: string) => {
    const control = page.getByRole("button", { name, exact: true });
    await control.focus();
    await press("Enter");
  };

  it("goes from nothing to a quote: three tenants, the verdict, an assumption, a source, the paper", async () => {
    await go("Scenarios");
    await page.getByRole("button", { name: "Start empty" }).focus();
    await press("Enter");
    await costsOf(page);
    expect(await textOf(page.locator("h1"))).toContain("without tenants");

    await go("Add tenant");
    const rows = [
      ["Clinic North", "12", "3.5", "14", "200", "2100"],
      ["Harbour", "45", "18", "72", "1000", "6400"],
      ["Games", "80", "32", "128", "1000", "11500"],
    ];
    for (const [index, [name = "", pods = "", vcpu = "", memory = "", storage = "", price = ""]] of rows.entries()) {
      await page.locator(`[data-row="${index}"][data-column="0"]:focus`).waitFor();
      for (const text of [name, pods, vcpu, memory, storage]) {
        await press("Control+a");
        await page.keyboard.type(text);
        await press("Tab");
      }
      await press("Tab", "Control+a");
      await page.keyboard.type(price);
      if (index < rows.length - 1) await press("Enter");
    }
    const tenants = rows.map(([name = "", pods, cpu, memory, storage, monthly]) => ({
      id: name.toLowerCase(),
      name,
      demand: { pods: Number(pods), cpu, memory: `${memory}Gi`, storage: `${storage}Gi` },
      price: { monthly },
    }));
    const named = tenants.map((tenant, index) => ({ ...tenant, id: `t${index}` }));
    expect(await costsOf(page)).toEqual(costsIn(planned({ ...fleet, tenants: named })));
    expect(await textOf(page.locator("h1"))).toContain("costs €");

    const survival = page.locator("summary", { hasText: "Loss that every worker pool survives" });
    await survival.focus();
    await press("Enter");
    await page.getByLabel("any two nodes").focus();
    await press("Space");
    expect(await costsOf(page)).toEqual(
      costsIn(planned({ ...fleet, tenants: named }, { "loss-survived": "two-nodes" })),
    );

    const figure = page.locator("article .cost button").first();
    await figure.focus();
    await press("Enter");
    await page.locator(".opened tbody tr").first().waitFor();
    for (let tabs = 0; tabs < 40; tabs += 1) {
      if (await page.locator(".opened a[href^='https://']:focus").count()) break;
      await press("Tab");
    }
    expect(await page.locator(".opened a[href^='https://']:focus").count()).toBe(1);
    await press("Escape");
    expect(await figure.evaluate((one) => one.matches(":focus"))).toBe(true);

    await go("Print quote");
    await page.locator(".paper .sheet").first().waitFor();
    await page.getByLabel("Your company").focus();
    await page.keyboard.type("Northwind");
    await isWritten(page);
    await page.locator(".paper .provider", { hasText: "Northwind" }).first().waitFor();
    const pdf = await page.pdf({ format: "A4" });
    expect(pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g)?.length).toBe(1);
  });
});
