import { type Finding, findingsOfKind, type PlannedFleet } from "@nkp-planner/core";
import type { ExportId } from "../../state/export-list.ts";
import type { Planned } from "../desk.ts";
import type { ExportedFile } from "../questions.ts";

/** One kind of file: what it is called and how it is written. */
export interface ExportFormat {
  readonly id: ExportId;
  readonly fileName: string;
  readonly mediaType: string;
  write(planned: Planned, plan: PlannedFleet): Promise<ExportedFile["content"]>;
}

const YAML = "application/yaml";

/** Every format. A new one is one entry here and one in `state/export-list.ts`; its library is loaded when it is asked for. */
export const exportFormats: readonly ExportFormat[] = [
  {
    id: "fleet",
    fileName: "fleet.yaml",
    mediaType: YAML,
    write: async ({ scenario }) => (await writers()).yamlFile(scenario.fleet),
  },
  {
    id: "prices",
    fileName: "prices.yaml",
    mediaType: YAML,
    write: async ({ scenario }) => (await writers()).yamlFile(scenario.prices, inventedNote(scenario.prices)),
  },
  {
    id: "price-list",
    fileName: "price-list.yaml",
    mediaType: YAML,
    write: async ({ scenario: { priceList } }) => {
      if (priceList === null) throw new Error("There is no price list: tenants pay what is agreed with them.");
      return (await writers()).yamlFile(priceList, inventedNote(priceList));
    },
  },
  {
    id: "json",
    fileName: "comparison.json",
    mediaType: "application/json",
    write: async ({ comparison }) => {
      const { comparisonJson } = await import("./comparison-json.ts");
      return comparisonJson(comparison);
    },
  },
  {
    id: "quote-csv",
    fileName: "quote.csv",
    mediaType: "text/csv",
    write: async (_, plan) =>
      (await writers()).quoteCsv.write(plan, { audience: "customer", notices: noticesOf(plan) }),
  },
  {
    id: "focus-csv",
    fileName: "costs-focus.csv",
    mediaType: "text/csv",
    write: async (_, plan) => (await writers()).focusCsv.write(plan, { notices: noticesOf(plan) }),
  },
  {
    id: "xlsx",
    fileName: "plan.xlsx",
    mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    write: async (_, plan) => {
      const { workbookOf, xlsxBytes } = await writers();
      return new Uint8Array(await xlsxBytes(workbookOf(plan, { notices: noticesOf(plan) })));
    },
  },
];

function writers() {
  return import("@nkp-planner/adapters");
}

/** What a reader of a file should know about its prices. */
function noticesOf(plan: PlannedFleet): readonly Finding[] {
  return findingsOfKind(plan, "prices");
}

function inventedNote({ illustrative }: { readonly illustrative: boolean }): string | undefined {
  return illustrative ? "These prices are invented: replace them by yours before quoting." : undefined;
}
