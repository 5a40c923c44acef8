import type { Measurement } from "@nkp-planner/core";
import type { Ink } from "./ink.ts";
import { amount, beside, mebibytes, orUnknown, several } from "./measured-cells.ts";
import { paragraph } from "./paragraph.ts";
import { table } from "./table.ts";

const right = (title: string) => ({ title, align: "right" as const });
const left = (title: string) => ({ title, align: "left" as const });

/** So many are shown; lists of all are for programs. */
const MOST_NODES = 20;

/** What nodes keep from pods, beside what a plan takes for it. */
export function nodesText({ nodes }: Measurement, ink: Ink): string {
  if (nodes.length === 0) return "";
  const columns = [left("Nodes"), right("Count"), right("CPU m"), right("Memory MiB"), right("Pods"), left("Keep")];
  const rows = nodes
    .slice(0, MOST_NODES)
    .map((row) => [
      `${row.role}, ${amount(row.capacityCpuMillicores)}m ${mebibytes(row.capacityMemoryBytes)} MiB`,
      amount(row.nodeCount),
      beside(row.keptCpuMillicores, true, amount),
      beside(row.keptMemoryBytes, true, mebibytes),
      beside(row.podsPerNode, true, amount),
      row.state,
    ]);
  const more = moreText(nodes.length - MOST_NODES, "group");
  return `${ink.strong("What a node keeps from pods: as planned → as it is")}\n${table(columns, rows, ink)}${more === "" ? "" : `\n${more}`}`;
}

const MOST_NAMESPACES = 12;
const MOST_WORKLOADS = 40;

/** What is no component of the catalog, and what does not run. */
export function othersText({ notInCatalog, elsewhere, absentApplications }: Measurement, ink: Ink): string {
  const parts = [
    notInCatalog.length === 0
      ? ""
      : `${ink.strong("Not in the catalog, beside the platform")}\n${table(
          [left("Workload"), right("Pods"), right("CPU m"), right("Memory MiB")],
          notInCatalog
            .slice(0, MOST_WORKLOADS)
            .map(({ namespace, name, podCount, cpuMillicores, memoryBytes }) => [
              `${namespace}/${name}`,
              ...[orUnknown(podCount, amount), orUnknown(cpuMillicores, amount), orUnknown(memoryBytes, mebibytes)],
            ]),
          ink,
        )}`,
    moreText(notInCatalog.length - MOST_WORKLOADS, "workload"),
    elsewhere.length === 0
      ? ""
      : `${ink.strong("Elsewhere, where no part of the platform runs: tenants, most likely")}\n${table(
          [left("Namespace"), right("Workloads"), right("Pods"), right("CPU m in all"), right("MiB in all")],
          elsewhere
            .slice(0, MOST_NAMESPACES)
            .map((row) => [
              row.namespace,
              amount(row.workloadCount),
              ...[
                orUnknown(row.podCount, amount),
                orUnknown(row.cpuMillicores, amount),
                orUnknown(row.memoryBytes, mebibytes),
              ],
            ]),
          ink,
        )}`,
    moreText(elsewhere.length - MOST_NAMESPACES, "namespace"),
    likeText(elsewhere),
    absentApplications.length === 0 ? "" : paragraph(`Nothing runs of: ${absentApplications.join(", ")}.`),
  ];
  return parts.filter((part) => part !== "").join("\n\n");
}

function moreText(count: number, one: string): string {
  return count > 0 ? paragraph(`And ${several(count, one)} more; --format json lists all.`) : "";
}

function likeText(elsewhere: Measurement["elsewhere"]): string {
  const like = elsewhere.filter(({ likeNames }) => likeNames.length > 0);
  if (like.length === 0) return "";
  const said = like
    .slice(0, MOST_NAMESPACES)
    .map(({ namespace, likeNames }) => `${likeNames.join(", ")} in ${namespace}`)
    .join("; ");
  return paragraph(
    `Called like components, and not counted as them, as the platform stands elsewhere: ${said}${like.length > MOST_NAMESPACES ? "; and more" : ""}.`,
  );
}
