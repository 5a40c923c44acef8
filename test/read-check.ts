import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { type ReadResult, readers, recognise } from "@nkp-planner/adapters";
import { workloadLibrary } from "@nkp-planner/catalog";
import { findingText, numberText, parseFleet, problemOf, problemText } from "@nkp-planner/core";

/** What every file of a folder becomes, or why not: sums that can be held against what somebody else counted. */

const folder = process.argv[2];
if (folder === undefined || !statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
  process.stderr.write("pnpm read-check FOLDER: a folder of files that are to be read\n");
  process.exit(2);
}

const ANY_FLEET = {
  ...{ apiVersion: "nkp-planner/v1", kind: "Fleet", asOf: "2026-01-01", release: "any", currency: "EUR" },
};
const BYTES_PER_GIB = 2 ** 30;

for (const path of filesIn(folder)) {
  const file = { name: path, bytes: new Uint8Array(readFileSync(path)) };
  const found = recognise(file, readers);
  process.stdout.write(`${relative(folder, path)}\n`);
  if (found.reader === null) say(`refused: ${problemText(problemOf(found.finding))}`);
  else tell(found.reader.id, await found.reader.read(file, { library: workloadLibrary }));
}

function tell(readerId: string, { kind, data, value, findings, report }: ReadResult): void {
  const { entries, foundCount, usedCount, excluded, unreadableCount } = report;
  const left = excluded.map(({ count, reason }) => `${count} left out (${reason})`);
  say(
    `${readerId}: ${foundCount} ${entries}: ${[`${usedCount} used`, ...left, `${unreadableCount} unreadable`].join(", ")}`,
  );
  const sum = excluded.reduce((all, { count }) => all + count, usedCount + unreadableCount);
  if (sum !== foundCount) {
    say(`DOES NOT ADD UP: ${sum} of ${foundCount}`);
    process.exitCode = 1;
  }
  if (value !== null && kind === "tenants") say(sumsOf(data));
  const problems = findings.filter(({ severity }) => severity === "error").map(problemOf);
  for (const problem of problems.slice(0, 3)) say(`line ${problem.line}: ${problemText(problem)}`);
  if (problems.length > 3) say(`and ${problems.length - 3} more problems`);
  for (const finding of findings.filter(({ severity }) => severity !== "error")) say(`· ${findingText(finding)}`);
}

/** Pods, CPU and memory of all tenants; DaemonSets apart, as they run once on every node. */
function sumsOf(data: unknown): string {
  const { tenants } = parseFleet({ ...ANY_FLEET, tenants: data }, "tenants", workloadLibrary);
  const workloads = tenants.flatMap(({ demand }) => ("podCount" in demand ? [] : demand));
  const totals = tenants.flatMap(({ demand }) => ("podCount" in demand ? [demand] : []));
  const daemons = workloads.filter(({ kind }) => kind === "DaemonSet");
  const sizes = [
    ...totals.map(({ podCount, requests }) => ({ podCount, ...requests })),
    ...workloads
      .filter((one) => !daemons.includes(one))
      .map(({ replicas, requestsPerReplica: { cpuMillicores, memoryBytes, storageBytes } }) => ({
        podCount: replicas,
        cpuMillicores: replicas * cpuMillicores,
        memoryBytes: replicas * memoryBytes,
        storageBytes: replicas * storageBytes,
      })),
  ];
  const onNodes = daemons.map(({ requestsPerReplica }) => ({ podCount: 1, ...requestsPerReplica }));
  return `${tenants.length} tenants: ${sumText(sizes)}${daemons.length === 0 ? "" : `; on every node: ${sumText(onNodes)}`}`;
}

function sumText(
  sizes: readonly { podCount: number; cpuMillicores: number; memoryBytes: number; storageBytes: number }[],
): string {
  const sum = (key: keyof (typeof sizes)[number]) => sizes.reduce((all, one) => all + one[key], 0);
  const [cpu, memory, storage] = [sum("cpuMillicores") / 1000, sum("memoryBytes"), sum("storageBytes") / BYTES_PER_GIB];
  const gib = `${memory} bytes of memory (${numberText(memory / BYTES_PER_GIB, 4)} GiB)`;
  return `${sum("podCount")} pods, ${numberText(cpu, 3)} vCPU, ${gib}, ${numberText(storage, 4)} GiB of storage`;
}

function say(text: string): void {
  process.stdout.write(`    ${text}\n`);
}

function filesIn(from: string): readonly string[] {
  return readdirSync(from, { withFileTypes: true })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? filesIn(join(from, entry.name)) : [join(from, entry.name)]));
}
