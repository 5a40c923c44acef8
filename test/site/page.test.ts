import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { money, moneyText, numberText, ratioText } from "@nkp-planner/core";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { axeViolations } from "./support/axe.ts";
import { hasBrowser } from "./support/browser.ts";
import { exampleComparison as expected, tenantServices } from "./support/example-comparison.ts";
import { type OpenSite, openSite } from "./support/open-site.ts";

const artefacts = fileURLToPath(new URL("../.artefacts/", import.meta.url));

describe.skipIf(!hasBrowser())("the page, built and opened in a browser", () => {
  let site: OpenSite;

  beforeAll(async () => {
    site = await openSite();
  }, 60_000);
  afterAll(() => site?.close());

  describe("read by a visitor", () => {
    let page: Page;
    const said: string[] = [];
    const asked: string[] = [];

    beforeAll(async () => {
      page = await site.window({ viewport: { width: 1280, height: 900 } });
      page.on("console", (message) => said.push(message.text()));
      page.on("pageerror", (error) => said.push(error.message));
      page.on("request", (request) => asked.push(request.url()));
    });
    beforeEach(async () => {
      await page.goto(site.origin);
    });

    it("loads without a word on the console and without asking any other server", () => {
      expect(said).toEqual([]);
      expect(asked).toContain(`${site.origin}/`);
      expect(asked.filter((url) => !url.startsWith(`${site.origin}/`))).toEqual([]);
    });

    it("forbids inline styles and scripts, and has none", async () => {
      const policy = await page.getAttribute('meta[http-equiv="content-security-policy"]', "content");
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toContain("unsafe");
      expect(await page.locator("[style]").count()).toBe(0);
      expect(await page.locator("script").count()).toBe(0);
    });

    it("shows the planner's own figures for the example fleet", async () => {
      expect(await textOf(page, "h1")).toBe(expected.verdict.text);
      for (const { modelId, totals } of expected.plans) {
        const figure = (id: string) => textOf(page, `article a[href="#lines-${modelId}-${id}"]`);
        const { amount, currency } = totals.monthlyCost;
        expect(await figure("monthlyCost")).toBe(moneyText(money(amount, currency)));
        expect(await figure("nodeCount")).toBe(numberText(totals.nodeCount));
        expect(await figure("licensedVcpu")).toBe(numberText(totals.licensedVcpu));
        expect(await figure("marginRatio")).toBe(ratioText(totals.marginRatio ?? Number.NaN));
      }
    });

    it("compares what a loss holds back, addresses and hosts as the planner counts them", async () => {
      const rows = {
        "Held back for a loss": ["failureAddedNodeCount", "failureAddedVcpu"],
        "IP addresses": ["ipAddressCount"],
        "Hosts, spare included": ["hostCount"],
        "Hosts' worth used": ["usedHostCount"],
      } as const;
      const table = await cellsOf(page, '[aria-label="All totals by model"]');
      for (const [title, fields] of Object.entries(rows)) {
        const shown = table
          .filter(([head]) => head === title)
          .map((cells) => cells.slice(1, 1 + expected.plans.length));
        expect(shown).toEqual(fields.map((field) => expected.plans.map(({ totals }) => numberText(totals[field]))));
      }
      expect(await textOf(page, "h2#comparison + p")).toBe(
        `Monitoring, logging and backup of tenants, by one rule for every model: ${tenantServices}.`,
      );
    });

    it("shows every pool of every model: nodes, what they are for, what binds, how much more fits", async () => {
      for (const { title, clusters } of expected.plans) {
        const shown = await cellsOf(page, `[aria-label="Node pools, ${title}"]`);
        const wanted = clusters.flatMap(({ name, edition, role, pools }) =>
          pools.map((pool, index) => [
            ...(index === 0 ? [`${name} ${edition} ${role}`] : []),
            pool.role,
            `${pool.nodeCount} × ${pool.vcpuPerNode}/${pool.memoryGiBPerNode}`,
            pool.neededNodeCount === null ? "—" : String(pool.neededNodeCount),
            ...[["growth", "headroom"], ["failure"], ["floor"]].map((reasons) => addedBy(pool.steps, reasons)),
            pool.neededNodeCount === null ? "choice" : pool.neededFor.replaceAll("-", " "),
            ...(pool.room === null
              ? ["—", "—"]
              : [pool.room.vcpu, pool.room.memoryGiB].map((more) => `+${numberText(more, 1)}`)),
          ]),
        );
        expect(shown).toEqual(wanted);
      }
    });

    it("opens every pool to the steps of its count, by keyboard from its row", async () => {
      for (const { modelId, clusters } of expected.plans) {
        for (const { name, pools } of clusters) {
          for (const { role, steps, nodeCount } of pools) {
            const lines = page.locator(poolAnchor(modelId, name, role));
            expect(await lines.locator("tbody .number").allTextContents()).toEqual(
              steps.map((step) => numberText(step.nodeCount)),
            );
            expect(await lines.locator("tfoot .number").textContent()).toBe(numberText(nodeCount));
          }
        }
      }
      const [plan] = expected.plans;
      const [cluster] = plan?.clusters ?? [];
      const anchor = poolAnchor(plan?.modelId ?? "", cluster?.name ?? "", "workload");
      const pools = page.locator("details", { has: page.locator(`[aria-label="Node pools, ${plan?.title}"]`) });
      expect(await pools.locator("table").isVisible()).toBe(false);
      await pools.locator("summary").press("Enter");
      await pools.locator(`a[href="${anchor}"]`).press("Enter");
      await page.locator(anchor).waitFor({ state: "visible" });
    });

    it("leads from the fleet's nodes to a pool's steps", async () => {
      const [plan] = expected.plans;
      const anchor = poolAnchor(plan?.modelId ?? "", plan?.clusters[0]?.name ?? "", "workload");
      const nodes = `#lines-${plan?.modelId}-nodeCount`;
      expect(await page.locator(anchor).isVisible()).toBe(false);
      await page.locator(`article a[href="${nodes}"]`).press("Enter");
      await page.locator(`${nodes} a[href="${anchor}"]`).press("Enter");
      await page.locator(anchor).waitFor({ state: "visible" });
    });

    it("says that prices are invented and what it rests on", async () => {
      const notice = page.locator(".notice");
      await notice.locator("summary").first().press("Enter");
      expect(await notice.locator("ul").first().isVisible()).toBe(true);
      const text = oneLine((await notice.textContent()) ?? "");
      for (const { kind, statement } of expected.plans.flatMap(({ assumptions }) => assumptions)) {
        if (kind !== "choice") expect(text).toContain(statement);
      }
    });

    it("names every tenant that loses money, and no other, in words", async () => {
      for (const { modelId, tenants } of expected.plans) {
        const rows = page.locator(`.card[data-model="${modelId}"] tbody tr`, { hasText: "loses" });
        const losses = tenants.filter(({ monthlyMargin }) => monthlyMargin?.amount.startsWith("-"));
        expect(await rows.locator("th").allTextContents()).toEqual(losses.map(({ name }) => name));
      }
    });

    it("opens a figure to its lines by keyboard and closes it again", async () => {
      const [plan] = expected.plans;
      const pools = plan?.clusters.flatMap((cluster) => cluster.pools.map((pool) => ({ cluster, pool }))) ?? [];
      const anchor = `#lines-${plan?.modelId}-nodeCount`;
      const lines = page.locator(anchor);
      const texts = (selector: string) => lines.locator(selector).allTextContents();
      expect(await lines.isVisible()).toBe(false);
      await page.locator(`article a[href="${anchor}"]`).press("Enter");
      await lines.waitFor({ state: "visible" });
      expect(await texts("tbody th")).toEqual(pools.map(({ cluster, pool }) => `${cluster.name}, ${pool.role}`));
      expect(await texts("tbody .number")).toEqual(pools.map(({ pool }) => numberText(pool.nodeCount)));
      expect(await texts("tfoot .number")).toEqual([numberText(plan?.totals.nodeCount ?? Number.NaN)]);
      // Reading goes on where the lines are: the next stop of the Tab key is among them.
      await page.keyboard.press("Tab");
      expect(await page.evaluate(`document.querySelector("${anchor}").contains(document.activeElement)`)).toBe(true);
      const summary = page.locator("details", { has: lines }).locator("summary").first();
      await summary.press("Enter");
      await lines.waitFor({ state: "hidden" });
      expect(await summary.isVisible()).toBe(true);
    });

    it("leads every link within the page to something on the page", async () => {
      const dead = await page.evaluate(`[...document.querySelectorAll('a[href^="#"]')]
        .map((link) => link.getAttribute("href"))
        .filter((href) => document.getElementById(href.slice(1)) === null)`);
      expect(dead).toEqual([]);
      const ids = (await page.evaluate(`[...document.querySelectorAll("[id]")].map(({ id }) => id)`)) as string[];
      expect(ids.length).toBe(new Set(ids).size);
    });

    it("says so at an address where there is no page", async () => {
      const response = await page.goto(`${site.origin}/nowhere`);
      expect(response?.status()).toBe(404);
      expect(await textOf(page, "h1")).toBe("There is no page at this address.");
    });
  });

  describe.each(["light", "dark"] as const)("in %s colours", (colorScheme) => {
    let page: Page;

    beforeAll(async () => {
      mkdirSync(artefacts, { recursive: true });
      page = await site.window({ colorScheme });
      await page.goto(site.origin);
    });

    it.each([360, 768, 1280, 1920])("does not scroll sideways, %d px wide, and can be looked at", async (width) => {
      await page.setViewportSize({ width, height: 900 });
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(width);
      const png = await page.screenshot({ path: `${artefacts}site-${width}-${colorScheme}.png`, fullPage: true });
      expect(png.subarray(1, 4).toString()).toBe("PNG");
      expect(png.readUInt32BE(16)).toBe(width);
      expect(png.length).toBeGreaterThan(50_000);
    });

    it.each([360, 1280])("breaks no accessibility rule that axe knows, %d px wide", async (width) => {
      await page.setViewportSize({ width, height: 900 });
      expect(await axeViolations(page)).toEqual([]);
    });

    it("breaks none with everything open either, nor scrolls sideways", async () => {
      await page.evaluate(`document.querySelectorAll("details").forEach((one) => { one.open = true; })`);
      expect(await axeViolations(page)).toEqual([]);
      await page.setViewportSize({ width: 360, height: 900 });
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(360);
    });
  });
});

/** A table's body as it reads, row by row. */
async function cellsOf(page: Page, region: string): Promise<readonly string[][]> {
  const rows = await page
    .locator(`${region} tbody tr`)
    .evaluateAll((all) => all.map((row) => [...row.children].map(({ textContent }) => textContent ?? "")));
  return rows.map((cells) => cells.map(oneLine));
}

type Steps = (typeof expected)["plans"][number]["clusters"][number]["pools"][number]["steps"];

function addedBy(steps: Steps, reasons: readonly string[]): string {
  const count = steps.filter(({ reason }) => reasons.includes(reason)).reduce((sum, step) => sum + step.nodeCount, 0);
  return count === 0 ? "—" : `+${count}`;
}

function poolAnchor(modelId: string, cluster: string, role: string): string {
  return `#lines-${modelId}-cluster-${cluster}-${role === "control-plane" ? "controlPlaneNodeCount" : "workerNodeCount"}`;
}

async function textOf(page: Page, selector: string): Promise<string> {
  return oneLine((await page.locator(selector).textContent()) ?? "");
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}
