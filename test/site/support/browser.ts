import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

/** Debian's: the shell without a window's trimmings starts a page in a third of the time, by the same engine. */
const INSTALLED = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"];
const executablePath = process.env["CHROMIUM_PATH"] ?? INSTALLED.find(existsSync) ?? "/usr/bin/chromium";

/** Whether there is a browser to drive. On CI there must be one; elsewhere the tests are left out, and say so. */
export function hasBrowser(): boolean {
  if (existsSync(executablePath)) return true;
  const advice = `No Chromium at ${executablePath}: install it, or set CHROMIUM_PATH.`;
  if (process.env["CI"]) throw new Error(advice);
  console.warn(`\n*** THE SITE IS NOT TESTED. ${advice} ***\n`);
  return false;
}

/** The installed browser, with everything off that would call home. */
export function launchBrowser(more: readonly string[] = []): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run",
      ...more,
    ],
  });
}
