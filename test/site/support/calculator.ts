import { planningContext, workloadLibrary } from "@nkp-planner/catalog";
import {
  type ComparisonDocument,
  compareModels,
  comparisonDocument,
  defaultModels,
  loudFindings,
  parseFleet,
  parsePriceBook,
  type Settings,
} from "@nkp-planner/core";
import type { Locator, Page } from "playwright-core";
import priceBookFile from "../../../packages/catalog/data/examples/price-book-eur.json" with { type: "json" };
import type { OpenSite, WindowOptions } from "./open-site.ts";

/** The calculator in a window, and everything it said on the console or asked of a server. */
export interface Calculator {
  readonly page: Page;
  readonly said: string[];
  readonly asked: string[];
}

/** @param path below the site's address, a fragment included */
export async function openCalculator(site: OpenSite, options: WindowOptions = {}, path = "/"): Promise<Calculator> {
  const page = await site.window({ viewport: { width: 1280, height: 900 }, ...options });
  const said: string[] = [];
  const asked: string[] = [];
  page.on("console", (message) => said.push(message.text()));
  page.on("pageerror", (error) => said.push(error.message));
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(`${site.origin}${path}`);
  await isAlive(page);
  // The page plans what it was built with once more: what is opened before that is drawn twice.
  await isPlanned(page);
  return { page, said, asked };
}

/** Closes what is open, takes every edit back, and puts the focus nowhere: the page as it began. */
const BEGIN_AGAIN = `(async () => {
  const isDrawn = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  for (const close of document.querySelectorAll("button.close")) close.click();
  await isDrawn();
  for (const open of document.querySelectorAll('button[aria-expanded="true"]')) open.click();
  for (const open of document.querySelectorAll("details[open]")) open.open = false;
  await isDrawn();
  const undo = [...document.querySelectorAll("button")].find(({ textContent }) => textContent === "Undo");
  while (!undo.disabled) {
    undo.click();
    await isDrawn();
  }
  document.activeElement?.blur();
  scrollTo(0, 0);
})()`;

/**
 * The calculator as it begins: the window that the test before has left, with everything taken back, or where there is
 * none a new one. Loading and planning the first time take longer than most tests.
 */
export async function calculatorAgain(site: OpenSite, earlier: Calculator | undefined): Promise<Calculator> {
  if (earlier === undefined) return openCalculator(site);
  const { page, said, asked } = earlier;
  await page.emulateMedia({ media: null });
  await page.evaluate(BEGIN_AGAIN);
  await isPlanned(page);
  // The page shows the model that costs least until somebody chooses another.
  await page.evaluate("document.querySelector('.model-bar label:has(.word:not(.loss)) input')?.click()");
  said.length = 0;
  asked.length = 0;
  return earlier;
}

/** Until the page reacts: what the build rendered has come alive. */
export async function isAlive(page: Page): Promise<void> {
  await page.locator('html[data-calculator="ready"]').waitFor({ state: "attached" });
}

/** Until the figures are those of what is typed. */
export async function isPlanned(page: Page): Promise<void> {
  await page.locator('.result[aria-busy="false"]').waitFor({ timeout: 30_000 });
}

/** Until the open document is that of what is typed: the plan is made first, the document from it. */
export async function isWritten(page: Page): Promise<void> {
  await isPlanned(page);
  await page.locator(".paper .sheet").first().waitFor();
}

/** Cost a month by model, to the cent, as the page shows it. */
export async function costsOf(page: Page): Promise<readonly string[]> {
  await isPlanned(page);
  return page.locator("article data").evaluateAll((all) => all.map((one) => one.getAttribute("value") ?? ""));
}

/** The field of a column in the row of a tenant. */
export function cell(page: Page, column: string, tenant: string): Locator {
  return page.getByLabel(new RegExp(`^${column}(, [^,]*)?, ${tenant}$`));
}

/** Types over what a cell holds. */
export async function type(page: Page, column: string, tenant: string, text: string): Promise<void> {
  const field = cell(page, column, tenant);
  await field.click();
  await field.fill(text);
}

/** What the planner says of a fleet file, at the example's prices or others: the page must show the same. */
export function planned(fleet: object, settings: Settings = {}, prices: object = priceBookFile): ComparisonDocument {
  const input = parseFleet(fleet, "fleet", workloadLibrary);
  const context = planningContext({ release: input.release, priceBook: parsePriceBook(prices), settings });
  const comparison = compareModels(input, defaultModels, context, "ultimate-centralized");
  return comparisonDocument(comparison, loudFindings({ input, context }));
}

export function costsIn({ plans }: ComparisonDocument): readonly string[] {
  return plans.map(({ totals }) => totals.monthlyCost.amount);
}

/** What a paste from a spreadsheet does to the field in focus. */
export async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate(`{
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", ${JSON.stringify(text)});
    const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
    document.activeElement.dispatchEvent(event);
  }`);
}

export async function textOf(locator: Locator): Promise<string> {
  return ((await locator.textContent()) ?? "").replaceAll(/\s+/g, " ").trim();
}
