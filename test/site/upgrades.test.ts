import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import fleet from "../../packages/catalog/data/examples/msp-fleet.json" with { type: "json" };
import { axeAndTargetViolations, contrastViolations } from "./support/axe.ts";
import { hasBrowser } from "./support/browser.ts";
import { isPlanned, openCalculator, textOf } from "./support/calculator.ts";
import { oneWindow } from "./support/one-window.ts";
import type { OpenSite } from "./support/open-site.ts";
import { drawPicture } from "./support/pictures.ts";
import { playedFleet } from "./support/played-fleet.ts";

describe.skipIf(!hasBrowser())("upgrades on the page", () => {
  let site: OpenSite;
  let page: Page;
  let said: string[];
  let asked: string[];
  oneWindow((calculator, at) => {
    ({ page, said, asked } = calculator);
    site = at;
  });

  const card = (on = page) => on.locator('section[aria-labelledby="upgrades"]');
  const table = (caption: string, on = page) =>
    card(on).locator("table", { has: on.locator("caption", { hasText: caption }) });
  const open = async (on = page) => {
    await card(on).locator("summary").focus();
    await on.keyboard.press("Enter");
    await card(on).locator("table tbody tr").first().waitFor();
  };
  const openFields = async (on = page) => {
    await on.locator(".assumptions summary", { has: on.getByText("Upgrades", { exact: true }) }).click();
    await on.getByLabel("Ready after, days, Kite Media").waitFor();
  };
  /** Until the calendars are those of what is typed: the plan is made first, the calendars from it. */
  const isWorkedOut = async () => {
    await isPlanned(page);
    await card().locator('.upgrades[aria-busy="false"]').waitFor();
  };
  const fill = async (label: string, text: string) => {
    await page.getByLabel(label, { exact: true }).fill(text);
    await isWorkedOut();
  };
  /** The fleet of the page as a fleet file with what was typed. */
  const fleetWith = (upgrades: object | undefined, kite: object) => ({
    ...fleet,
    ...(upgrades === undefined ? {} : { upgrades }),
    tenants: fleet.tenants.map((tenant) => (tenant.id === "kite" ? { ...tenant, upgrades: kite } : tenant)),
  });
  const showAll = async (caption: string) => {
    const more = card().getByRole("button", { name: /^Show \d+ more/ });
    while ((await more.count()) > 0) await more.first().click();
    return table(caption).locator("tbody tr");
  };
  const rowsShown = async (title: string) => {
    const rows = await showAll(`Upgrades, ${title}`);
    return rows.evaluateAll((all) =>
      all.map((row) => {
        const [cluster = "", , wanted = "", comes = "", days = "", waits = ""] = [...row.children].map(
          ({ textContent }) => textContent ?? "",
        );
        return [cluster, wanted, comes.split(":")[0], Number(days.replaceAll(",", "")), waits];
      }),
    );
  };

  it("cost nothing before they are opened", async () => {
    await card().locator("summary").scrollIntoViewIfNeeded();
    expect(asked.filter((url) => /Calendars|UpgradeFields/.test(url))).toEqual([]);
    expect(await card().locator("table, svg").count()).toBe(0);
  });

  it("follow the fields, and say what the command line says of the same fleet, for every model", async () => {
    await open();
    await openFields();
    await fill("Maintenance every, days", "14");
    await fill("Prism Central runs", "pc.7.3");
    await fill("Ready after, days, Kite Media", "365");
    await fill("Freezes, Kite Media", "2026-12-01 to 2027-01-10, 2027-07-01 to 2027-07-31");
    const upgrades = { everyDays: 14, prismCentral: "pc.7.3" };
    const freezes = [
      { from: "2026-12-01", to: "2027-01-10" },
      { from: "2027-07-01", to: "2027-07-31" },
    ];
    const { document, titles } = playedFleet(fleetWith(upgrades, { readyAfterDays: 365, freezes }));
    const names = new Map(fleet.tenants.map(({ id, name }) => [id, name]));
    let waitsCount = 0;
    for (const { modelId, planes, clusters } of document.calendars) {
      const title = titles.get(modelId) ?? "";
      await card().getByRole("radio", { name: title }).check();
      await table(`Upgrades, ${title}`).waitFor();
      const expected = [...planes, ...clusters].flatMap(({ name, steps }) =>
        steps.map((step) => [name, step.wantedOn ?? "never", step.movedOn ?? "never", step.heldBackDays]),
      );
      const shown = await rowsShown(title);
      expect(shown.map((row) => row.slice(0, 4))).toEqual(expected);
      const held = [...planes, ...clusters].flatMap(({ steps }) => steps.map(({ heldBy }) => heldBy));
      for (const [index, heldBy] of held.entries()) {
        for (const { tenantId, days } of heldBy) {
          if (tenantId === null) continue;
          waitsCount += 1;
          const unit = days === 1 ? "day" : "days";
          expect(shown[index]?.[4]).toContain(`${names.get(tenantId)}, ${days.toLocaleString("en")} ${unit}`);
        }
      }
    }
    expect(waitsCount).toBeGreaterThan(0);
    expect(said).toEqual([]);
  });

  it("are taken back by undo, and travel in a link", async () => {
    await open();
    await openFields();
    const ofKite = (on = page) => table("Tenants", on).locator("tr", { hasText: "Kite Media" }).locator("td");
    const before = await ofKite().allTextContents();
    await fill("Ready after, days, Kite Media", "never");
    // Who is never ready is never upgraded.
    expect(await ofKite().nth(1).textContent()).toBe("0");
    const never = await ofKite().allTextContents();
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.getByRole("button", { name: "Share link" }).click();
    await page.locator(".news", { hasText: "The link is copied" }).waitFor();
    const url = await page.evaluate("navigator.clipboard.readText()");
    const other = await openCalculator(site, {}, `/${new URL(String(url)).hash}`);
    await openFields(other.page);
    expect(await other.page.getByLabel("Ready after, days, Kite Media").inputValue()).toBe("never");
    await open(other.page);
    expect(await ofKite(other.page).allTextContents()).toEqual(never);
    await other.page.close();
    await page.getByRole("button", { name: "Undo" }).click();
    await isWorkedOut();
    expect(await page.getByLabel("Ready after, days, Kite Media").inputValue()).toBe("");
    expect(await ofKite().allTextContents()).toEqual(before);
  });

  it("say a mistake at its field in the planner's words, and keep what a file brought", async () => {
    await page.getByRole("button", { name: "Import…" }).click();
    await page.getByLabel("File", { exact: true }).setInputFiles({
      name: "mine.json",
      mimeType: "text/plain",
      buffer: Buffer.from(JSON.stringify(fleetWith({ risks: { cgroupV1: false } }, { certified: ["2.17", "2.18"] }))),
    });
    await page.getByRole("button", { name: "Open this fleet" }).click();
    await isPlanned(page);
    await openFields();
    const kite = page.locator(".upgrade-fields tr", { hasText: "Kite Media" });
    expect(await textOf(kite.locator("th"))).toContain("certified");
    for (const [field, text, words] of [
      ["Ready after, days", "soon", /found "soon", expected/],
      ["Freezes", "2027-03-01 to 2027-02-01", /found 2027-02-01, expected a day from 2027-03-01 on/],
      ["Runs version", "2.3.1", /found "2\.3\.1", expected a version that was out on/],
    ] as const) {
      const input = page.getByLabel(`${field}, Kite Media`);
      await input.fill(text);
      await kite.locator(".field-problem").waitFor();
      expect(await textOf(kite.locator(".field-problem"))).toMatch(words);
      expect(await input.getAttribute("aria-invalid")).toBe("true");
      const id = (await input.getAttribute("aria-describedby")) ?? "";
      expect(await page.evaluate(`document.getElementById(${JSON.stringify(id)}).textContent`)).toMatch(words);
      await input.fill("");
      await isPlanned(page);
      await kite.locator(".field-problem").waitFor({ state: "detached" });
    }
    await page.getByLabel("Prism Central runs").fill("pc.9");
    await page.locator(".fields .field-problem", { hasText: 'found "pc.9"' }).waitFor();
    expect(await textOf(kite.locator("th"))).toContain("certified");
    expect(said).toEqual([]);
  });

  it("break no rule of accessibility, scroll the page sideways at no width, and are drawn in light and dark", async () => {
    await open();
    await openFields();
    await fill("Ready after, days, Kite Media", "365");
    await page.getByLabel("Prism Central runs").focus();
    await card()
      .getByRole("radio", { name: /Ultimate/ })
      .first()
      .check();
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      for (const width of [360, 1280]) {
        await page.setViewportSize({ width, height: 900 });
        expect(await page.evaluate("document.documentElement.scrollWidth"), `${width} px`).toBe(width);
        await drawPicture(page, `upgrades-${width}-${colorScheme}`);
        const found = colorScheme === "light" ? axeAndTargetViolations(page) : contrastViolations(page);
        expect(await found, `${width} px, ${colorScheme}`).toEqual([]);
      }
    }
    await page.emulateMedia({ colorScheme: null });
    await page.setViewportSize({ width: 1280, height: 900 });
    const picture = card().getByRole("img");
    expect(await picture.getAttribute("aria-label")).toMatch(/upgrades of \d+ clusters from .* The tables below/);
    expect(said).toEqual([]);
  });
});
