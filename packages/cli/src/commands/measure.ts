import { optionWords } from "@nkp-planner/adapters";
import { catalogOf, parameters, releases, workloadNames } from "@nkp-planner/catalog";
import {
  chooseParameters,
  type Finding,
  InputError,
  type Measurement,
  measuredFootprint,
  measuredFootprintDocument,
  measurementDocument,
  measurementOf,
} from "@nkp-planner/core";
import { buildCommand } from "@stricli/core";
import { BRIEFS } from "../briefs.ts";
import { type Format, formatFlag, outputFlags, planningFlags } from "../flags.ts";
import { printContent } from "../formats.ts";
import { givenFile } from "../given-file.ts";
import { inkFor } from "../human/ink.ts";
import { measuredText } from "../human/measured.ts";
import { several } from "../human/measured-cells.ts";
import { paragraph } from "../human/paragraph.ts";
import { type MeasuredCluster, measureFiles, nothingOf } from "../measure-files.ts";
import { measuredFinding } from "../measured-texts.ts";
import { STANDARD_OUTPUT } from "../output-file.ts";
import type { Shell, ShellProcess } from "../shell.ts";

interface Flags {
  readonly fleet?: string;
  readonly release?: string;
  readonly set?: readonly string[];
  readonly footprint?: string;
  readonly force: boolean;
  readonly format: Format;
}

async function measure(this: Shell, flags: Flags, ...paths: readonly string[]): Promise<void> {
  const { stdout, stderr, env } = this.process;
  const settings = optionWords(flags.set ?? [], "--set", "write for example --set kubelet-reservations=none");
  const release = flags.release ?? (await releaseOfFleet(this.process, flags.fleet));
  const context = {
    catalog: catalogOf(release ?? NEWEST_RELEASE),
    choices: chooseParameters(parameters, settings),
  };
  const measured = await measureFiles(this.process, paths);
  const { cluster, report } = measured;
  const measurement = measurementOf(cluster, context, workloadNames);
  if (measurement.matched.length === 0 && cluster.nodes.length === 0)
    throw nothingOf(paths, `nothing of the platform among ${several(report.foundCount, "object")}`);
  const findings = saidOf(measured, measurement, release === undefined);
  if (flags.footprint !== undefined) {
    const document = measuredFootprintDocument(measuredFootprint(measurement, cluster.nodes));
    const text = `${JSON.stringify(document, null, 2)}\n`;
    await printContent(text, { out: flags.footprint, force: flags.force }, this.process);
    if (flags.footprint === STANDARD_OUTPUT) return;
    stderr.write(
      `${paragraph(`${flags.footprint} is written. It holds numbers and names of the catalog, and no name of yours.`)}\n`,
    );
  }
  if (flags.format === "json")
    stdout.write(`${JSON.stringify(measurementDocument(measurement, report, findings), null, 2)}\n`);
  else stdout.write(measuredText({ measurement, report, findings }, inkFor(stdout, env)));
}

const NEWEST_RELEASE = releases.findLast(({ status }) => status === "ga")?.id ?? "";

/** @throws InputError with every problem of the fleet */
async function releaseOfFleet(process: ShellProcess, path: string | undefined): Promise<string | undefined> {
  if (path === undefined) return undefined;
  const { name, value, findings } = await givenFile(process, path, "fleet");
  if (value === null) throw new InputError(name, findings);
  return value.release;
}

/** What is to be known of the files, the unreadable first. */
function saidOf(
  { findings, cluster, mixedCount, pendingCount, leftOut }: MeasuredCluster,
  { release, kubernetesVersion, otherVersions, components }: Measurement,
  isTaken: boolean,
): readonly Finding[] {
  const alike = components.filter(({ matchedBy }) => matchedBy === "alike").map(({ component }) => component);
  const named = (names: readonly string[]) => ({ names: names.join(", ") });
  return [
    ...findings,
    ...(leftOut.length > 0 ? [measuredFinding("left-out-files", named(leftOut))] : []),
    ...(isTaken ? [measuredFinding("release-taken", { release })] : []),
    ...(otherVersions.length > 0
      ? [measuredFinding("other-kubernetes", { versions: otherVersions.join(", "), release, own: kubernetesVersion })]
      : []),
    ...(cluster.workloads.length > 0 && !cluster.kinds.includes("Pod") ? [measuredFinding("no-pods")] : []),
    ...(cluster.nodes.length === 0 ? [measuredFinding("no-nodes")] : []),
    ...(pendingCount > 0 ? [measuredFinding("pending", { pods: several(pendingCount, "pod") })] : []),
    ...(mixedCount > 0 ? [measuredFinding("several-sizes", { makers: several(mixedCount, "maker") })] : []),
    ...(alike.length > 0 ? [measuredFinding("matched-alike", named(alike))] : []),
  ];
}

const text = (brief: string, placeholder: string) =>
  ({ kind: "parsed", parse: (input: string) => input, optional: true, brief, placeholder }) as const;

export const command = buildCommand<Flags, string[], Shell>({
  func: measure,
  parameters: {
    flags: {
      fleet: text("Fleet file whose release the cluster has (default: none)", "FILE"),
      release: text("NKP release of the cluster (default: that of --fleet, or the newest)", "RELEASE"),
      set: planningFlags.set,
      footprint: text(
        "File to write what was measured to, without any name of yours; - for standard output, alone (default: none)",
        "FILE",
      ),
      force: outputFlags.force,
      format: formatFlag,
    },
    positional: {
      kind: "array",
      minimum: 1,
      parameter: {
        brief: "What kubectl prints of one cluster: files, folders of them, - for standard input",
        parse: (input: string) => input,
        placeholder: "FILE",
      },
    },
  },
  docs: {
    brief: BRIEFS.measure,
    fullDescription: [
      "Lay what runs in an NKP cluster beside what the catalog has of its release, component by component: what each",
      "requests, how many pods it has, and the difference; and what its nodes keep from pods. Open questions of the",
      "catalog come first. Where an assumption takes a measured figure, its --set is printed.",
      "",
      "  kubectl get deployments,statefulsets,daemonsets,pods,nodes -A -o json > cluster.json",
      "  nkp-planner measure cluster.json --release nkp-2.17.1",
      "  nkp-planner measure cluster.json --fleet my-fleet.yaml --footprint footprint.json",
      "  nkp-planner measure cluster.json --set kubelet-reservations=capacity-tiered",
    ].join("\n"),
  },
});
