import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fleetYaml, priceBookYaml } from "@nkp-planner/adapters";
import { moneyNumberText, parseFleet, quotesOf } from "@nkp-planner/core";
import { readXlsx } from "hucre";
import type { Page } from "playwright-core";
import { beforeEach, describe, expect, it } from "vitest";
import fleet from "../../packages/catalog/data/examples/msp-fleet.json" with { type: "json" };
import { valueIn } from "../support/read.ts";
import { hasBrowser } from "./support/browser.ts";
import { costsOf, isWritten, planned, textOf, type } from "./support/calculator.ts";
import { examplePlans } from "./support/example-comparison.ts";
import { oneWindow } from "./support/one-window.ts";
import { pagesOfPdf } from "./support/pdf-text.ts";
import { artefacts } from "./support/pictures.ts";

describe.skipIf(!hasBrowser())("what is taken along", () => {
  let page: Page;
  let said: string[];
  oneWindow((calculator) => {
    ({ page, said } = calculator);
  });

  const [plan] = examplePlans;

  describe("on paper", () => {
    beforeEach(async () => {
      await page.getByRole("button", { name: "Print quote" }).click();
      await page.locator(".paper .sheet").first().waitFor();
    });

    it("is none while an entry cannot be read, and says which figures stand on the page", async () => {
      await page.keyboard.press("Escape");
      await type(page, "GiB", "Kite Media", "forty");
      await page.locator(".stale-because").waitFor();
      expect(await textOf(page.locator(".stale-because"))).toBe("Figures of before: one entry cannot be read.");
      await page.getByRole("button", { name: "Print quote" }).click();
      await page.locator(".paper").waitFor();
      expect(await textOf(page.locator(".paper"))).toMatch(/^No document: the figures are those of before/);
      expect(await page.getByRole("button", { name: "Print", exact: true }).isDisabled()).toBe(true);
      const path = join(artefacts, "stale.pdf");
      await page.pdf({ path });
      expect((pagesOfPdf(path) ?? []).join("")).not.toMatch(/Quote for|\d,\d{3}\.\d\d/);
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: "Export" }).click();
      await page.getByRole("button", { name: "Comparison, JSON" }).click();
      await page.getByText("Not written: the figures are those of before, as one entry cannot be read.").waitFor();
      await page.keyboard.press("Escape");
      await type(page, "GiB", "Kite Media", "200");
      await page.locator(".stale-because").waitFor({ state: "detached" });
      await page.getByRole("button", { name: "Print quote" }).click();
      await isWritten(page);
      await page.locator("#quoted-tenant").selectOption("kite");
      await page.locator(".paper h2", { hasText: "Quote for Kite Media" }).waitFor();
    });

    it("is a quote for one tenant with the planner's prices, and no cost in it", async () => {
      if (plan === undefined) throw new Error("no plan");
      await page.getByLabel("Your company").fill("Northwind");
      await page.getByLabel("Objectives").fill("<b>Soon</b>");
      // What is typed here is a part of the scenario: the paper is gone until it is the newest plan's again.
      await isWritten(page);
      const [first] = quotesOf(plan).quotes;
      const totals = await page.locator(".paper .total td").allTextContents();
      expect(totals).toEqual(first && [moneyNumberText(first.monthlyPrice)]);
      expect(await page.locator(".paper h2").allTextContents()).toEqual([`Quote for ${first?.name}`]);
      const text = await textOf(page.locator(".paper"));
      expect(text).toContain("Northwind");
      expect(text).toContain("<b>Soon</b>");
      expect(text).toContain("Illustrative: the prices are invented");
      for (const { monthlyCost, monthlyMargin } of plan.tenants) {
        expect(text).not.toContain(moneyNumberText(monthlyCost));
        if (monthlyMargin !== null) expect(text).not.toContain(moneyNumberText(monthlyMargin));
      }
      expect(text).not.toMatch(/margin|cost/i);
      expect(said).toEqual([]);
    });

    it("is one document for one customer with several clusters, with their total, tax, its number and until when it holds", async () => {
      await page.locator("#quoted-tenant").selectOption("kite");
      await page.getByText(/^More clusters of the same customer/).click();
      await page.getByLabel("Basalt Bank", { exact: true }).check();
      await page.getByLabel("Number of the quote").fill("Q-2026-17");
      await page.getByLabel("Valid until").fill("31 January 2027");
      await page.getByLabel("Tax, percent").fill("19");
      await isWritten(page);
      const prices = quotesOf(plan as NonNullable<typeof plan>, ["kite", "basalt"]).quotes.map(({ monthlyPrice }) =>
        Number(monthlyPrice.amount),
      );
      const net = prices.reduce((sum, price) => sum + price, 0);
      // 9,800.00 + 3,400.00 = 13,200.00; 19 % of it are 2,508.00.
      const written = [net, net * 0.19, net * 1.19].map((value) =>
        value.toLocaleString("en", { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
      );
      expect(await page.locator(".paper table:last-of-type .total td").allTextContents()).toEqual(written);
      const text = await textOf(page.locator(".paper"));
      for (const part of [
        "Number Q-2026-17",
        "They hold until 31 January 2027.",
        "Tax, 19 %",
        "Total with tax",
        "Basalt Bank: Upgrades at the tenant's own pace.",
      ])
        expect(text).toContain(part);
      expect(await page.locator(".paper h3").allTextContents()).toEqual([
        "Basalt Bank",
        "Kite Media",
        "What is delivered",
      ]);
      expect(text).not.toContain("Orchid");
      // The prices are invented: it is no offer, so that nobody signs it.
      expect(await page.locator(".paper .signatures").count()).toBe(0);
      await page.getByLabel("Tax, percent").fill("much");
      await page.getByText("much is no percentage such as 19 or 7.7.").waitFor();
      expect(await textOf(page.locator(".paper"))).not.toContain("with tax");
    });

    it("is in German where numbers are written as in German, its pages too", async (test) => {
      await page.getByLabel("Your company").fill("Nordwind GmbH");
      await page.getByText("Currency, day, numbers", { exact: true }).click();
      await page.getByLabel("Numbers as in").selectOption("de");
      await page.locator(".paper h2", { hasText: "Angebot für Orchid Foods" }).waitFor();
      await page.getByLabel("Tax, percent").fill("19");
      await isWritten(page);
      const text = await textOf(page.locator(".paper"));
      for (const part of [
        "Beispiel: Die Preise sind erfunden.",
        "Managed Kubernetes, wie vereinbart",
        "1 Monat",
        "4.200,00",
        "Umsatzsteuer, 19 %",
        "4.998,00",
        "Die Worker sind so geplant, dass sie den Ausfall eines beliebigen Knotens überstehen.",
        "Upgrades zusammen mit der Flotte des Anbieters.",
      ])
        expect(text).toContain(part);
      expect(text).not.toMatch(/\b(the|quote|total|price|month|upgrades with|rests)\b/i);
      const path = `${artefacts}quote-de.pdf`;
      await page.pdf({ format: "A4", path });
      const pages = pagesOfPdf(path) ?? test.skip("pdftotext is not installed (poppler-utils): PDF pages unread");
      expect(pages[0]).toContain("Seite 1 von 1");
      expect(pages[0]).toContain("Kein verbindliches Angebot.");
    });

    it("names no other tenant where the plan does not run", async () => {
      await page.keyboard.press("Escape");
      await page.getByLabel("Size and growth of Orchid Foods").click();
      await page.getByLabel("GiB each").first().fill("4000");
      await costsOf(page);
      await page.getByRole("button", { name: "Print quote" }).click();
      await page.locator("#quoted-tenant").selectOption("kite");
      await page.locator(".paper h2", { hasText: "Quote for Kite Media" }).waitFor();
      const text = await textOf(page.locator(".paper"));
      expect(text).toContain("This plan does not run as it is described");
      expect(text).not.toMatch(/orchid/i);
    });

    it("holds no figure of the plan's costs, be it a line, a rate or a sum", async () => {
      const { costs = [], totals } = plan ?? {};
      const known = new Set(plan?.tenants.map(({ monthlyPrice }) => monthlyPrice && moneyNumberText(monthlyPrice)));
      const secret = [totals?.monthlyCost, totals?.monthlyMargin, ...costs.map(({ amount }) => amount)];
      const text = await textOf(page.locator(".paper"));
      const amounts = secret.flatMap((one) => (one ? [moneyNumberText(one)] : [])).filter((one) => !known.has(one));
      expect(amounts.length).toBeGreaterThan(50);
      const shown = new Set(text.match(/\d[\d,]*\.\d\d/g));
      expect(amounts.filter((amount) => shown.has(amount))).toEqual([]);
    });

    it("is a page, on A4 and on Letter, and nothing of the site", async () => {
      for (const format of ["A4", "Letter"] as const) {
        const pdf = await page.pdf({ format, path: `${artefacts}quote-${format}.pdf` });
        expect(pagesOf(pdf)).toBe(1);
      }
      await page.emulateMedia({ media: "print" });
      expect(await page.locator("h1").isVisible()).toBe(false);
      expect(await page.locator(".paper").isVisible()).toBe(true);
      await page.emulateMedia({ media: "screen" });
      await page.locator("#quoted-tenant").selectOption("kite");
      await page.locator(".paper h2", { hasText: "Quote for Kite Media" }).waitFor();
      expect(await page.locator(".paper .sheet").count()).toBe(1);
    });

    it("is an internal sheet that sums to the plan, to the cent, with its sources", async () => {
      await page.getByLabel("Internal sheet, with cost and margin").check();
      await page.locator(".paper", { hasText: "not for customers" }).waitFor();
      const totals = await page.locator(".paper .total td.number").allTextContents();
      const cost = moneyNumberText(plan?.totals.monthlyCost as NonNullable<typeof plan>["totals"]["monthlyCost"]);
      expect(totals.filter((text) => text === cost).length).toBe(3);
      const once = moneyNumberText(plan?.totals.oneTimeCost as NonNullable<typeof plan>["totals"]["oneTimeCost"]);
      expect(totals).toContain(once);
      expect(await page.locator(".paper a[href^='https://']").count()).toBeGreaterThan(0);
      const lines = page.locator(".paper table", { hasText: "Every line of the cost" }).locator("tr.line");
      expect(await lines.count()).toBe(plan?.costs.length);
    });

    it("says on every page which page it is, that prices are invented, and whom it is not for", async (test) => {
      await page.locator("#quoted-tenant").selectOption("kite");
      await page.locator(".paper h2", { hasText: "Quote for Kite Media" }).waitFor();
      // Longer than one page, as some quotes are.
      await page.getByLabel("Objectives").fill("One more objective.\n".repeat(90));
      await isWritten(page);
      const said = { quote: "Not an offer", internal: "Internal: not for customers" };
      for (const [name, words] of Object.entries(said)) {
        if (name === "internal") {
          await page.getByLabel("Internal sheet, with cost and margin").check();
          await page.locator(".paper", { hasText: "not for customers" }).waitFor();
        }
        for (const format of ["A4", "Letter"] as const) {
          const path = `${artefacts}${name}-${format}-long.pdf`;
          await page.pdf({ format, path });
          const pages = pagesOfPdf(path) ?? test.skip("pdftotext is not installed (poppler-utils): PDF pages unread");
          expect(pages.length, `${name} ${format}`).toBeGreaterThan(1);
          pages.forEach((text, index) => {
            expect(text).toContain(`page ${index + 1} of ${pages.length}`);
            expect(text).toContain("Illustrative: the prices are invented.");
            expect(text).toContain(words);
          });
        }
      }
    });

    it("is printed under its own name, not the page's", async () => {
      await page.locator("#quoted-tenant").selectOption("kite");
      await page.locator(".paper h2", { hasText: "Quote for Kite Media" }).waitFor();
      const own = await page.title();
      await page.evaluate("window.dispatchEvent(new Event('beforeprint'))");
      expect(await page.title()).toBe("Quote for Kite Media");
      await page.evaluate("window.dispatchEvent(new Event('afterprint'))");
      expect(await page.title()).toBe(own);
    });
  });

  it("prints the page itself where no document is open", async () => {
    await page.emulateMedia({ media: "print" });
    expect(await page.locator("h1").isVisible()).toBe(true);
    expect(await page.getByRole("button", { name: "Print quote" }).isVisible()).toBe(false);
    expect(pagesOf(await page.pdf({ format: "A4", path: `${artefacts}page.pdf` }))).toBeGreaterThan(1);
  });

  describe("as files", () => {
    const saved = async (title: string): Promise<Buffer> => {
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", { name: title }).click(),
      ]);
      return readFileSync(await download.path());
    };
    beforeEach(async () => {
      await page.getByRole("button", { name: "Export" }).click();
      await page.getByRole("button", { name: "Fleet file, YAML" }).waitFor();
    });

    it("are a fleet and prices that the readers take, with the same in them", async () => {
      const written = (await saved("Fleet file, YAML")).toString();
      expect(await valueIn(fleetYaml, written)).toEqual(parseFleet(fleet));
      const prices = (await saved("Price book, YAML")).toString();
      expect((await valueIn(priceBookYaml, prices)).currency).toBe("EUR");
      expect(prices).toMatch(/^# These prices are invented/);
    });

    it("are the JSON of the command line", async () => {
      const json = JSON.parse((await saved("Comparison, JSON")).toString());
      expect(json).toEqual(JSON.parse(JSON.stringify(planned(fleet))));
    });

    it("are a quote without cost, costs in the shape of FOCUS, and a workbook", async () => {
      const quote = (await saved("Quote lines, CSV")).toString();
      expect(quote).toContain("ILLUSTRATIVE");
      expect(quote.split("\n").length).toBe(1 + fleet.tenants.length + 1);
      expect((await saved("Costs, CSV in the shape of FOCUS")).toString()).toContain("BilledCost");
      const workbook = await readXlsx(new Uint8Array(await saved("Workbook, XLSX")));
      expect(JSON.stringify(workbook.sheets[0]?.rows)).toContain(planned(fleet).plans[0]?.totals.monthlyCost.amount);
      expect(said).toEqual([]);
    });

    it("and the command that says the same, to be copied", async () => {
      await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
      await page.keyboard.press("Escape");
      await page.locator("summary", { hasText: "Documented node minimums" }).click();
      await page.getByLabel("none: only what the requests need").check();
      await costsOf(page);
      await page.getByRole("button", { name: "Export" }).click();
      const command = "nkp-planner compare fleet.yaml --prices prices.yaml --set floors=none";
      expect(await textOf(page.locator(".panel code"))).toBe(command);
      await page.getByRole("button", { name: "Copy" }).click();
      await page.getByText("The command is copied.").waitFor();
      expect(await page.evaluate("navigator.clipboard.readText()")).toBe(command);
    });
  });
});

function pagesOf(pdf: Buffer): number {
  return pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
}
