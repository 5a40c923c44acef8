import { hostListOf, hostNumbersText, numberText, placedVmsText } from "@nkp-planner/core";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import fleet from "../../packages/catalog/data/examples/msp-fleet.json" with { type: "json" };
import { onlyHosts } from "../support/hosts.ts";
import { hasBrowser } from "./support/browser.ts";
import { isPlanned, textOf } from "./support/calculator.ts";
import { examplePlans } from "./support/example-comparison.ts";
import { oneWindow } from "./support/one-window.ts";
import { drawPicture } from "./support/pictures.ts";

describe.skipIf(!hasBrowser())("the hosts, one by one", () => {
  let page: Page;
  let said: string[];
  let asked: string[];
  oneWindow((calculator) => {
    ({ page, said, asked } = calculator);
  });

  const card = () => page.locator('section[aria-labelledby="hosts"]');
  const table = (caption: string) => card().locator("table", { has: page.locator("caption", { hasText: caption }) });
  const open = async () => {
    await card().locator("summary").focus();
    await page.keyboard.press("Enter");
    await card().locator("table tbody tr").first().waitFor();
  };

  it("open by keyboard, and list what lies on each as the planner places it", async () => {
    expect(await card().locator("table").count()).toBe(0);
    await open();
    for (const plan of examplePlans) {
      await card().getByRole("radio", { name: plan.model.title }).check();
      const hosts = table(`Hosts, ${plan.model.title}`);
      await hosts.waitFor();
      const { rows, losses, notes } = hostListOf(onlyHosts(plan.infrastructure).hosts);
      expect(await hosts.locator("tbody th").allTextContents()).toEqual(rows.map(hostNumbersText));
      const { vcpu } = onlyHosts(plan.infrastructure).hosts.usablePerHost;
      for (const [index, row] of rows.entries()) {
        const line = hosts.locator("tbody tr").nth(index);
        expect(await line.locator("li").allTextContents()).toEqual(row.vms.map(placedVmsText));
        const full = `${((100 * row.vcpu) / vcpu).toFixed(1)}% ${numberText(row.vcpu)} of ${numberText(vcpu)}`;
        expect((await textOf(line.locator("td").first())).replace(" %", "%")).toBe(full);
      }
      const lost = table(`Each host lost alone, ${plan.model.title}`);
      expect(await lost.locator("tbody th").allTextContents()).toEqual(losses.map(hostNumbersText));
      expect((await card().locator(".notes li").allTextContents()).slice(0, -1)).toEqual(notes);
      expect(await textOf(card().locator(".notes li").last())).toMatch(/^Disks of each host are [\d.]+\s?% full/);
    }
    expect(said).toEqual([]);
  });

  it("load what they need when they are opened, and nothing before", async () => {
    await card().locator("summary").scrollIntoViewIfNeeded();
    expect(asked.filter((url) => /hosts/.test(url))).toEqual([]);
    await open();
    await drawPicture(page, "hosts");
  });

  it("say of a lost host where its VMs start again, and of no spare one what stays down", async () => {
    await open();
    const outcomes = () => card().locator("table").nth(1).locator("tbody td:last-child > span");
    for (const text of await outcomes().allTextContents())
      expect(text).toMatch(/its (\d+ )?VMs? starts? again on host/);
    await page
      .getByRole("region", { name: "Hosts and storage" })
      .locator("summary", { hasText: /^\d+ more/ })
      .click();
    await page.locator("summary", { hasText: "Spare hosts" }).click();
    await page.getByLabel("N+0: none").check();
    await isPlanned(page);
    await card().locator(".notes li", { hasText: "No host is spare" }).waitFor();
  });

  it("are shown for each cluster of hosts that a fleet names", async () => {
    const hostClusters = [{ name: "gold" }, { name: "silver", host: "48x1024x30", maxHosts: 9 }];
    const placement = [{ hostCluster: "silver", tenants: ["orchid"], roles: ["management"] }];
    await page.getByRole("button", { name: "Import…" }).click();
    await page.getByLabel("File", { exact: true }).setInputFiles({
      name: "mine.json",
      mimeType: "text/plain",
      buffer: Buffer.from(JSON.stringify({ ...fleet, hostClusters, placement })),
    });
    await page.getByRole("button", { name: "Open this fleet" }).click();
    await isPlanned(page);
    await open();
    for (const name of ["gold", "silver"]) {
      await table(`Hosts, Starter per tenant, ${name}`).waitFor();
      await table(`Each host lost alone, Starter per tenant, ${name}`).waitFor();
    }
    const onSilver = await textOf(table("Hosts, Starter per tenant, silver").locator("tbody"));
    expect(onSilver).toContain("tenant-orchid workload");
    expect(onSilver).not.toContain("tenant-umbra");
    expect(said).toEqual([]);
  });

  it("follow what is typed, and draw hundreds of hosts in parts", async () => {
    await open();
    const rowsOf = (count: number) => Array.from({ length: count }, (_, index) => `T${index},9,${20 + index},80`);
    await page.getByRole("button", { name: "Import…" }).click();
    await page.getByLabel("Or paste rows").fill(["tenant,pods,vcpu,memory GiB", ...rowsOf(150)].join("\n"));
    await page.getByRole("button", { name: "Read", exact: true }).click();
    await page.getByRole("button", { name: "Replace the tenants" }).click();
    await isPlanned(page);
    const more = card()
      .locator("button", { hasText: /^Show 100 more of/ })
      .first();
    await more.waitFor({ timeout: 60_000 });
    const rows = card().locator("table").first().locator("tbody tr");
    expect(await rows.count()).toBe(20);
    await more.press("Enter");
    expect(await rows.count()).toBe(120);
    expect(said).toEqual([]);
  });
});
