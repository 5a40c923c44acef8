import type { ComponentMeasured, Finding, Measurement } from "@nkp-planner/core";
import { importedReport } from "./imported.ts";
import type { Ink } from "./ink.ts";
import { indented } from "./layout.ts";
import { amount, beside, mebibytes, several } from "./measured-cells.ts";
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
  const ofNodes = `${several(nodeCount, "node")} found.`;
  if (running.length === 0) return `No component of ${release} found. ${ofNodes}`;
  const states = [
    `${countOf("same")} as the catalog has them`,
    `${countOf("more")} with more`,
    `${countOf("less")} with less`,
    `${countOf("unknown")} not to be compared`,
  ].join(", ");
  const said = `${several(running.length, "component")} of ${release} found: ${states}. Open questions among them: ${open}.`;
  return `${said} ${ofNodes}`;
}

/** What components come to together, of those whose two sides are known. */
function sumSentence(components: readonly ComponentMeasured[]): string {
  const known = components.filter(
    ({ matchedBy, cpuMillicores, memoryBytes }) =>
      matchedBy !== null && cpuMillicores.differenceValue !== null && memoryBytes.differenceValue !== null,
  );
  if (known.length === 0) return "";
  const sum = (of: "cpuMillicores" | "memoryBytes") =>
    known.reduce((all, one) => all + (one[of].differenceValue ?? 0), 0);
  const cpu = than(sum("cpuMillicores"), amount, "millicores");
  const memory = than(sum("memoryBytes"), mebibytes, "MiB");
  return `Both sides are known of ${several(known.length, "component")}: all pods together request ${cpu}, and ${memory}.`;
}

function than(difference: number, text: (figure: number) => string, unit: string): string {
  if (difference === 0) return `as many ${unit} as the catalog has`;
  return `${text(Math.abs(difference))} ${unit} ${difference > 0 ? "more" : "less"} than the catalog has`;
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
