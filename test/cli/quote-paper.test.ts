import { chmodSync, existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { moneyNumberText } from "@nkp-planner/core";
import { describe, expect, it } from "vitest";
import { hasBrowser } from "../site/support/browser.ts";
import { pagesOfPdf } from "../site/support/pdf-text.ts";
import { FEW, FLEET, fewText, fileOf, folder, LIST, PRICES } from "../support/command-line.ts";
import { cli } from "../support/process.ts";

const bodyOf = (html: string) => html.replace(/<style>[\s\S]*?<\/style>\n/, "");
/** As the machine has it. */
const env = Object.fromEntries(
  ["PATH", "HOME", "CHROMIUM_PATH"].flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  }),
);
const BY_LIST = ["--price-list", LIST, "--set", "agreed-prices=ignored"];
const OWN = fileOf("own.yaml", fewText.replace("illustrative: true", "illustrative: false"));
const HEAD = fileOf("head.txt", "Northwind\r\n\r\n  Hafenstraße 12, Hamburg\n");
const SVG = fileOf(
  "logo",
  '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>',
);

describe("a quote as HTML", () => {
  it("is what the golden files say, in English and in German", async () => {
    const english = await cli([
      "quote",
      FLEET,
      "--prices",
      PRICES,
      ...BY_LIST,
      "--tenant",
      "umbra",
      "--format",
      "html",
    ]);
    expect(english.code).toBe(0);
    await expect(bodyOf(english.stdout)).toMatchFileSnapshot("../golden/quote-en.html");
    const terms = ["--number", "A-17", "--tax", "19", "--item", "Einrichtung=1200", "--item", "Umzug von x=y=850,50"];
    const letter = [
      "--letterhead",
      HEAD,
      "--logo",
      SVG,
      "--customer",
      "Orchid Foods AG",
      "--valid-until",
      "2027-01-31",
    ];
    const named = ["--tenant", "orchid", "--tenant", "basalt", "--language", "de", "--format", "html"];
    const german = await cli(["quote", OWN, "--prices", PRICES, ...named, ...terms, ...letter]);
    expect(german.code).toBe(0);
    await expect(bodyOf(german.stdout)).toMatchFileSnapshot("../golden/quote-de.html");
  });

  it("has never two customers in one file, and into a folder writes one for each", async () => {
    const together = await cli(["quote", FEW, "--format", "html"]);
    expect(together).toMatchObject({ code: 2, stdout: "" });
    expect(together.stderr).toMatch(/found quotes of 3 tenants in one file/);
    expect(together.stderr).toMatch(/--tenant ID/);
    const out = join(folder, "quotes/");
    expect(await cli(["quote", FEW, "--format", "html", "--out", out])).toMatchObject({ code: 0, stdout: "" });
    expect(readdirSync(out).sort()).toEqual(["quote-basalt.html", "quote-clinic-nord.html", "quote-orchid.html"]);
    for (const [id, other] of [
      ["orchid", "Basalt"],
      ["basalt", "Orchid"],
    ]) {
      const html = readFileSync(join(out, `quote-${id}.html`), "utf8");
      expect(html).not.toContain(other);
    }
    // What is one customer's alone is not written to three.
    const numbered = await cli(["quote", FEW, "--format", "html", "--out", join(folder, "n/"), "--number", "1"]);
    expect(numbered.code).toBe(2);
    expect(numbered.stderr).toMatch(/found --number for 3 tenants/);
    expect(existsSync(join(folder, "n"))).toBe(false);
  });

  it.each([
    ["a logo that is none", ["--logo", HEAD], /found what is no such picture/],
    [
      "a logo that is too large",
      ["--logo", fileOf("big.svg", `<svg>${" ".repeat(300_000)}</svg>`)],
      /picture of 293 KiB/,
    ],
    ["a logo that is not there", ["--logo", join(folder, "none.png")], /no such file/],
    ["a letterhead of bytes", ["--letterhead", fileOf("head.bin", Buffer.from([0, 1, 2]))], /bytes that are no text/],
    ["a letterhead as long as a letter", ["--letterhead", fileOf("long.txt", "x\n".repeat(13))], /found 13 lines/],
    ["an empty letterhead", ["--letterhead", fileOf("empty.txt", "\n")], /no line with a word/],
    ["a day before its prices", ["--valid-until", "2026-01-01"], /found 2026-01-01, expected a day from/],
    ["a day that no calendar has", ["--valid-until", "2027-02-30"], /is no day such as/],
    ["a tax that is none", ["--tax", "a lot"], /is no percentage/],
    ["an item without an amount", ["--item", "Set-up"], /is no item such as/],
    ["an item with thousands", ["--item", "Set-up=1,200"], /is no item such as/],
    ["an out that is below a file", ["--out", join(FEW, "x.html")], /a file in the way of a folder/],
    ["an out that is there already", ["--out", OWN], /a file that is there already/],
    ["a reader from inside", ["--audience", "internal"], /with --audience internal/],
    ["a tenant of nobody", ["--tenant", "orchit"], /orchit/],
  ])("refuses %s in a sentence", async (_what, args, said) => {
    const { code, stdout, stderr } = await cli(["quote", OWN, "--tenant", "orchid", "--format", "html", ...args]);
    expect(stdout).toBe("");
    expect(code).not.toBe(0);
    expect(code).not.toBe(70);
    expect(stderr.replaceAll(/\s+/g, " ")).toMatch(said);
  });

  it("says which flags another format would pass over", async () => {
    const { code, stderr } = await cli(["quote", OWN, "--number", "1", "--tax", "19"]);
    expect(code).toBe(2);
    expect(stderr.replaceAll(/\s+/g, " ")).toMatch(
      /found --number with --format human.*found --tax with --format human/,
    );
  });

  it("refuses a total that lacks a cluster without a price", async () => {
    const path = fileOf("no-price.yaml", fewText.replace(/^ {4}price:[^\n]*\n(?: {6}[^\n]*\n)*/m, ""));
    const text = readFileSync(path, "utf8");
    expect(text).not.toBe(fewText);
    const ids = [...text.matchAll(/^ {2}- id: (\S+)/gm)].flatMap(([, id = ""]) => ["--tenant", id]);
    const { code, stdout, stderr } = await cli(["quote", path, ...ids, "--format", "html"]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(/no price for/);
  });
});

describe("a quote as PDF", () => {
  const args = ["quote", OWN, "--prices", PRICES, ...BY_LIST, "--tenant", "orchid", "--tenant", "basalt"];

  it.skipIf(!hasBrowser())("has the figures of the JSON, printed by the machine's own browser", async (test) => {
    const path = join(folder, "quote.pdf");
    const written = await cli([...args, "--format", "pdf", "--out", path, "--tax", "7.7", "--item", "Set-up=50"], {
      env,
    });
    expect(written).toMatchObject({ code: 0, stdout: "" });
    const { quotes } = JSON.parse((await cli([...args, "--format", "json"])).stdout);
    const pages = pagesOfPdf(path) ?? test.skip("pdftotext is not installed (poppler-utils): PDF pages unread");
    const text = pages.join("\n");
    expect(quotes.length).toBe(2);
    for (const { name, monthlyPrice, oneTimePrice, recurring, oneTime } of quotes) {
      expect(text).toContain(name);
      for (const price of [monthlyPrice, oneTimePrice]) expect(text).toContain(moneyNumberText(price));
      for (const line of [...recurring, ...oneTime]) expect(text).toContain(moneyNumberText(line.amount));
    }
    const cents = quotes.reduce(
      (sum: number, { monthlyPrice }: { monthlyPrice: { amount: string } }) =>
        sum + Math.round(Number(monthlyPrice.amount) * 100),
      0,
    );
    const inWords = (value: number) =>
      (value / 100).toLocaleString("en", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
    expect(text).toContain(inWords(cents));
    expect(text).toContain(inWords(cents + Math.round(cents * 0.077)));
    // What is once is in no monthly sum, and the other way round.
    expect(text).toContain("50.00");
    for (const [index, page] of pages.entries()) expect(page).toContain(`page ${index + 1} of ${pages.length}`);
    // The list's prices are invented: it is no offer, on every page, and there is nothing to sign.
    for (const page of pages) expect(page).toContain("Not an offer.");
    expect(text).not.toContain("place and date");
  });

  it.each([
    ["there is none", { PATH: folder }, /no Chromium on this machine/],
    ["the one that is named is none", { CHROMIUM_PATH: join(folder, "nothing") }, /which is no program/],
    ["it crashes", { CHROMIUM_PATH: "/bin/false" }, /ended with code 1 and no PDF/],
    [
      "it leaves something behind that runs on",
      { CHROMIUM_PATH: scriptOf("left", "sleep 20 & exit 3") },
      /ended with code 3/,
    ],
    ["it writes nothing", { CHROMIUM_PATH: scriptOf("idle", "echo no display >&2; exit 0") }, /no PDF: no display/],
    ["it kills itself", { CHROMIUM_PATH: scriptOf("killed", "kill -9 $$") }, /ended with SIGKILL/],
    [
      "what it writes is no PDF",
      {
        CHROMIUM_PATH: scriptOf(
          "odd",
          'for one in "$@"; do case $one in --print-to-pdf=*) echo hello > "$(echo $one | cut -d= -f2)";; esac; done',
        ),
      },
      /no PDF/,
    ],
  ])("is refused in a sentence that names the way without, where %s", async (_what, own, said) => {
    const out = join(folder, "never.pdf");
    const { code, stdout, stderr } = await cli([...args, "--format", "pdf", "--out", out], { env: own });
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    const sentence = stderr.replaceAll(/\s+/g, " ");
    expect(sentence).toMatch(said);
    expect(sentence).toContain("--format html, which every browser prints");
    expect(existsSync(out)).toBe(false);
  });

  it("needs a file where a terminal would show bytes", async () => {
    const { code, stderr } = await cli([...args, "--format", "pdf"], { env, isTTY: true });
    expect(code).toBe(2);
    expect(stderr).toContain("--out quote.pdf");
  });
});

/** A program of two lines, in the place of a browser that fails so. */
function scriptOf(name: string, line: string): string {
  const path = fileOf(name, `#!/bin/sh\n${line}\n`);
  chmodSync(path, 0o755);
  return path;
}
