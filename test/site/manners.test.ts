import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { axeViolations, contrastViolations } from "./support/axe.ts";
import { hasBrowser } from "./support/browser.ts";
import {
  type Calculator,
  calculatorAgain,
  cell,
  costsOf,
  isAlive,
  openCalculator,
  paste,
  textOf,
  type,
} from "./support/calculator.ts";
import { type OpenSite, openSite } from "./support/open-site.ts";
import { drawPicture } from "./support/pictures.ts";

const USUAL_WIDTH = 1280;
const WIDTHS = [360, 768, USUAL_WIDTH, 1920] as const;
/** Colours change no width: the narrowest and the usual one are looked at in the dark. */
const DARK_WIDTHS = [360, USUAL_WIDTH] as const;

/** States of the page that people meet, each as one would come to it. */
const STATES: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  example: async () => {},
  "figure-open": async (page) => {
    await page.locator("article .cost button").first().click();
    await page.locator(".opened tbody tr").first().waitFor();
  },
  "assumption-open": async (page) => {
    await page.locator(".assumptions summary", { hasText: "Host" }).first().click();
    await page.locator(".options label").first().waitFor();
    await page.locator("summary", { hasText: "Prices" }).click();
    await page.locator("summary", { hasText: "Currency, day" }).click();
  },
  "tenant-open": async (page) => {
    await page.getByLabel("Size and growth of Orchid Foods").click();
    await page.locator(".details").waitFor();
  },
  "hosts-open": async (page) => {
    await page.locator("summary", { hasText: "Hosts, one by one" }).click();
    await page.locator(".hosts tbody tr").first().waitFor();
  },
  charts: async (page) => {
    await page.locator(".charts").first().scrollIntoViewIfNeeded();
    await page.getByRole("button", { name: "Show as table" }).first().click();
    await page.locator(".charts canvas").first().waitFor();
    await page.locator("#effects").scrollIntoViewIfNeeded();
    await page.locator('[aria-labelledby="effects"] tbody tr').first().waitFor({ timeout: 60_000 });
  },
  print: async (page) => {
    await page.getByRole("button", { name: "Print quote" }).click();
    await page.locator(".paper .sheet").first().waitFor();
  },
  export: async (page) => {
    await page.getByRole("button", { name: "Export" }).click();
    await page.locator(".exports button").first().waitFor();
  },
  import: async (page) => {
    await page.getByRole("button", { name: "Import…" }).click();
    await page.getByLabel("Or paste rows").fill("tenant,pods,vcpu,memory\nA,many,2,8\nB,1,2,8");
    await page.getByRole("button", { name: "Read", exact: true }).click();
    await page.locator(".mistakes").waitFor();
  },
  presets: async (page) => {
    await page.getByRole("button", { name: "Add a preset…" }).click();
    await page.locator(".library summary").first().click();
  },
  scenarios: async (page) => {
    await page.getByRole("button", { name: "Scenarios" }).click();
    await page.getByLabel("Save what is shown as").waitFor();
  },
  invalid: async (page) => {
    await type(page, "Pods", "Kite Media", "many");
    await page.locator(".problems li").waitFor();
  },
  infeasible: async (page) => {
    await page.getByLabel("Size and growth of Orchid Foods").click();
    await page.getByLabel("GiB each").first().fill("4000");
    await page.locator(".limits .loss").first().waitFor();
  },
  empty: async (page) => {
    await page.getByRole("button", { name: "Scenarios" }).click();
    await page.getByRole("button", { name: "Start empty" }).click();
    await costsOf(page);
  },
  huge: async (page) => {
    const rows = Array.from({ length: 500 }, (_, index) => [`Tenant ${index}`, 4, 2, 8, 0, "own", 900].join("\t"));
    await cell(page, "Tenant", "Orchid Foods").focus();
    await paste(page, rows.join("\n"));
    await costsOf(page);
  },
};

/** States of another plan than the example's: each has a window of its own. */
const ANOTHER_PLAN: readonly string[] = ["infeasible", "empty", "huge"];

describe.skipIf(!hasBrowser())("the calculator's manners", () => {
  let site: OpenSite;
  /** One window for the states of one plan, each after what was done for the one before is taken back. */
  let looked: Calculator | undefined;

  beforeAll(async () => {
    site = await openSite();
  }, 120_000);
  afterAll(() => site?.close());

  it.each(Object.keys(STATES))(
    "%s: no accessibility rule broken in light or dark, nothing said, no scrolling sideways",
    async (state) => {
      looked =
        looked === undefined || ANOTHER_PLAN.includes(state)
          ? await openCalculator(site, { colorScheme: "light", reducedMotion: "reduce" })
          : await calculatorAgain(site, looked);
      const { page, said, asked } = looked;
      await page.setViewportSize({ width: USUAL_WIDTH, height: 900 });
      await page.emulateMedia({ colorScheme: "light" });
      await STATES[state]?.(page);
      for (const [colorScheme, widths] of Object.entries({ light: WIDTHS, dark: DARK_WIDTHS })) {
        await page.emulateMedia({ colorScheme: colorScheme as "light" | "dark" });
        for (const width of widths) {
          await page.setViewportSize({ width, height: 900 });
          expect(await page.evaluate("document.documentElement.scrollWidth"), `${width} px`).toBe(width);
          await drawPicture(page, `${state}-${width}-${colorScheme}`);
          const found = await violationsAt(page, width, colorScheme);
          expect(found, `${width} px, ${colorScheme}`).toEqual([]);
        }
      }
      expect(said).toEqual([]);
      expect(asked.filter((url) => !url.startsWith(`${site.origin}/`) && !url.startsWith("data:"))).toEqual([]);
      if (!ANOTHER_PLAN.includes(state)) return;
      await site.closeWindows();
      looked = undefined;
    },
  );

  /** Roles and names are the same in both colours; contrast is looked at where all is in sight. */
  async function violationsAt(page: Page, width: number, colorScheme: string): Promise<unknown> {
    if (colorScheme === "dark") return width === USUAL_WIDTH ? contrastViolations(page) : [];
    return width === USUAL_WIDTH || width === WIDTHS[0] ? axeViolations(page) : [];
  }

  describe("in a window of its own", () => {
    afterEach(() => site.closeWindows());

    it("has a heading for every part and a name for every field", async () => {
      const { page } = await openCalculator(site);
      const nameless = await page
        .locator("input, select, button, textarea")
        .evaluateAll(
          (all) =>
            all.filter(
              (one) => Reflect.get(one, "labels")?.length === 0 && !one.getAttribute("aria-label") && !one.textContent,
            ).length,
        );
      expect(nameless).toBe(0);
      const levels = await page
        .locator("h1, h2, h3")
        .evaluateAll((all) => all.map(({ tagName }) => Number(tagName[1])));
      expect(levels.filter((level) => level === 1).length).toBe(1);
      expect(await page.locator("h2").count()).toBeGreaterThan(5);
    });

    it("writes numbers and money as the locale does, and reads them so", async () => {
      const { page } = await openCalculator(site);
      const before = await costsOf(page);
      await page.locator("summary", { hasText: "Currency, day" }).click();
      await page.getByLabel("Numbers as in").selectOption("de");
      await page.locator("article", { hasText: "39.284" }).waitFor();
      expect(await costsOf(page)).toEqual(before);
      expect(await textOf(page.getByLabel("vCPU, requested, Clinic Nord"))).toBe("3,5");
      await type(page, "vCPU", "Kite Media", "10,0");
      expect(await costsOf(page)).toEqual(before);
      await type(page, "Price", "Kite Media", "3.400,00");
      await costsOf(page);
      expect(await page.locator(".problems li").count()).toBe(0);
    });

    it("works without a connection after one visit, and says by which data", async () => {
      const { page, said } = await openCalculator(site, { keepsSite: true });
      await page.evaluate("navigator.serviceWorker.ready");
      const context = page.context();
      await context.setOffline(true);
      const again = await context.newPage();
      await again.goto(site.origin);
      await isAlive(again);
      await again.locator('[data-row="3"][data-column="2"]').fill("30");
      const costs = await costsOf(again);
      expect(costs[0]).not.toBe("39283.75");
      await again.locator("article .cost button").first().click();
      await again.locator(".opened tbody a").first().waitFor();
      expect(await textOf(again.locator(".data-release"))).toMatch(/by data \d+\.\d+\.\d+\+[0-9a-f]{8}\./);
      // Another release's figures are there too.
      await again.keyboard.press("Escape");
      await again.locator("summary", { hasText: "NKP release" }).click();
      await again.getByLabel("2.16.1").check();
      expect(await costsOf(again)).not.toEqual(costs);
      expect(said).toEqual([]);
    });

    it("keeps what was entered where the page itself fails, and tries again", async () => {
      const { page } = await openCalculator(site);
      await type(page, "vCPU", "Kite Media", "13");
      await costsOf(page);
      await page.evaluate(
        "Intl.Sound = Intl.DisplayNames; Intl.DisplayNames = function () { throw new Error('broken'); }",
      );
      await page.locator("summary", { hasText: "Currency, day" }).click();
      const alert = page.getByRole("alert");
      await alert.waitFor();
      expect(await textOf(alert)).toContain("What you entered is kept");
      const href = (await alert.locator("a[download]").getAttribute("href")) ?? "";
      expect(decodeURIComponent(href)).toContain('"cpu": "13"');
      await page.evaluate("Intl.DisplayNames = Intl.Sound");
      await alert.getByRole("button", { name: "Try again" }).click();
      expect(await cell(page, "vCPU", "Kite Media").inputValue()).toBe("13");
    });

    it("can be read at twice the size", async () => {
      const { page } = await openCalculator(site, { viewport: { width: 640, height: 450 }, deviceScaleFactor: 2 });
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(640);
    });
  });
});
