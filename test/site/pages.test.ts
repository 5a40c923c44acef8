import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import * as adapters from "@nkp-planner/adapters";
import { checkRules } from "@nkp-planner/adapters/check";
import { tenantColumns } from "@nkp-planner/adapters/tenant-table";
import * as catalog from "@nkp-planner/catalog";
import * as core from "@nkp-planner/core";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cli } from "../support/process.ts";
import { axeAndTargetViolations, contrastViolations } from "./support/axe.ts";
import { hasBrowser } from "./support/browser.ts";
import { type OpenSite, openSite } from "./support/open-site.ts";
import { drawPictures, PATIENCE_MS } from "./support/pictures.ts";
import { builtPages, factsOf, type PageFacts, type ShownFigure } from "./support/site-pages.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const run = promisify(execFile);
const { exampleFleet: fleet, examplePriceBook: priceBook, examplePriceList: priceList } = catalog;

type ColorScheme = "light" | "dark";

/** One for each core of a small machine. */
const WINDOWS = ["first", "second"] as const;

describe.skipIf(!hasBrowser())("every page, built and opened in a browser", () => {
  let site: OpenSite;
  let page: Page;
  let paths: readonly string[] = [];
  let facts: readonly PageFacts[] = [];
  const faults: Record<"axe" | "sideways" | "console" | "foreign", unknown[]> = {
    axe: [],
    sideways: [],
    console: [],
    foreign: [],
  };

  /**
   * One visit a page, 360 px wide, in one window of several that take the next page of those left. The pages have no
   * script (a test below keeps that), so that colours follow the scheme by styles alone: one that is switched to the
   * dark is what one loaded in the dark would be. The calculator, which has a script, is loaded in each.
   */
  async function lookAt(left: string[], seen: PageFacts[]): Promise<void> {
    const window = await site.window({ colorScheme: "light", viewport: { width: 360, height: 900 } });
    let path = "";
    const note = (text: string) => faults.console.push({ path, text });
    window.on("console", (message) => note(message.text()));
    window.on("pageerror", (error) => note(error.message));
    window.on("request", (request) => {
      if (!request.url().startsWith(`${site.origin}/`)) faults.foreign.push({ path, url: request.url() });
    });
    while (left.length > 0) {
      path = left.shift() as string;
      await window.emulateMedia({ colorScheme: "light" });
      await window.goto(site.origin + path);
      await lookAtPage(window, path, "light");
      seen.push(await factsOf(window, path));
      // What is made by one template has the colours of the first that was looked at.
      if (isLikeAnother(path)) continue;
      await window.emulateMedia({ colorScheme: "dark" });
      if (path === "/") await window.reload();
      await lookAtPage(window, path, "dark");
    }
    await window.context().close();
  }

  /** Pages of one list differ in their words: the first of each is judged by axe, in light and dark. */
  function isLikeAnother(path: string): boolean {
    const [, list] = /^(\/reference\/[^/]+\/)[^/]+\/$/.exec(path) ?? [];
    return list !== undefined && paths.find((one) => one.startsWith(list) && one !== list) !== path;
  }

  async function lookAtPage(window: Page, path: string, colorScheme: ColorScheme): Promise<void> {
    const width = await window.evaluate("document.documentElement.scrollWidth");
    if (width !== 360) faults.sideways.push({ path, colorScheme, width });
    await drawPictures(window, `page${path.replaceAll(/\W+/g, "-")}${colorScheme}`);
    // The calculator has tests of its own.
    const violations = path === "/" || isLikeAnother(path) ? [] : await violationsOf(window, colorScheme);
    for (const violation of violations) faults.axe.push({ path, colorScheme, violation });
  }

  beforeAll(async () => {
    site = await openSite();
    paths = builtPages();
    const left = [...paths];
    const seen: PageFacts[] = [];
    await Promise.all(WINDOWS.map(() => lookAt(left, seen)));
    facts = seen;
    page = await site.window({ viewport: { width: 1280, height: 900 } });
  }, PATIENCE_MS);
  afterAll(() => site?.close());

  it("finds pages of every kind", () => {
    expect(paths.length).toBeGreaterThan(40);
    const wanted = [
      "/",
      "/404.html",
      "/methodology/",
      "/methodology/demand/",
      "/sources/",
      "/api/core/",
      "/decisions/",
      ...checkRules.map(({ id }) => `/guides/rules/${id}/`),
    ];
    expect(paths).toEqual(expect.arrayContaining(wanted));
  });

  it("parts the names of the pages above by a blank on either side", () => {
    const built = readFileSync(`${root}site/dist/guides/files/fleet/index.html`, "utf8");
    const [, trail = ""] = /aria-label="Where this page belongs"[^>]*>(.*?)<\/nav>/s.exec(built) ?? [];
    const text = trail
      .replaceAll(/<[^>]*>/g, "")
      .replaceAll(/\s+/g, " ")
      .trim();
    expect(text).toBe("Library &amp; CLI / Files");
  });

  it("breaks no accessibility rule that axe knows, in light and dark", () => {
    expect(faults.axe).toEqual([]);
  });

  it("does not scroll sideways at 360 px", () => {
    expect(faults.sideways).toEqual([]);
  });

  it("says nothing on the console and asks no other server", () => {
    expect(faults.console).toEqual([]);
    expect(faults.foreign).toEqual([]);
  });

  it("has one title, one description and one first heading a page, and skips no level", () => {
    expect(new Set(facts.map(({ title }) => title)).size).toBe(facts.length);
    for (const { path, description, headings } of facts) {
      expect(description, path).toMatch(/\S{2}/);
      expect(
        headings.filter((level) => level === 1),
        path,
      ).toEqual([1]);
      const skips = headings.filter((level, index) => level > (headings[index - 1] ?? 0) + 1);
      expect(skips, path).toEqual([]);
    }
  });

  it("needs no script beside the calculator, and has no inline style", () => {
    for (const { path, scripts, inlineStyles } of facts.filter((one) => one.path !== "/")) {
      expect({ path, scripts, inlineStyles }).toEqual({ path, scripts: 0, inlineStyles: 0 });
    }
  });

  it("has no link within the site that leads nowhere, and no id twice", () => {
    const idsOf = new Map(facts.map(({ path, ids }) => [path, new Set(ids)]));
    const dead = facts.flatMap(({ path, links }) =>
      links
        .filter((link) => {
          const { origin, pathname, hash } = new URL(link);
          if (origin !== site.origin) return !link.startsWith("https://");
          const ids = idsOf.get(pathname);
          return ids === undefined || (hash !== "" && !ids.has(decodeURIComponent(hash.slice(1))));
        })
        .map((link) => `${path}: ${link}`),
    );
    expect(dead).toEqual([]);
    for (const { path, ids } of facts) expect(ids.length, path).toBe(new Set(ids).size);
  });

  it("leads from the calculator to every page", () => {
    const linksOf = new Map(facts.map(({ path, links }) => [path, links]));
    const reached = new Set(["/"]);
    for (const path of reached) {
      for (const link of linksOf.get(path) ?? []) {
        const { origin, pathname } = new URL(link);
        if (origin === site.origin) reached.add(pathname);
      }
    }
    expect(paths.filter((path) => !reached.has(path) && path !== "/404.html")).toEqual([]);
  });

  it("has a page for every model, every release and every two releases, every assumption and source", () => {
    const versions = catalog.releases.map(({ version }) => version);
    expect(paths).toEqual(
      expect.arrayContaining([
        ...core.operatingModels.map(({ id }) => `/models/${id}/`),
        ...versions.map((version) => `/releases/${version}/`),
        ...versions.flatMap((after, index) =>
          versions.slice(0, index).map((before) => `/releases/${before}-to-${after}/`),
        ),
      ]),
    );
    expect(idsOn("/methodology/assumptions/")).toEqual(expect.arrayContaining(catalog.parameters.map(({ id }) => id)));
    expect(idsOn("/sources/")).toEqual(
      expect.arrayContaining([
        ...catalog.sources.keys(),
        ...core.Confidence.options.map((word) => `confidence-${word}`),
      ]),
    );
  });

  it("has a page for every file that people write, with every property of it", () => {
    for (const { name } of core.publishedSchemas.filter(({ use }) => use === "written")) {
      const schema = JSON.parse(readFileSync(`${root}packages/core/schema/${name}.schema.json`, "utf8"));
      const places = core
        .schemaOutline(schema)
        .flatMap(({ place, rows }) =>
          rows.map((row) => `${place.replaceAll("[]", "")}.${row.name}`.replace(/^\./, "")),
        );
      expect(idsOn(`/guides/files/${name}/`), name).toEqual(expect.arrayContaining(places));
    }
    const ids = tenantColumns.map(({ id }) => id);
    expect(idsOn("/guides/files/tenants-csv/")).toEqual(expect.arrayContaining(ids));
  });

  it("opens figures exactly as the planner computes them", () => {
    const plansAt = (list: boolean) => {
      const settings = list ? { priceList, settings: { "agreed-prices": "ignored" } } : {};
      const context = catalog.planningContext({ release: fleet.release, priceBook, ...settings });
      return new Map(core.operatingModels.map((model) => [model.id, core.plannedFleet(fleet, model, context)]));
    };
    const plans = new Map([
      ["agreed", plansAt(false)],
      [priceList.id, plansAt(true)],
    ]);
    const shown = facts.flatMap(({ figures }) => figures);
    expect(shown.length).toBeGreaterThan(30);
    for (const figure of shown) {
      const plan = plans.get(figure.prices)?.get(figure.plan);
      if (plan === undefined) throw new Error(`No plan ${figure.plan} at prices ${figure.prices}`);
      expect(figure).toEqual(asShown(figure, plan));
    }
  });

  it("shows the demand and the verdict of the example fleet", async () => {
    await page.goto(`${site.origin}/methodology/demand/`);
    const [tenant] = fleet.tenants;
    if (tenant === undefined) throw new Error("no tenant");
    const { podCount, requests } = core.demandOf(tenant);
    const total = await page.locator(`[aria-label="Workloads of ${tenant.name}"] tfoot td`).allTextContents();
    expect(total).toEqual([
      core.numberText(podCount),
      core.numberText(core.vcpuOf(requests.cpuMillicores), 3),
      core.numberText(core.gibOf(requests.memoryBytes)),
      core.numberText(core.gibOf(requests.storageBytes)),
    ]);
    const context = catalog.planningContext({ release: fleet.release, priceBook });
    const { verdict } = core.compareModels(fleet, core.defaultModels, context, "ultimate-centralized");
    await page.goto(`${site.origin}/methodology/verdict/`);
    const main = await page.locator("main").textContent();
    for (const message of [verdict.message, ...verdict.reasons]) {
      expect(main).toContain(core.messageText(message, core.valueText));
    }
  });

  it("shows what every release asks for, and says where that is unknown", async () => {
    const choices = core.chooseParameters(catalog.parameters, {});
    for (const { id, version } of catalog.releases) {
      await page.goto(`${site.origin}/releases/${version}/`);
      const rows = await cellsOf(page, `Footprints of NKP ${version}`);
      const footprints = core.releaseFootprints({ catalog: catalog.catalogOf(id), choices });
      expect(rows).toEqual(
        footprints.map(({ nodes, applicationRequests: apps, systemRequests: system, unknownCount }) => [
          `${nodes.controlPlane} + ${nodes.workers}`,
          core.numberText(core.vcpuOf(apps.cpuMillicores), 3),
          core.numberText(core.gibOf(apps.memoryBytes)),
          core.numberText(core.gibOf(apps.storageBytes)),
          core.numberText(core.vcpuOf(system.cpuMillicores), 3),
          core.numberText(core.gibOf(system.memoryBytes)),
          String(unknownCount),
        ]),
      );
      const unknown = footprints.flatMap(({ lines }) => lines).filter(({ isUnknown }) => isUnknown);
      const text = await page.locator("main").textContent();
      for (const { application, component } of unknown) expect(text).toContain(`${application}/${component}`);
    }
  });

  it("prints what the examples print when they are run now", async () => {
    for (const guide of ["library", "cli"]) {
      await page.goto(`${site.origin}/guides/${guide}/`);
      const examples = await page.locator("[data-example]").evaluateAll((all) =>
        all.map((one) => ({
          id: one.getAttribute("data-example"),
          texts: [...one.querySelectorAll("pre")].map(({ textContent }) => textContent),
        })),
      );
      expect(examples.length).toBeGreaterThan(4);
      const outputs = examples.map(async ({ id, texts: [typed = "", ...printed] }) => {
        const output =
          guide === "library" ? await programOutput(`site/src/examples/library/${id}.ts`) : await commandOutput(typed);
        expect({ id, output: printed.join("\n") }).toEqual({ id, output });
      });
      await Promise.all(outputs);
    }
  });

  it("documents every name that the packages export", () => {
    for (const [id, exported] of Object.entries({ core, catalog, adapters })) {
      expect(idsOn(`/api/${id}/`)).toEqual(expect.arrayContaining(Object.keys(exported)));
    }
    expect(idsOn("/api/core/")).toEqual(expect.arrayContaining(["PlannedFleet", "PlanningContext", "Money"]));
  });

  function idsOn(path: string): readonly string[] {
    return facts.find((one) => one.path === path)?.ids ?? [];
  }
});

/** Everything once; of the second scheme, what depends on colours. */
async function violationsOf(window: Page, colorScheme: ColorScheme): Promise<readonly unknown[]> {
  const found = colorScheme === "light" ? await axeAndTargetViolations(window) : await contrastViolations(window);
  return found as readonly unknown[];
}

/** How a page has to show a figure of a plan. */
function asShown({ plan: modelId, prices, id }: ShownFigure, plan: core.PlannedFleet): ShownFigure {
  const { value, unit, formula, lines } = core.figureOf(plan, id);
  const ownUnit = ({ opens }: core.FigureLine) => (opens === undefined ? "" : core.figureOf(plan, opens).unit);
  const isQuotient = formula?.includes("÷") ?? false;
  return {
    plan: modelId,
    prices,
    id,
    value: textOf(value, unit),
    lines: lines.map((line) =>
      isQuotient ? textOf(line.value, ownUnit(line)) : textOf(line.value, unit === "ratio" ? unit : "", false),
    ),
  };
}

function textOf(value: core.FigureValue, unit: string, isAlone = true): string {
  if (value === null) return "unknown";
  if (typeof value !== "number") return isAlone ? core.moneyText(value) : core.moneyNumberText(value);
  return unit === "ratio" ? core.ratioText(value) : core.countText(value, unit, 3).trim();
}

/** The cells of a table's body without the heads of its rows. */
async function cellsOf(page: Page, label: string): Promise<readonly (readonly string[])[]> {
  const rows = await page
    .locator(`[aria-label="${label}"] tbody tr`)
    .evaluateAll((all) =>
      all.map((row) => [...row.querySelectorAll("td")].map(({ textContent }) => textContent ?? "")),
    );
  return rows.map((cells) => cells.map((cell) => cell.trim()));
}

const ON_PAPER = { NO_COLOR: "1", COLUMNS: "80" };

async function commandOutput(typed: string): Promise<string> {
  const { stdout, stderr } = await cli(typed.trim().split(/\s+/).slice(1), { env: ON_PAPER });
  return `${stdout}${stderr}`.trimEnd();
}

async function programOutput(path: string): Promise<string> {
  const env = { PATH: process.env["PATH"], ...ON_PAPER };
  const { stdout, stderr } = await run(process.execPath, [path], { cwd: root, env }).catch((error) => error);
  return `${stdout}${stderr}`.trimEnd();
}
