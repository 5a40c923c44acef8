import { existsSync, readdirSync, readFileSync } from "node:fs";
import { adapters, calendarFormats, readers, reports } from "@nkp-planner/adapters";
import { checkFormats, checkRules } from "@nkp-planner/adapters/check";
import { runAdapters } from "@nkp-planner/adapters/runs";
import { criteria, operatingModels, planRules, publishedSchemas, sharingMethods, wishes } from "@nkp-planner/core";
import { describe, expect, inject, it } from "vitest";
import { shapeSources } from "../../packages/adapters/src/read/cluster-shapes/shape-sources.ts";
import { knownFormats } from "../../packages/adapters/src/read/known/known-formats.ts";
import { sizingFormats } from "../../packages/adapters/src/read/right-sizing/sizing-formats.ts";
import { inventoryDocuments } from "../../packages/adapters/src/read/vm-inventory/inventory-documents.ts";
import { inventoryFormats } from "../../packages/adapters/src/read/vm-inventory/inventory-formats.ts";
import { hasBrowser } from "./support/browser.ts";

/** Every list of the product, and where its items have their pages. */
const LISTS: Readonly<Record<string, readonly { readonly id: string }[]>> = {
  "reference/adapters": [...adapters, ...runAdapters],
  "reference/readers": readers,
  "reference/formats": [...inventoryFormats, ...inventoryDocuments, ...sizingFormats, ...shapeSources],
  "reference/reports": reports,
  "reference/check-formats": checkFormats,
  "reference/calendar-formats": calendarFormats,
  "reference/plan-rules": planRules,
  "reference/criteria": criteria,
  "reference/wishes": wishes,
  "reference/sharing": sharingMethods,
  "guides/rules": checkRules,
  "guides/files": [
    ...publishedSchemas.filter(({ use }) => use === "written").map(({ name }) => ({ id: name })),
    { id: "tenants-csv" },
  ],
  models: operatingModels,
};

describe.skipIf(!hasBrowser())("pages that are made of lists", () => {
  const folderOf = (path: string) => `${inject("siteFolder")}/${path}`;
  const foldersIn = (path: string) =>
    readdirSync(folderOf(path), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);

  it.each(Object.entries(LISTS))("%s: every item has a page, and no page is without an item", (path, items) => {
    expect(foldersIn(path).toSorted()).toEqual(items.map(({ id }) => id).toSorted());
    expect(existsSync(folderOf(`${path}/index.html`))).toBe(true);
  });

  it("there is no other list of such pages", () => {
    const known = Object.keys(LISTS).filter((path) => path.startsWith("reference/"));
    expect(foldersIn("reference").toSorted()).toEqual(known.map((path) => path.slice("reference/".length)).toSorted());
  });

  it("formats that are known and not read stand below those that are", () => {
    const html = readFileSync(folderOf("reference/formats/index.html"), "utf8");
    for (const { title, fix } of knownFormats) for (const text of [title, fix]) expect(html).toContain(text);
  });

  it.each(Object.entries(LISTS).filter(([path]) => path.startsWith("reference/")))(
    "%s: each page says what it is for, and more",
    (path, items) => {
      for (const { id } of items) {
        const main = /<main[^>]*>([\s\S]*)<\/main>/.exec(
          readFileSync(folderOf(`${path}/${id}/index.html`), "utf8"),
        )?.[1];
        const text = (main ?? "").replaceAll(/<[^>]+>/g, " ").replaceAll(/\s+/g, " ");
        expect(text.length, `${path}/${id}`).toBeGreaterThan(500);
        expect(text, `${path}/${id}`).toContain("nkp-planner ");
        expect([...(main ?? "").matchAll(/<h2/g)].length, `${path}/${id}`).toBeGreaterThanOrEqual(3);
        const lead = /<p class="lead[^>]*>([^<]*)</.exec(main ?? "")?.[1] ?? "`";
        expect(lead, `${path}/${id}`).not.toContain("`");
        expect(text, `${path}/${id}`).not.toMatch(/\bundefined\b|\bNaN\b|\[object /);
      }
    },
  );
});
