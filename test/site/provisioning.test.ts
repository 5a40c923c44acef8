import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { filesOfZip } from "../support/zip.ts";
import { hasBrowser } from "./support/browser.ts";
import { openCalculator } from "./support/calculator.ts";
import { type OpenSite, openSite } from "./support/open-site.ts";

describe.skipIf(!hasBrowser())("provisioning files", () => {
  let site: OpenSite;
  let page: Page;

  beforeAll(async () => {
    site = await openSite();
    ({ page } = await openCalculator(site));
    await page.getByRole("button", { name: "Export" }).click();
    await page.getByLabel("Options").waitFor();
  }, 60_000);
  afterAll(() => site?.close());

  const choose = (id: string) => page.locator(".provisioning select").selectOption(id);
  const saved = async () => {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Save as zip" }).click(),
    ]);
    return { name: download.suggestedFilename(), files: filesOfZip(readFileSync(await download.path())) };
  };

  it("are saved as a zip by the example's options, which say that they are invented", async () => {
    await choose("cluster-api-yaml");
    await page.locator(".provisioning textarea", { hasText: "prismElement: pe-msp-01" }).waitFor();
    expect(await page.locator(".provisioning textarea").inputValue()).toContain("# Cluster of hosts (Prism Element)");
    const { name, files } = await saved();
    expect(name).toMatch(/^cluster-api-yaml-.*\.zip$/);
    const [cluster] = Object.entries(files).filter(([path]) => path.endsWith("/cluster.yaml"));
    expect(Buffer.from(cluster?.[1] ?? []).toString()).toContain("kind: Cluster");
    await page.locator(".provisioning [role=status]", { hasText: "is saved" }).waitFor();
  });

  it("say by its line what is wrong with options, and write nothing", async () => {
    await page.getByLabel("Options").fill("prismCentral: { url: https://pc:9440 }\nimagee: x\n");
    await page.getByRole("button", { name: "Save as zip" }).click();
    await page
      .locator(".provisioning .mistakes li", { hasText: 'Line 2: imagee: found the unknown key "imagee"' })
      .waitFor();
    await page.locator(".provisioning .mistakes li", { hasText: /^and \d+ more$/ }).waitFor();
    await page.getByRole("button", { name: "Example again" }).click();
    expect(await page.getByLabel("Options").inputValue()).toContain("prismElement: pe-msp-01");
  });

  it("include the deck of slides, made in the browser", async () => {
    // Nothing is waited for: what is saved is of what is chosen, not of the adapter before it.
    await choose("slides");
    const { files } = await saved();
    const [[path = "", deck = new Uint8Array()] = []] = Object.entries(files);
    expect(path).toBe("nkp-planner-customer-en.pptx");
    expect(Object.keys(filesOfZip(deck))).toContain("ppt/slides/slide1.xml");
  }, 60_000);
});
