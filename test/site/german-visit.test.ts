import { writeXlsx } from "hucre";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import fleet from "../../packages/catalog/data/examples/msp-fleet.json" with { type: "json" };
import { hasBrowser } from "./support/browser.ts";
import { costsIn, costsOf, isWritten, openCalculator, planned, textOf } from "./support/calculator.ts";
import { type OpenSite, openSite } from "./support/open-site.ts";
import { pagesOfPdf } from "./support/pdf-text.ts";
import { artefacts, drawPicture } from "./support/pictures.ts";

/** A customer with two clusters, and another one: as a provider's spreadsheet has them. */
const SHEET = [
  ["Kunden", "Stand November"],
  ["Kunde", "Anzahl Pods", "vCPU", "Arbeitsspeicher (GB)", "Speicherplatz (GB)", "Preis EUR"],
  ["Meier AG, Produktion", 40, 12.5, 64, 500, 6400],
  ["Meier AG, Test", 10, 4, 16, 100, 2600.5],
  ["Müller GmbH", 22, 8, 32, 250, 4100],
];
const TENANTS = [
  ["meier-ag-produktion", "Meier AG, Produktion", 40, "12.5", "64G", "500G", "6400"],
  ["meier-ag-test", "Meier AG, Test", 10, "4", "16G", "100G", "2600.5"],
  ["muller-gmbh", "Müller GmbH", 22, "8", "32G", "250G", "4100"],
].map(([id, name, pods, cpu, memory, storage, monthly]) => ({
  ...{ id, name },
  demand: { pods, cpu, memory, storage },
  price: { monthly },
}));

describe.skipIf(!hasBrowser())("a German spreadsheet becomes a quote in German", () => {
  let site: OpenSite;
  let page: Page;
  let said: string[];
  beforeAll(async () => {
    site = await openSite();
    ({ page, said } = await openCalculator(site, { locale: "de-DE" }));
  }, 120_000);
  afterAll(() => site?.close());

  it("by dropping it, reading the verdict, finishing the price book and printing what two clusters cost", async () => {
    const bytes = await writeXlsx({ sheets: [{ name: "Kunden", rows: SHEET.map((row) => [...row]) }] });
    const content = Buffer.from(bytes).toString("base64");
    const dataTransfer = await page.evaluateHandle(`(() => {
      const bytes = Uint8Array.from(atob("${content}"), (one) => one.charCodeAt(0));
      const transfer = new DataTransfer();
      transfer.items.add(new File([bytes], "Kunden.xlsx"));
      return transfer;
    })()`);
    await page.locator("h1").first().dispatchEvent("dragover", { dataTransfer });
    await page.locator("h1").first().dispatchEvent("drop", { dataTransfer });
    await page.locator(".found", { hasText: "3 tenants read from Kunden.xlsx" }).waitFor();
    expect(await textOf(page.locator(".found"))).toContain(
      'The column "Arbeitsspeicher (GB)" is read in GB, of which 64 are 59.6 GiB.',
    );
    const comparison = planned({ ...fleet, tenants: TENANTS });
    expect(await costsOf(page)).toEqual(costsIn(comparison));
    await drawPicture(page, "german-1-dropped");

    const verdict = await textOf(page.locator(".verdict"));
    expect(verdict).toMatch(/costs [\d.]+\s€ less/);
    expect(verdict).toContain("The winner changes if");
    await page.locator(".verdict").scrollIntoViewIfNeeded();
    await drawPicture(page, "german-2-verdict");

    await page.locator(".assumptions summary", { hasText: /^Prices / }).click();
    await page.getByLabel("Price of Platform engineer").fill("98,50");
    await page.getByLabel("Add an item for").selectOption("rack");
    await page.getByLabel("Price", { exact: true }).fill("120,00");
    await page.getByRole("button", { name: "Add it to the price book" }).click();
    const others = page.locator(".left-out input[type=checkbox]");
    await page.getByLabel("Price of Rack and cooling").waitFor();
    for (let at = 0; at < (await others.count()); at += 1) await others.nth(at).check();
    await page.getByText("Nothing is left out without a word.").waitFor();
    await page.getByRole("button", { name: "These are ours too" }).click();
    await page.getByText("All prices are yours.").waitFor();
    await costsOf(page);
    await drawPicture(page, "german-3-price-book");

    await page.getByRole("button", { name: "Print quote" }).click();
    await isWritten(page);
    await page.locator("#quoted-tenant").selectOption("meier-ag-produktion");
    await page.getByText(/^More clusters of the same customer/).click();
    await page.getByLabel("Meier AG, Test", { exact: true }).check();
    for (const [label, text] of [
      ["Your company", "Nordwind GmbH"],
      ["Customer", "Meier AG"],
      ["Number of the quote", "A-2026-17"],
      ["Valid until", "31.01.2027"],
      ["Tax, percent", "19"],
    ] as const)
      await page.getByLabel(label, { exact: true }).fill(text);
    await isWritten(page);
    await page.emulateMedia({ media: "print" });
    await page.pdf({ format: "A4", path: `${artefacts}german-quote.pdf`, preferCSSPageSize: true });
    await page.emulateMedia({ media: "screen" });
    await drawPicture(page, "german-4-quote");
    const paper = page.locator(".paper .sheet").first();
    expect(await paper.getAttribute("lang")).toBe("de");
    // 6,400.00 + 2,600.50 = 9,000.50 a month; 19 % of it 1,710.095, rounded once to 1,710.10; together 10,710.60.
    const words = (pagesOfPdf(`${artefacts}german-quote.pdf`) ?? [await textOf(paper)])
      .join(" ")
      .replaceAll(/\s+/g, " ");
    for (const text of ["Angebot", "Meier AG", "A-2026-17", "31.01.2027", "9.000,50", "1.710,10", "10.710,60", "Summe"])
      expect(words).toContain(text);
    // It can be sent: no word of invented prices, none of another customer, none of cost.
    expect(words).not.toMatch(/erfunden|invented|Müller|Kosten|Marge/i);
    expect(said).toEqual([]);
  });
});
