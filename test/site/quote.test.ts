import type { Page } from "playwright-core";
import { beforeEach, describe, expect, it } from "vitest";
import { FLEET, fileOf, PRICES } from "../support/command-line.ts";
import { cli } from "../support/process.ts";
import { hasBrowser } from "./support/browser.ts";
import { isPlanned, isWritten, textOf } from "./support/calculator.ts";
import { oneWindow } from "./support/one-window.ts";
import type { OpenSite } from "./support/open-site.ts";
import { pagesOfPdf } from "./support/pdf-text.ts";
import { artefacts } from "./support/pictures.ts";

const LOGO =
  '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="30"><rect width="90" height="30" fill="#0b7261"/></svg>';

/** Every element of the paper as it goes to a printer: what it is, what it says, how it looks. */
const DRAWN = `(() => {
  const looks = ["fontSize", "fontWeight", "fontFamily", "color", "textAlign", "marginTop", "paddingTop", "paddingLeft",
    "paddingRight", "paddingBottom", "borderTopWidth", "borderTopColor", "borderBottomWidth", "display", "maxHeight", "float", "whiteSpace", "page",
    "fontVariantNumeric", "lineHeight", "breakInside", "breakBefore", "breakAfter", "overflowWrap"];
  return [...document.querySelectorAll(".paper .sheet, .paper .sheet *")].map((element) => {
    const style = getComputedStyle(element);
    const own = [...element.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE);
    return [
      element.tagName,
      own.map(({ data }) => data.trim()).join(""),
      element.getAttribute("src") ?? "",
      element.getAttribute("alt") ?? "",
      ...looks.map((name) => name + " " + style[name]),
    ].join(" | ");
  });
})()`;

describe.skipIf(!hasBrowser())("a quote that one can send", () => {
  let page: Page;
  let site: OpenSite;
  let said: string[];
  oneWindow((calculator, open) => {
    ({ page, said } = calculator);
    site = open;
  });
  beforeEach(async () => {
    await page.getByRole("button", { name: "Print quote" }).click();
    await isWritten(page);
  });

  const chooseLogo = (name: string, content: string | Buffer, mimeType = "image/svg+xml") =>
    page.getByLabel("Logo", { exact: true }).setInputFiles({ name, mimeType, buffer: Buffer.from(content) });

  it("is the same document from the command line: every element, text and look", async () => {
    await page.locator("#quoted-tenant").selectOption("kite");
    await page.getByText(/^More clusters of the same customer/).click();
    await page.getByLabel("Basalt Bank", { exact: true }).check();
    await page.getByLabel("Your company").fill("Northwind");
    await page.getByLabel("Customer", { exact: true }).fill("Kite <b>Group</b>");
    await page.getByLabel("Address and contact").fill("Hafenstraße 12\nHamburg");
    await page.getByLabel("Number of the quote").fill("Q-17");
    await page.getByLabel("Valid until").fill("2027-01-31");
    await page.getByLabel("Tax, percent").fill("7.7");
    await page.getByRole("button", { name: "Add a one-off item" }).click();
    await page.getByLabel("Item 1", { exact: true }).fill("Set-up");
    await page.getByLabel("Amount 1, EUR").fill("1200.5");
    await chooseLogo("logo.svg", LOGO);
    await page.locator(".paper img.logo").waitFor();
    const model = await page
      .locator("fieldset", { hasText: "Model" })
      .locator("input:checked")
      .first()
      .getAttribute("value");
    await page.getByText("Currency, day, numbers", { exact: true }).click();
    for (const language of ["en", "de"]) {
      await page.getByLabel("Numbers as in").selectOption(language);
      await isPlanned(page);
      await page.locator(`.paper .sheet[lang="${language}"]`).waitFor();
      const { code, stdout } = await cli([
        ...["quote", FLEET, "--prices", PRICES, "--model", model ?? "starter-self-managed"],
        ...["--tenant", "kite", "--tenant", "basalt", "--format", "html", "--language", language],
        ...[
          "--letterhead",
          fileOf("head.txt", "Northwind\nHafenstraße 12\nHamburg"),
          "--logo",
          fileOf("logo.svg", LOGO),
        ],
        ...["--customer", "Kite <b>Group</b>", "--number", "Q-17", "--valid-until", "2027-01-31", "--tax", "7.7"],
        ...["--item", "Set-up=1200.5"],
      ]);
      expect(code).toBe(0);
      const other = await site.window({ viewport: { width: 1280, height: 900 } });
      const asked: string[] = [];
      other.on("request", (request) => asked.push(request.url()));
      await other.setContent(stdout);
      await Promise.all([page, other].map((one) => one.emulateMedia({ media: "print" })));
      const [here, there] = (await Promise.all([page, other].map((one) => one.evaluate(DRAWN)))) as string[][];
      expect(there?.length).toBeGreaterThan(100);
      expect(there).toEqual(here);
      expect(asked.filter((url) => !url.startsWith("data:"))).toEqual([]);
      await page.pdf({ format: "A4", path: `${artefacts}quote-site-${language}.pdf` });
      await other.pdf({ format: "A4", path: `${artefacts}quote-cli-${language}.pdf` });
      await page.emulateMedia({ media: "screen" });
      await other.emulateMedia({ media: "screen" });
      await other.screenshot({ path: `${artefacts}quote-cli-${language}.png`, fullPage: true });
      await other.close();
      const texts = ["site", "cli"].map((name) => pagesOfPdf(`${artefacts}quote-${name}-${language}.pdf`));
      expect(texts[1]?.map(inWords)).toEqual(texts[0]?.map(inWords));
    }
    expect(said).toEqual([]);
  });

  it("has the logo on top with who it is of, kept in this browser, and in nothing that is passed on", async () => {
    await page.getByLabel("Your company").fill("Northwind");
    await page.getByLabel("Address and contact").fill("Hafenstraße 12");
    await chooseLogo("anything", LOGO, "");
    const logo = page.locator(".paper img.logo");
    await logo.waitFor();
    await isWritten(page);
    expect(await logo.getAttribute("alt")).toBe("Northwind");
    const width = "(({ naturalWidth }) => naturalWidth)(document.querySelector('.paper img.logo'))";
    await page.waitForFunction(`${width} > 0`);
    expect(await page.evaluate(width)).toBe(90);
    // A link carries what is kept as the present scenario, and nothing else.
    await page.waitForFunction("localStorage.getItem('nkp-planner.current')?.includes('Northwind')");
    const kept = (await page.evaluate("JSON.stringify(Object.entries(localStorage))")) as string;
    expect(kept.match(/data:/g)?.length).toBe(1);
    for (const [key, value] of JSON.parse(kept) as [string, string][])
      expect(value.includes("Hafen") || value.includes("data:"), key).toBe(key === "nkp-planner.letterhead");
    // Another window of the same browser has it; taken back, nobody has.
    const other = await page.context().newPage();
    await other.goto(`${site.origin}/`);
    await other.getByRole("button", { name: "Print quote" }).click();
    await other.locator(".paper img.logo").waitFor();
    await other.close();
    await page.getByRole("button", { name: "Remove the logo" }).click();
    await logo.waitFor({ state: "detached" });
    await page.getByLabel("Address and contact").fill("");
    expect(await page.evaluate("localStorage.getItem('nkp-planner.letterhead')")).toBe('{"logo":"","address":""}');
  });

  it("refuses a logo that is none or too large, and runs nothing of one that tries", async () => {
    await chooseLogo("big.svg", `<svg>${" ".repeat(300_000)}</svg>`);
    await page.getByText("big.svg is larger than 256 KiB: choose a smaller one.").waitFor();
    await chooseLogo("text.svg", "<html><script>document.title = 'run'</script></html>");
    await page.getByText("The logo is no PNG, JPEG or SVG picture: choose another.").waitFor();
    expect(await page.locator(".paper img.logo").count()).toBe(0);
    const script = LOGO.replace(
      "</svg>",
      '<script>document.title = "run"</script><image href="https://example.org/x.png"/></svg>',
    );
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await chooseLogo("script.svg", script);
    await page.locator(".paper img.logo").waitFor();
    expect(await page.title()).not.toBe("run");
    expect(asked.filter((url) => url.startsWith("https:"))).toEqual([]);
    await page.getByRole("button", { name: "Remove the logo" }).click();
  });

  it("has one-off items in a block of their own, never in what recurs, and says which cannot be read", async () => {
    const monthly = await page.locator(".paper table", { hasText: "What recurs" }).locator(".total td").textContent();
    await page.getByRole("button", { name: "Add a one-off item" }).click();
    await page.getByLabel("Item 1", { exact: true }).fill("Migration <i>");
    await page.getByLabel("Amount 1, EUR").fill("1,200");
    await page.getByText("“1,200” is no amount such as 1200 or 1200.50 (one-off item “Migration <i>”).").waitFor();
    expect(await page.locator(".paper table", { hasText: "Further one-off items" }).count()).toBe(0);
    await page.getByLabel("Amount 1, EUR").fill("1200");
    const block = page.locator(".paper table", { hasText: "Further one-off items" });
    await block.waitFor();
    expect(await textOf(block)).toContain("Migration <i>");
    expect(await block.locator("td").allTextContents()).toEqual(["1,200.00", "1,200.00"]);
    expect(await page.locator(".paper table", { hasText: "What recurs" }).locator(".total td").textContent()).toBe(
      monthly,
    );
    await page.getByRole("button", { name: "Remove item 1" }).click();
    await block.waitFor({ state: "detached" });
  });
});

/** Where columns begin is a matter of less than a point. */
function inWords(text: string): string {
  return text.replaceAll(/\s+/g, " ");
}
