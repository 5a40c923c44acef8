import { readFileSync } from "node:fs";
import { priceListYaml } from "@nkp-planner/adapters";
import type { Page } from "playwright-core";
import { beforeEach, describe, expect, it } from "vitest";
import fleet from "../../packages/catalog/data/examples/msp-fleet.json" with { type: "json" };
import book from "../../packages/catalog/data/examples/price-book-eur.json" with { type: "json" };
import { valueIn } from "../support/read.ts";
import { axeViolations } from "./support/axe.ts";
import { hasBrowser } from "./support/browser.ts";
import { costsIn, costsOf, planned, textOf } from "./support/calculator.ts";
import { oneWindow } from "./support/one-window.ts";

describe.skipIf(!hasBrowser())("prices on the page", () => {
  let page: Page;
  oneWindow((calculator) => {
    page = calculator.page;
  });

  const fold = (title: string) =>
    page.locator(".assumptions details.row", { has: page.locator(`summary span:text-is("${title}")`) });
  const basis = async () => {
    await costsOf(page);
    const all = page.locator(".result").getByText("Prices", { exact: false });
    return (await all.allTextContents()).join(" ");
  };
  const saved = async (title: string): Promise<string> => {
    await page.getByRole("button", { name: "Export", exact: true }).click();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: title }).click(),
    ]);
    const text = readFileSync(await download.path(), "utf8");
    await page.getByRole("button", { name: "Export", exact: true }).click();
    return text;
  };

  describe("of the book", () => {
    beforeEach(async () => {
      await fold("Prices").locator("summary").first().click();
      await page.getByLabel("Price of NKP Ultimate", { exact: true }).waitFor();
    });

    it("are whose they are, one by one: a price typed over is ours, the others stay invented", async () => {
      const ours = (name: string) => page.getByLabel(`Ours: ${name}`);
      expect(await ours("NKP Ultimate").isChecked()).toBe(false);
      await page.getByLabel("Price of NKP Ultimate", { exact: true }).fill("30.5");
      const items = book.items.map((item) => (item.sku === "NKP-ULT" ? { ...item, unitPrice: "30.5" } : item));
      expect(await costsOf(page)).toEqual(costsIn(planned(fleet, {}, { ...book, items })));
      expect(await ours("NKP Ultimate").isChecked()).toBe(true);
      expect(await textOf(fold("Prices"))).toContain("Invented, 6 of 7: vCPU of a node VM,");
      expect(await basis()).toContain("Prices of INFRA-VCPU, INFRA-MEM, INFRA-DISK and 3 more are invented");
      await page.getByRole("button", { name: "These are ours too" }).click();
      expect(await textOf(fold("Prices"))).toContain("All prices are yours.");
      expect(await basis()).not.toMatch(/invented \(example-eur\)/);
      await ours("Platform engineer").uncheck();
      expect(await basis()).toContain("Prices of LABOUR are invented");
    });

    it("get an item of any kind, and say what pays for the rest", async () => {
      await page.getByLabel("Add an item for").selectOption("support");
      await page.getByLabel("Per", { exact: true }).selectOption("cluster-month");
      await page.getByLabel("Price", { exact: true }).fill("120");
      await page.getByRole("button", { name: "Add it to the price book" }).click();
      await page.getByLabel("Price of Support").waitFor();
      await page.getByLabel("Rack and cooling: paid elsewhere").check();
      await page.getByLabel("What pays for it: Rack and cooling").fill("the data centre");
      const support = {
        sku: "SUPPORT",
        name: "Support",
        appliesTo: "support",
        unit: "cluster-month",
        unitPrice: "120",
      };
      const coveredElsewhere = [{ appliesTo: "rack", by: "the data centre" }];
      const finished = { ...book, items: [...book.items, support], coveredElsewhere };
      expect(await costsOf(page)).toEqual(costsIn(planned(fleet, {}, finished)));
      expect(await page.getByText("in no figure here: rack and cooling (the data centre)").count()).toBeGreaterThan(0);
      expect(await saved("Price book, YAML")).toMatch(
        /coveredElsewhere:\n\s+- appliesTo: rack\n\s+by: the data centre/,
      );
    });

    it("have tiers, of the item that is opened", async () => {
      await page.getByRole("button", { name: "Open NKP Ultimate" }).click();
      await page.getByRole("button", { name: "Give NKP Ultimate other prices for larger quantities" }).click();
      await page.getByLabel("From of tier 2 of NKP Ultimate").fill("200");
      await page.getByLabel("Price of tier 2 of NKP Ultimate").fill("25");
      const tiers = [
        { from: 0, upTo: 200, unitPrice: "38.00" },
        { from: 200, unitPrice: "25" },
      ];
      const items = book.items.map((item) => {
        if (item.sku !== "NKP-ULT") return item;
        const { unitPrice: _, ...ultimate } = item;
        return { ...ultimate, tiers };
      });
      expect(await costsOf(page)).toEqual(costsIn(planned(fleet, {}, { ...book, items })));
      expect(await axeViolations(page)).toEqual([]);
      await page.getByLabel("From of tier 2 of NKP Ultimate").fill("many");
      await page.locator(".tiers .loss").first().waitFor();
      await page.getByLabel("From of tier 2 of NKP Ultimate").fill("200");
      expect(await costsOf(page)).toEqual(costsIn(planned(fleet, {}, { ...book, items })));
    });

    it("are told by the host, as the visitor says it is bought", async () => {
      for (const name of ["vCPU of a node VM", "Memory of a node VM", "Node disk and volume"]) {
        await page.getByRole("button", { name: `Open ${name}` }).click();
        await page.getByRole("button", { name: `Remove ${name}` }).click();
      }
      await page.getByLabel("Add an item for").selectOption("host");
      await page.getByLabel("Per", { exact: true }).selectOption("host-month");
      await page.getByLabel("Price", { exact: true }).fill("900");
      await page.getByRole("button", { name: "Add it to the price book" }).click();
      const host = { sku: "HOST", name: "Hosts", appliesTo: "host", unit: "host-month", unitPrice: "900" };
      const items = [...book.items.filter(({ sku }) => !sku.startsWith("INFRA")), host];
      expect(await costsOf(page)).toEqual(costsIn(planned(fleet, {}, { ...book, items })));
      await page.getByRole("button", { name: "Open Hosts" }).click();
      await page.getByLabel("Price of hosts per").selectOption("host");
      await page.locator(".item-fields .field-problem").first().waitFor();
      await page.getByLabel("Spread over, months").fill("60");
      await page.getByLabel("Price of Hosts", { exact: true }).fill("42000");
      const bought = { ...host, unit: "host", unitPrice: "42000", amortisedOverMonths: 60 };
      expect(await costsOf(page)).toEqual(
        costsIn(planned(fleet, {}, { ...book, items: [...items.slice(0, -1), bought] })),
      );
    });
  });

  it("of a list are charged by what the visitor chooses, in bundles, and its fees are typed", async () => {
    await fold("What tenants pay").locator("summary").first().click();
    await page.getByRole("button", { name: "Use example price list in euro" }).click();
    await page.getByLabel("Price of Memory requested").waitFor();
    await page.getByRole("button", { name: "Add a bundle, a size at one price" }).click();
    await page.getByLabel("Price a month of Any size").fill("2400");
    await page.getByRole("button", { name: "Add a bundle, a size at one price" }).click();
    await page.getByLabel("Price a month of Medium").fill("900");
    await page.getByLabel("Up to memory of Medium").fill("48Gi");
    await page.getByLabel("A month of Minimum monthly fee").fill("999");
    await page.getByLabel("Add an item for").selectOption("pod");
    await page.getByLabel("Price", { exact: true }).fill("1.5");
    await page.getByRole("button", { name: "Add it to the price list" }).click();
    await page.getByLabel("Price of Pod").waitFor();
    await costsOf(page);
    const list = await valueIn(priceListYaml, await saved("Price list, YAML"));
    expect(list.bundles.map(({ name, unitPrice, upTo }) => [name, unitPrice.amount, upTo.memoryBytes])).toEqual([
      ["Medium", "900.00", 48 * 2 ** 30],
      ["Any size", "2400.00", null],
    ]);
    expect(list.minimumFee?.amount.amount).toBe("999.00");
    expect(list.items.at(-1)?.per).toBe("pod");
    // What was typed or added is the visitor's own, what was not stays invented.
    expect(list.inventedSkus).toEqual([
      "MK-CLUSTER",
      "MK-VCPU",
      "MK-MEM",
      "MK-STO",
      "MK-DR",
      "SUP-BUS",
      "SUP-PRE",
      "ONB",
    ]);
  });
});
