import type { ComponentMeasured, Measurement } from "@nkp-planner/core";
import type { Ink } from "./ink.ts";
import { indented } from "./layout.ts";
import { amount, mebibytes } from "./measured-cells.ts";
import { paragraph } from "./paragraph.ts";

/** So many of one assumption are shown; lists of all are for programs. */
const MOST_VALUES = 6;

/** How to plan by what was measured: commands where an assumption takes it, and what none takes. */
export function takeOverText({ settings, components, nodes }: Measurement, ink: Ink): string {
  const lines = settings.flatMap(({ parameter, values, saidBy: by }) => {
    const [value, ...others] = values;
    if (others.length === 0) return indented(`--set ${parameter}=${value}  (${(by[0] ?? []).join(", ")})`, "  ");
    const said = values
      .slice(0, MOST_VALUES)
      .map((one, index) => `${one} (${(by[index] ?? []).join(", ")})`)
      .join("; ");
    return indented(
      `${parameter}: no one value stands for all: ${said}${values.length > MOST_VALUES ? "; and more" : ""}.`,
      "  ",
    );
  });
  const unplaced = components.filter(({ takeOver }) => takeOver === "none").map(measuredOf);
  const nodesUnplaced = nodes.some(({ takeOver }) => takeOver === "none") ? ["what some nodes keep"] : [];
  const none = [...unplaced, ...nodesUnplaced];
  if (lines.length + none.length === 0) return "";
  return [
    ink.strong("To plan by what was measured"),
    ...lines,
    ...(none.length === 0 ? [] : [paragraph(`No assumption takes this figure yet: ${none.join("; ")}.`, "  ")]),
  ].join("\n");
}

/** `ceph-mgr 500m, 512 MiB` */
function measuredOf({ component, cpuMillicores: cpu, memoryBytes: memory, podCount }: ComponentMeasured): string {
  const range = (least: number | null, most: number | null, text: (figure: number) => string) =>
    least === most ? text(most ?? 0) : `${text(least ?? 0)}…${text(most ?? 0)}`;
  const pods = podCount.mostValue === null ? "" : ` × ${amount(podCount.mostValue)}`;
  return `${component.replace(/ ?\(.*$/, "")} ${range(cpu.leastValue, cpu.mostValue, amount)}m, ${range(memory.leastValue, memory.mostValue, mebibytes)} MiB${pods}`;
}
