import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";

const dist = fileURLToPath(new URL("../../../site/dist/", import.meta.url));

/** Address of every page that was built, `/404.html` included. */
export function builtPages(): readonly string[] {
  return readdirSync(dist, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".html"))
    .map((path) => `/${path.replace(/(^|\/)index\.html$/, "$1")}`)
    .sort();
}

/** What a page says of itself, read from it as it stands in the browser. */
export interface PageFacts {
  readonly path: string;
  readonly title: string;
  readonly description: string;
  /** Levels of the headings, in the order of the page. */
  readonly headings: readonly number[];
  readonly ids: readonly string[];
  readonly links: readonly string[];
  readonly scripts: number;
  readonly inlineStyles: number;
  readonly figures: readonly ShownFigure[];
}

/** A figure as a page opens it: its value and the values of its lines, as texts. */
export interface ShownFigure {
  readonly plan: string;
  readonly prices: string;
  readonly id: string;
  readonly value: string;
  readonly lines: readonly string[];
}

export async function factsOf(page: Page, path: string): Promise<PageFacts> {
  const facts = await page.evaluate(`({
    title: document.title,
    description: document.querySelector("meta[name=description]")?.content ?? "",
    headings: [...document.querySelectorAll("h1,h2,h3,h4,h5,h6")].map(({ tagName }) => Number(tagName[1])),
    ids: [...document.querySelectorAll("[id]")].map(({ id }) => id),
    links: [...document.querySelectorAll("a[href]")].map(({ href }) => href),
    scripts: document.scripts.length,
    inlineStyles: document.querySelectorAll("[style]").length,
    figures: [...document.querySelectorAll("[data-figure]")].map((one) => ({
      plan: one.dataset.plan,
      prices: one.dataset.prices,
      id: one.dataset.figure,
      value: one.querySelector("[data-value]").textContent.trim(),
      lines: [...one.querySelectorAll("[data-line]")].map(({ textContent }) => textContent.trim()),
    })),
  })`);
  return { path, ...(facts as Omit<PageFacts, "path">) };
}
