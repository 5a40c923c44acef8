import { describe, it } from "vitest";
import { openSite } from "./support/open-site.ts";
import { openCalculator } from "./support/calculator.ts";
describe("look", () => {
  it("at it", async () => {
    const site = await openSite();
    for (const [w, h, scheme] of [[1280, 900, "light"], [360, 740, "dark"]] as const) {
      const { page } = await openCalculator(site, { viewport: { width: w, height: h }, colorScheme: scheme });
      await page.waitForTimeout(4000);
      await page.screenshot({ path: `/tmp/m/look-${w}.png`, fullPage: true });
    }
    await site.close();
  }, 120000);
});
