import { BYTES_PER_MIB, type ComponentMeasured, type Finding, type Measurement, numberText } from "@nkp-planner/core";
import { importedReport } from "./imported.ts";
import type { Ink } from "./ink.ts";
import { indented } from "./layout.ts";
import { amount, beside, mebibytes } from "./measured-cells.ts";
import { nodesText, othersText } from "./measured-others.ts";
import { takeOverText } from "./measured-settings.ts";
import { table } from "./table.ts";

interface Measured {
  readonly measurement: Measurement;
  readonly report: Parameters<typeof importedReport>[1];
  readonly findings: readonly Finding[];
}

/** A running cluster beside the catalog, for people. */
export function measuredText({ measurement, report, findings }: Measured, ink: Ink): string {
  const { components: rows } = measurement;
  const parts = [
    ink.strong(indented(headline(measurement))),
    indented(sumSentence(rows)),
    importedReport("The files", report, findings),
    rowsText(
      "Open questions of the catalog",
      rows.filter((row) => row.isOpenQuestion),
      ink,
    ),
    nodesText(measurement, ink),
    takeOverText(measurement, ink),
    rowsText(
      "All other components",
      rows.filter((row) => !row.isOpenQuestion),
      ink,
    ),
    rows.length === 0 ? "" : ink.quiet(indented(LEGEND)),
    othersText(measurement, ink),
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

const LEGEND =
  "Catalog → cluster, of one pod; Σ: of all its pods together; ~: known by a name that is alike; ?: not known; –: does not run";

function headline({ release, components, nodes }: Measurement): string {
  const running = components.filter(({ matchedBy }) => matchedBy !== null);
  const countOf = (state: ComponentMeasured["state"]) => running.filter((row) => row.state === state).length;
  const open = running.filter((row) => row.isOpenQuestion).length;
  const nodeCount = nodes.reduce((sum, one) => sum + one.nodeCount, 0);
  return `Beside ${release}: ${numberText(running.length)} components run, ${countOf("same")} as the catalog has them, ${countOf("more")} with more, ${countOf("less")} with less, ${countOf("unknown")} not known; ${open} of them are open questions. ${numberText(nodeCount)} nodes.`;
}

/** What components come to together, of those whose two sides are known. */
function sumSentence(rows: readonly ComponentMeasured[]): string {
  const known = rows.filter(
    ({ cpuMillicores, memoryBytes }) => cpuMillicores.differenceValue !== null && memoryBytes.differenceValue !== null,
  );
  const running = known.filter(({ matchedBy }) => matchedBy !== null);
  if (running.length === 0) return "";
  const sum = (of: "cpuMillicores" | "memoryBytes") =>
    running.reduce((all, row) => all + (row[of].differenceValue ?? 0), 0);
  return `In all, the ${running.length} components that run and are known on both sides request ${signed(sum("cpuMillicores"))} millicores and ${signed(Math.ceil(sum("memoryBytes") / BYTES_PER_MIB))} MiB beside the catalog.`;
}

function signed(amount: number): string {
  return `${amount > 0 ? "+" : ""}${numberText(amount)}`;
}

function rowsText(title: string, rows: readonly ComponentMeasured[], ink: Ink): string {
  if (rows.length === 0) return "";
  const columns = [
    { title: "Component", align: "left" as const },
    { title: "Pods", align: "right" as const },
    { title: "CPU m", align: "right" as const },
    { title: "Memory MiB", align: "right" as const },
    { title: "Runs", align: "left" as const },
  ];
  const cells = rows.map((row) => {
    const isThere = row.matchedBy !== null;
    return [
      `${nameOf(row)}${row.isSumOfPods && isThere ? " Σ" : ""}${row.matchedBy === "alike" ? " ~" : ""}`,
      beside(row.podCount, isThere, amount),
      beside(row.cpuMillicores, isThere, amount),
      beside(row.memoryBytes, isThere, mebibytes),
      stateText(row),
    ];
  });
  return `${ink.strong(title)}\n${table(columns, cells, ink)}`;
}

/** `rook-ceph-cluster/ceph-mon`; without what stands in brackets, as rows are narrow. */
function nameOf({ application, component }: ComponentMeasured): string {
  const short = component.replace(/ ?\(.*$/, "");
  return application === null || application === short ? short : `${application}/${short}`;
}

function stateText({ state, reason, matchedBy }: ComponentMeasured): string {
  if (state === "not-running") return "not running";
  if (state !== "unknown") return state;
  if (reason === "kind-not-in-files") return "not in files";
  return matchedBy !== null && reason === "not-public" ? "measured" : "unknown";
}
