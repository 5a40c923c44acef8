import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hasBrowser } from "./support/browser.ts";
import { essentialVisit, type Seen } from "./support/driven-page.ts";
import { hasFirefox, openFirefox } from "./support/firefox.ts";
import { type OpenSite, openSite } from "./support/open-site.ts";
import { pagesOfPdf } from "./support/pdf-text.ts";

const artefacts = fileURLToPath(new URL("../.artefacts/", import.meta.url));
const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

describe.skipIf(!hasBrowser() || !hasFirefox())("the essential visit, in Firefox as in Chromium", () => {
  const paths = { firefox: `${artefacts}quote-firefox.pdf`, chromium: `${artefacts}quote-chromium.pdf` };
  const said: string[] = [];
  let site: OpenSite;
  let browser: Browser;
  let page: Page;
  let inFirefox: Seen;
  let inChromium: Seen;

  beforeAll(async () => {
    mkdirSync(artefacts, { recursive: true });
    site = await openSite();
    ({ page, browser } = await openFirefox());
    page.on("console", (message) => said.push(message.text()));
    page.on("pageerror", (error) => said.push(String(error)));
    inFirefox = await essentialVisit(page, site.origin, paths.firefox);
    const window = await site.window({ viewport: { width: 1280, height: 900 } });
    inChromium = await essentialVisit(window, site.origin, paths.chromium);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  it("says the same: the verdict, all of each model, and the quote", () => {
    expect(inFirefox.typed.verdict).toMatch(/costs €/);
    expect(inFirefox.typed.costs).toHaveLength(3);
    expect(inFirefox.typed).not.toEqual(inFirefox.begin);
    expect(inFirefox.paper).toContain("Quote for Clinic North");
    expect(inFirefox).toEqual(inChromium);
  });

  it("says nothing on the console", () => {
    expect(said).toEqual([]);
  });

  it.for(["firefox", "chromium"] as const)("prints the quote to a page of PDF: %s", (name, test) => {
    const pages = pagesOfPdf(paths[name]) ?? test.skip("pdftotext is not installed (poppler-utils): PDF pages unread");
    expect(pages).toHaveLength(1);
    const [text = ""] = pages;
    for (const part of ["Quote for Clinic North", "2,100.00", "Upgrades with the provider's fleet."])
      expect(text).toContain(part);
    expect(text).not.toMatch(/Scenarios|Add tenant/);
  });

  it("says on every page of the internal sheet that prices are invented, and whom it is not for", async (test) => {
    const path = `${artefacts}internal-firefox.pdf`;
    await page.evaluate(`document.querySelector('input[value="internal"]').focus()`);
    await page.keyboard.press(" ");
    await page.waitForSelector(".paper .internal");
    await page.pdf({ path, format: "A4" });
    const pages = pagesOfPdf(path) ?? test.skip("pdftotext is not installed (poppler-utils): PDF pages unread");
    expect(pages.length).toBeGreaterThan(1);
    for (const text of pages)
      expect(text).toContain("Illustrative: the prices are invented. Internal: not for customers.");
  });

  it("breaks no accessibility rule that axe knows", async () => {
    // The page's own policy does not apply to what is evaluated from outside.
    await page.evaluate(`${axeSource};0`);
    const found = await page.evaluate(
      `axe.run({ resultTypes: ["violations"] }).then(({ violations }) => JSON.stringify(violations.map(({ id, nodes }) => ({ id, target: nodes[0].target, why: nodes[0].failureSummary }))))`,
    );
    expect(JSON.parse(String(found))).toEqual([]);
  });
});
