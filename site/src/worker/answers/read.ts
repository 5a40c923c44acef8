import type { Problem } from "@nkp-planner/core";
import { parseFleet, parsePriceBook, parsePriceList } from "@nkp-planner/core";
import type { FleetDraft, PriceBookDraft, PriceListDraft, TenantDraft } from "../../state/scenario.ts";
import type { Answer } from "../desk.ts";
import type { ReadAnswer } from "../questions.ts";

/** Reads a file by what is in it, not by what it is called: rows of tenants, a fleet, a price book, a price list. */
export const readAnswer: Answer<"read"> = async ({ data, scenario }, { text, fileName }) => {
  const { readTenantsCsv, readYaml } = await import("@nkp-planner/adapters");
  if (text.includes("\0")) return unreadable("a file that is no text", "CSV, YAML or JSON", "save it as one of them");
  if (!isYaml(text, fileName)) {
    const { currency } = scenario.fleet;
    const { tenants, problems, notices } = readTenantsCsv(text, { currency, library: await data.library() });
    return { kind: "tenants", tenants: tenants as readonly TenantDraft[], problems, notices };
  }
  const library = await data.library();
  // The value is kept as it was written: what the page shows and exports is the visitor's own file.
  const read = readYaml(text, (value): ReadAnswer => {
    const kind = typeof value === "object" && value !== null ? Reflect.get(value, "kind") : undefined;
    if (kind === "PriceBook") {
      parsePriceBook(value);
      return { kind: "prices", prices: value as PriceBookDraft };
    }
    if (kind === "PriceList") {
      parsePriceList(value);
      return { kind: "price-list", priceList: value as PriceListDraft };
    }
    parseFleet(value, "fleet", library);
    return { kind: "fleet", fleet: value as FleetDraft };
  });
  return read.ok ? read.value : { kind: "unreadable", problems: read.problems };
};

function isYaml(text: string, fileName: string): boolean {
  if (/\.(csv|tsv|txt)$/i.test(fileName)) return false;
  return /\.(ya?ml|json)$/i.test(fileName) || /^\s*\{/.test(text) || /^(apiVersion|kind):/m.test(text);
}

function unreadable(found: string, expected: string, fix: string): ReadAnswer {
  const problem: Problem = { path: [], found, expected, fix, line: 1, column: 1 };
  return { kind: "unreadable", problems: [problem] };
}
