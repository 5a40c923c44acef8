import { type FootprintLine, gibOf, type PlannedFleet, totalRequests, vcpuOf } from "@nkp-planner/core";
import type { Writer } from "../writer.ts";
import type { ChartView } from "./chart-view.ts";

/** So many are read at a glance; the others are one bar. */
const MOST_BARS = 10;
/** What every cluster runs below the applications. */
const SYSTEM = "Kubernetes and its agents";

interface Part {
  readonly name: string;
  readonly vcpu: number;
  readonly memoryGiB: number;
  /** A figure of it is not public: what is counted is too little. */
  readonly isUnknown: boolean;
}

/** Where the platform's requests go, application by application, over all clusters of a model. */
export function platformChart(plan: PlannedFleet, writer: Writer): ChartView {
  const all = partsOf(plan);
  const shown = all.length > MOST_BARS + 1 ? [...all.slice(0, MOST_BARS), restOf(all.slice(MOST_BARS))] : all;
  const total = all.reduce((sum, { vcpu }) => sum + vcpu, 0);
  const unknown = all.filter(({ isUnknown }) => isUnknown).map(({ name }) => name);
  const first = all[0];
  const left = unknown.length === 0 ? "" : ` Not public and counted too low: ${unknown.join(", ")}.`;
  return {
    title: "Where the platform's requests go",
    unit: "vCPU",
    shape: "bars",
    summary:
      first === undefined
        ? "The platform requests nothing."
        : `${first.name} requests most: ${writer.number(first.vcpu, 1)} of ${writer.number(total, 1)} vCPU.${left}`,
    categories: shown.map(({ name }) => name),
    series: [{ label: "vCPU requested", tone: "platform", values: shown.map(({ vcpu }) => vcpu) }],
    barTexts: shown.map(({ vcpu, isUnknown }) => `${writer.number(vcpu, 1)}${isUnknown ? ", and more" : ""}`),
    marks: [],
    table: {
      columns: ["Application", "vCPU", "GiB"],
      rows: all.map(({ name, vcpu, memoryGiB, isUnknown }) => ({
        head: isUnknown ? `${name}, a part unknown` : name,
        cells: [{ text: writer.number(vcpu) }, { text: writer.number(memoryGiB) }],
      })),
    },
  };
}

/** The largest first. */
function partsOf({ clusters }: PlannedFleet): readonly Part[] {
  const parts = new Map<string, Part>();
  for (const { footprint, pools } of clusters) {
    const countOf = (isControlPlane: boolean) =>
      pools
        .filter(({ role }) => (role === "control-plane") === isControlPlane)
        .reduce((sum, { nodeCount }) => sum + nodeCount, 0);
    const nodes = { controlPlane: countOf(true), workers: countOf(false) };
    for (const line of footprint) {
      const requests = totalRequests([line], nodes);
      const part = partOf(line, vcpuOf(requests.cpuMillicores), gibOf(requests.memoryBytes));
      const known = parts.get(part.name);
      parts.set(part.name, known === undefined ? part : sumOf(part.name, [known, part]));
    }
  }
  return [...parts.values()].sort((a, b) => b.vcpu - a.vcpu);
}

function partOf({ application, isUnknown }: FootprintLine, vcpu: number, memoryGiB: number): Part {
  return { name: application ?? SYSTEM, vcpu, memoryGiB, isUnknown };
}

function restOf(parts: readonly Part[]): Part {
  return sumOf(`${parts.length} others`, parts);
}

function sumOf(name: string, parts: readonly Part[]): Part {
  return {
    name,
    vcpu: parts.reduce((sum, { vcpu }) => sum + vcpu, 0),
    memoryGiB: parts.reduce((sum, { memoryGiB }) => sum + memoryGiB, 0),
    isUnknown: parts.some(({ isUnknown }) => isUnknown),
  };
}
