import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";

/** Drawn for people to look at, on request: `pnpm pictures`. No test depends on one. */
const isWanted = process.env["PICTURES"] === "1";

/** Where pictures and papers of the last run are, to be looked at. */
export const artefacts = fileURLToPath(new URL("../../.artefacts/", import.meta.url));
mkdirSync(artefacts, { recursive: true });

/** A picture of a long page takes longer than all that is looked at in it. */
export const PATIENCE_MS = isWanted ? 900_000 : 170_000;

/** The page, narrow and wide; left as wide as it was. */
export async function drawPictures(page: Page, name: string): Promise<void> {
  const asItWas = page.viewportSize();
  if (!isWanted || asItWas === null) return;
  for (const width of [360, 1280]) {
    await page.setViewportSize({ ...asItWas, width });
    await drawPicture(page, `${name}-${width}`);
  }
  await page.setViewportSize(asItWas);
}

/** Nobody looks at more of a page, and of some the browser cannot draw all at once. */
const TALLEST_PX = 9000;

/** The page as it stands, from its top. */
export async function drawPicture(page: Page, name: string): Promise<void> {
  if (!isWanted) return;
  const { scrollWidth: width, scrollHeight } = (await page.evaluate(
    "({ scrollWidth: document.documentElement.scrollWidth, scrollHeight: document.documentElement.scrollHeight })",
  )) as { scrollWidth: number; scrollHeight: number };
  const clip = { x: 0, y: 0, width, height: Math.min(scrollHeight, TALLEST_PX) };
  await page.screenshot({ path: `${artefacts}${name}.png`, fullPage: true, clip });
}
