import * as z from "zod";
import { columnOptions } from "../tables/column-options.ts";
import { isNodeTable } from "./cluster-shapes/node-table-heads.ts";
import { defineReader } from "./making/define-reader.ts";
import { looksLikeOwnFile } from "./own-file.ts";
import { LARGEST_TEXT_BYTES } from "./reader.ts";
import { sizingFormatOf } from "./right-sizing/sizing-formats.ts";
import { isInventory } from "./vm-inventory/sniff-inventory.ts";

/** Tenants as rows of a spreadsheet, columns by their names. */
export const tenantsCsv = defineReader({
  id: "tenants-csv",
  title: "Table of tenants (CSV)",
  gives: "tenants",
  fileNames: [".csv", ".tsv", ".txt"],
  options: z.strictObject(columnOptions),
  example: { name: "tenants.csv", text: "tenant,pods,vCPU,memory GiB,price\nOrchid Foods,60,9.2,26,1900.00\n" },
  capabilities: { syntax: "csv", mostBytes: LARGEST_TEXT_BYTES },
  sniff: (head, name) => {
    // What lists VMs, nodes, or sizes of containers, is another reader's.
    if (isInventory(head) || isNodeTable(head) || sizingFormatOf(head) !== undefined) return "no";
    if (/\.(csv|tsv)$/i.test(name)) return "sure";
    // What was pasted or piped in has no ending; a table looks like nothing in particular.
    const hasEnding = /\.[a-z0-9]+$/i.test(name);
    return /\.txt$/i.test(name) || (!hasEnding && !looksLikeOwnFile(head)) ? "maybe" : "no";
  },
  load: async () => {
    const [{ readTenantsCsv }, { columnMapping }] = await Promise.all([
      import("../tables/tenants-csv.ts"),
      import("../tables/column-mapping.ts"),
    ]);
    return {
      read(text, { currency, library, options: { columns = "", decimal } }) {
        const { mapping, problems: unread } = columnMapping(columns);
        const table = readTenantsCsv(text, {
          ...(currency && { currency }),
          ...(library && { library }),
          ...(decimal && { decimalSign: decimal }),
          mapping,
        });
        const { tenants, lines, notices, rowCount } = table;
        const problems = [...unread, ...table.problems];
        const usedCount = tenants.length;
        return {
          data: usedCount === 0 && problems.length > 0 ? null : tenants,
          problems,
          notices,
          ...(table.columns === null ? {} : { columns: table.columns }),
          placeOf: (path) => ({ line: lines[Number(path.find(Number.isInteger))] ?? 1, column: 1 }),
          report: { foundCount: rowCount, usedCount, excluded: [], unreadableCount: rowCount - usedCount },
        };
      },
    };
  },
});
