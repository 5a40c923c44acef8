import { afterAll, beforeAll, beforeEach } from "vitest";
import { type Calculator, calculatorAgain } from "./calculator.ts";
import { type OpenSite, openSite } from "./open-site.ts";

/**
 * Opens the site once for the tests of a block, and gives each of them the calculator as it begins.
 * @param take called before each test
 */
export function oneWindow(take: (calculator: Calculator, site: OpenSite) => void): void {
  let site: OpenSite | undefined;
  let calculator: Calculator | undefined;
  beforeAll(async () => {
    site = await openSite();
  }, 120_000);
  afterAll(() => site?.close());
  beforeEach(async () => {
    if (site === undefined) return;
    calculator = await calculatorAgain(site, calculator);
    take(calculator, site);
  });
}
