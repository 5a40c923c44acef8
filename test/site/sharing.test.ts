import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import fleet from "../../packages/catalog/data/examples/msp-fleet.json" with { type: "json" };
import { hasBrowser } from "./support/browser.ts";
import { costsIn, costsOf, openCalculator, planned, textOf, type } from "./support/calculator.ts";
import { type OpenSite, openSite } from "./support/open-site.ts";

const CLIPBOARD = { permissions: ["clipboard-read", "clipboard-write"] };

describe.skipIf(!hasBrowser())("a share link", () => {
  let site: OpenSite;
  let link: string;
  let shared: readonly string[];

  beforeAll(async () => {
    site = await openSite();
    const { page } = await openCalculator(site, CLIPBOARD);
    await type(page, "vCPU", "Kite Media", "12.5");
    await type(page, "Tenant", "Kite Media", "Kite & <Söhne>");
    shared = await costsOf(page);
    await page.getByRole("button", { name: "Share link" }).click();
    await page.locator(".news", { hasText: "copied" }).waitFor();
    link = await page.evaluate("navigator.clipboard.readText()");
  }, 120_000);
  afterAll(() => site?.close());

  const fragment = () => new URL(link).hash;
  afterEach(() => site?.closeWindows());

  const opened = (path: string) => openCalculator(site, {}, path);
  const news = (page: Page) => textOf(page.locator(".news"));

  it("opens in a fresh profile with the same figures and asks no server for them", async () => {
    const { page, said, asked } = await opened(`/${fragment()}`);
    await page.locator(".news", { hasText: "Opened from a link" }).waitFor();
    expect(await costsOf(page)).toEqual(shared);
    expect(shared).not.toEqual(costsIn(planned(fleet)));
    expect(await page.getByLabel("Tenant, Kite & <Söhne>").inputValue()).toBe("Kite & <Söhne>");
    expect(new URL(page.url()).hash).toBe("");
    expect(asked.join(" ")).not.toContain(fragment().slice(4, 40));
    expect(said).toEqual([]);
    expect(link.length).toBeLessThan(2000);
  });

  it("says what has changed where its figures are no longer those", async () => {
    const old = await rewritten(fragment(), (kept) => ({
      ...kept,
      data: "0.0.9+00000000",
      costs: { ...(kept["costs"] as object), hybrid: "1.00" },
    }));
    const { page } = await opened(`/${old}`);
    await page.locator(".news li").first().waitFor();
    expect(await news(page)).toContain("Hybrid: EUR 1.00 then");
    expect(await news(page)).toContain("data 0.0.9+00000000 then");
  });

  it("shows amounts beside its own and no words of whoever wrote the link", async () => {
    const lied = await rewritten(fragment(), (kept) => ({
      ...kept,
      data: "our certified data",
      costs: { hybrid: "free with our offer", "ultimate-centralized": "2.00" },
    }));
    const { page } = await opened(`/${lied}`);
    await page.locator(".news li").first().waitFor();
    expect(await news(page)).toContain("Ultimate, centralized: EUR 2.00 then");
    expect(await news(page)).toContain("by what was written then");
    expect(await news(page)).not.toMatch(/offer|certified/);
  });

  it.each([
    ["cut short", (whole: string) => whole.slice(0, 60), "damaged"],
    ["with noise in it", (whole: string) => `#v1.${"%".repeat(3)}${whole.slice(4, 90)}`, "damaged"],
    ["of a later version", () => "#v7.AAAAAAAA", "newer calculator"],
    ["a megabyte long", () => `#v1.${"A".repeat(1_000_000)}`, "too long"],
  ])("%s, changes nothing but says so", async (_, damage, words) => {
    const { page, said } = await opened(`/${damage(fragment())}`);
    await page.locator(".news .notice").waitFor();
    expect(await news(page)).toContain(words);
    expect(await costsOf(page)).toEqual(costsIn(planned(fleet)));
    expect(said).toEqual([]);
  });

  it("that blows up to gigabytes is refused before it does", async () => {
    const bomb = await compressed(`{"scenario":"${"0".repeat(20_000_000)}"}`);
    const { page } = await opened(`/#v1.${bomb}`);
    await page.locator(".news .notice").waitFor();
    expect(await news(page)).toContain("damaged");
  });

  it.each([
    ["tenants that are no tenants", { fleet: { ...fleet, tenants: [null, 7, "x"] } }],
    ["a name that is a map", { fleet: { ...fleet, tenants: [{ id: "a", name: { toString: "x" }, workloads: [] }] } }],
    ["prices that are none", { prices: [] }],
    ["a locale that is none", { locale: "<b>" }],
    ["a setting that is a list", { settings: { floors: ["none"] } }],
  ])("with %s is refused", async (_, scenario) => {
    const { page, said } = await opened(`/#v1.${await compressed(JSON.stringify({ scenario }))}`);
    await page.locator(".news .notice").waitFor();
    expect(await news(page)).toContain("does not hold a fleet");
    expect(await costsOf(page)).toEqual(costsIn(planned(fleet)));
    expect(said).toEqual([]);
  });

  it("with a name that would be a script shows it as a name", async () => {
    const name = '<img src=x onerror="document.title=1">';
    const tenants = [{ ...fleet.tenants[1], name }];
    const { page, said } = await opened(
      `/#v1.${await compressed(JSON.stringify({ scenario: { fleet: { ...fleet, tenants } } }))}`,
    );
    await page.locator(".news .notice").waitFor();
    await costsOf(page);
    expect(await textOf(page.locator(".margins tbody th"))).toBe(name);
    expect(await page.locator("img").count()).toBe(0);
    expect(await page.title()).toContain("nkp-planner");
    expect(said).toEqual([]);
  });

  it("is not needed on the next visit: the browser keeps what was typed", async () => {
    const { page } = await openCalculator(site);
    await type(page, "vCPU", "Kite Media", "13");
    const costs = await costsOf(page);
    await page.waitForTimeout(700);
    await page.reload();
    await page.locator(".news", { hasText: "last visit" }).waitFor();
    expect(await costsOf(page)).toEqual(costs);
  });

  it("and scenarios saved by name are opened, compared and forgotten", async () => {
    const { page } = await openCalculator(site);
    const before = await costsOf(page);
    await page.getByRole("button", { name: "Scenarios" }).click();
    await page.getByLabel("Save what is shown as").fill("As offered");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.keyboard.press("Escape");
    await type(page, "vCPU", "Umbra Games", "200");
    expect(await costsOf(page)).not.toEqual(before);
    await page.getByRole("button", { name: "Scenarios" }).click();
    await page.getByRole("button", { name: "Compare with As offered" }).click();
    const starter = page
      .locator('[aria-label="Compared with As offered"] tbody[data-model]')
      .first()
      .locator("tr", { hasText: "Cost a month" });
    await starter.waitFor();
    const inputs = page.getByRole("region", { name: "What differs from As offered" }).locator("tbody tr");
    expect((await inputs.allTextContents()).join("; ")).toMatch(/^Tenant Umbra Games.*vCPU 200.*vCPU \d+[^;]*$/);
    await inputs.first().waitFor();
    const [here = "", there = "", difference = ""] = await starter.locator("td").allTextContents();
    expect(there).toBe("€39,283.75");
    const amount = (text: string) => Number(text.replaceAll(/[€,+]/g, "").replace("−", "-"));
    expect(amount(difference)).toBeCloseTo(amount(here) - amount(there), 2);
    await page.getByRole("button", { name: "Open As offered" }).click();
    expect(await costsOf(page)).toEqual(before);
  });
});

type KeptData = Readonly<Record<string, unknown>>;

async function rewritten(fragment: string, change: (kept: KeptData) => KeptData): Promise<string> {
  const bytes = Buffer.from(fragment.slice("#v1.".length), "base64url");
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return `#v1.${await compressed(JSON.stringify(change(JSON.parse(await new Response(stream).text()))))}`;
}

async function compressed(text: string): Promise<string> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  return Buffer.from(await new Response(stream).arrayBuffer()).toString("base64url");
}
