import { existsSync } from "node:fs";
import puppeteer, { type Browser, type Page } from "puppeteer-core";

/** Debian's, as it is: it is driven by WebDriver BiDi, which needs no patched build. */
const executablePath = process.env["FIREFOX_PATH"] ?? "/usr/bin/firefox-esr";

/** Whether there is a Firefox to drive. On CI there must be one; elsewhere its test is left out, and says so. */
export function hasFirefox(): boolean {
  if (existsSync(executablePath)) return true;
  const advice = `No Firefox at ${executablePath}: install firefox-esr, or set FIREFOX_PATH.`;
  if (process.env["CI"]) throw new Error(advice);
  console.warn(`\n*** THE SITE IS NOT TESTED IN FIREFOX. ${advice} ***\n`);
  return false;
}

/** A window of Firefox that keeps nothing of the site for later. */
export async function openFirefox(): Promise<{ readonly page: Page; readonly browser: Browser }> {
  const browser = await puppeteer.launch({ browser: "firefox", executablePath, headless: true });
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  await page.evaluateOnNewDocument("navigator.serviceWorker.register = () => new Promise(() => {})");
  return { page, browser };
}
