import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Rules of accessibility that the page breaks as it stands, with the first element of each: enough to find it. */
export function axeViolations(page: Page): Promise<unknown> {
  return violations(page, "{}");
}

/** The same, and that every target is 24 px high and wide: a rule of WCAG 2.2 that axe leaves off by default. */
export function axeAndTargetViolations(page: Page): Promise<unknown> {
  return violations(page, `{ rules: { "target-size": { enabled: true } } }`);
}

/** The one rule that another scheme of colours can break. */
export function contrastViolations(page: Page): Promise<unknown> {
  return violations(page, `{ runOnly: ["color-contrast"] }`);
}

async function violations(page: Page, options: string): Promise<unknown> {
  if (!(await page.evaluate("'axe' in window"))) await loadAxe(page);
  return page.evaluate(`axe.run({ resultTypes: ["violations"], ...${options} }).then(({ violations }) => violations.map(({ id, nodes }) => (
    { id, count: nodes.length, target: nodes[0].target, why: nodes[0].failureSummary }
  )))`);
}

/**
 * Half a megabyte: as a script of its own the browser keeps it compiled for the next page of the window, which it does
 * not for a text that is evaluated inside another. The page's own policy does not apply to it.
 */
async function loadAxe(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const { exceptionDetails } = await session.send("Runtime.evaluate", { expression: axeSource });
  if (exceptionDetails !== undefined) throw new Error(`axe did not load: ${exceptionDetails.text}`);
  await session.detach();
}
