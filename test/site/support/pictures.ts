import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";

/** Drawn for people to look at, on request: `pnpm pictures`. No test depends on one. */
const isWanted = process.env["PICTURES"] === "1";

/** Where pictures and papers of the last run are, to be looked at. */
export const artefacts = fileURLToPath(new URL("../../.artefacts/", import.meta.url));
mkdirSync(artefacts, { recursive: true });

/** The whole page as it stands, from top to bottom. */
export async function drawPicture(page: Page, name: string): Promise<void> {
  if (isWanted) await page.screenshot({ path: `${artefacts}${name}.png`, fullPage: true });
}
