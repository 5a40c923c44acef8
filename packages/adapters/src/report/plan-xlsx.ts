import { NO_OPTIONS } from "../formats/options.ts";
import { defineReport } from "./report.ts";

/** A plan as a workbook whose formulas come to the plan's figures. */
export const planXlsx = defineReport({
  id: "xlsx",
  title: "Workbook, XLSX",
  summary: "with formulas; internal",
  of: "plan",
  file: {
    name: "plan.xlsx",
    mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    isBinary: true,
  },
  audiences: ["internal"],
  options: NO_OPTIONS,
  load: async () => {
    const [{ workbookOf }, { xlsxBytes }] = await Promise.all([
      import("./workbook/fleet-workbook.ts"),
      import("./workbook/xlsx-bytes.ts"),
    ]);
    return { write: async (plan, { findings }) => new Uint8Array(await xlsxBytes(workbookOf(plan, findings))) };
  },
});
