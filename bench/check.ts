import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { adapters, exampleOptions, planToEmit, textOf } from "@nkp-planner/adapters";
import { examplePriceBook, planningContext } from "@nkp-planner/catalog";
import { operatingModels, parseFleet, plannedFleet } from "@nkp-planner/core";
import { builtProgram } from "./built-program.ts";
import { fleetFileOf, RELEASE } from "./fleets.ts";
import { aimText, figureText, printPart, tableText, timeText } from "./report.ts";
import { progress } from "./timing.ts";

/** Starts of a short program, in turn with what it is compared with. */
const STARTS = 15;
const QUICK_STARTS = 5;
/** A hook before a commit is not waited for longer: so many times the start of node itself. */
const MOST_TIMES = 5;
const CLUSTERS = 500;
const QUICK_CLUSTERS = 50;
const FILES_A_CLUSTER = 4;
const KIB_PER_MIB = 2 ** 10;
const MODEL = "ultimate-centralized";

/** How long a check takes from its start to its end, as it is installed: one cluster, and very many. */
export async function measureCheck(isQuick: boolean): Promise<void> {
  const program = builtProgram();
  const top = mkdtempSync(join(tmpdir(), "nkp-planner-check-"));
  try {
    progress("check of one cluster beside node -e 0");
    const one = await repositoryOf(join(top, "one"), fleetFileOf("repeated", 1), "starter-self-managed", 1);
    const words = ["check", "fleet.json", "--against", "clusters", "--model", "starter-self-managed"];
    const runs = Array.from({ length: isQuick ? QUICK_STARTS : STARTS }, () => ({
      nothing: started(["-e", "0"], top),
      help: started([program, "--version"], top),
      check: started([program, ...words], one.folder),
    }));
    const [nothing, help, check] = (["nothing", "help", "check"] as const).map((name) =>
      median(runs.map((run) => run[name].ms)),
    ) as [number, number, number];
    const clusters = isQuick ? QUICK_CLUSTERS : CLUSTERS;
    progress(`check of ${clusters} clusters: their files are written`);
    // A plane, and a cluster of each tenant.
    const many = await repositoryOf(join(top, "many"), fleetFileOf("distinct", clusters - 1), MODEL, FILES_A_CLUSTER);
    progress(`check of ${clusters} clusters in ${many.fileCount} files`);
    const large = started([program, "check", "fleet.json", "--against", "clusters", "--model", MODEL], many.folder);
    const small = runs.map((run) => run.check.peakMib);
    printPart(
      "14  Check, as it is installed, from start to end",
      [
        "Times of the processor of whole programs, the median of some in turn; peak of memory.",
        `One cluster is checked in ${figureText(check / nothing)} × the time of node -e 0; aim at most ${MOST_TIMES}: ${aimText(check <= MOST_TIMES * nothing)}.`,
      ],
      tableText(
        ["", "clusters", "files", "time", "× node -e 0", "MiB"],
        [
          ["node -e 0", "", "", timeText(nothing), "1", figureText(runs[0]?.nothing.peakMib ?? Number.NaN)],
          [
            "nkp-planner --version",
            "",
            "",
            timeText(help),
            figureText(help / nothing),
            figureText(runs[0]?.help.peakMib ?? Number.NaN),
          ],
          [
            "check",
            "1",
            String(one.fileCount),
            timeText(check),
            figureText(check / nothing),
            figureText(median(small)),
          ],
          [
            "check",
            String(clusters),
            String(many.fileCount),
            timeText(large.ms),
            figureText(large.ms / nothing),
            figureText(large.peakMib),
          ],
        ],
      ),
    );
  } finally {
    rmSync(top, { recursive: true, force: true });
  }
}

interface Started {
  readonly ms: number;
  readonly peakMib: number;
}

/** Says at its end what a program has used, start included. */
const TELL = `data:text/javascript,${encodeURIComponent(
  `process.on("exit", () => { const { user, system } = process.cpuUsage(); console.error("\\n" + JSON.stringify({ ms: (user + system) / 1000, kib: process.resourceUsage().maxRSS })); });`,
)}`;

/** @throws Error where a program does not end well: times of a refusal say nothing */
function started(args: readonly string[], cwd: string): Started {
  const { status, stderr } = spawnSync(process.execPath, ["--import", TELL, ...args], {
    cwd,
    encoding: "utf8",
    maxBuffer: 2 ** 30,
  });
  const told = stderr.trimEnd().split("\n").at(-1) ?? "";
  if (status !== 0 || !told.startsWith("{")) throw new Error(`${args.join(" ")}: ${stderr}`);
  const { ms, kib } = JSON.parse(told) as { readonly ms: number; readonly kib: number };
  return { ms, peakMib: kib / KIB_PER_MIB };
}

interface CheckedFolder {
  readonly folder: string;
  readonly fileCount: number;
}

/** A fleet beside the files that follow its plan, and others up to a count for each cluster. */
async function repositoryOf(folder: string, fleet: object, modelId: string, fileCount: number): Promise<CheckedFolder> {
  const model = operatingModels.find(({ id }) => id === modelId);
  const adapter = adapters.find(({ id }) => id === "cluster-api-yaml");
  if (model === undefined || adapter === undefined) throw new Error(`There is no ${modelId}, or no cluster-api-yaml.`);
  const context = planningContext({ release: RELEASE, priceBook: examplePriceBook });
  const plan = planToEmit(plannedFleet(parseFleet(fleet), model, context));
  const { files } = await adapter.emit({ plan, options: exampleOptions(adapter, plan) });
  const written = new Map([["fleet.json", JSON.stringify(fleet)]]);
  for (const { name } of plan.clusters) {
    const own = files.filter(({ path }) => path.startsWith(`${name}/`) && path.endsWith(".yaml"));
    const texts = [
      ...own.map((file) => textOf(file)),
      ...Array.from({ length: fileCount }, (_, at) => deployment(name, at)),
    ];
    for (const [at, text] of texts.slice(0, fileCount).entries()) written.set(`clusters/${name}/${at}.yaml`, text);
  }
  for (const [path, text] of written) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return { folder, fileCount: written.size - 1 };
}

function deployment(namespace: string, at: number): string {
  const app = `app-${at}`;
  return `apiVersion: apps/v1
kind: Deployment
metadata: { name: ${app}, namespace: ${namespace} }
spec:
  replicas: 3
  selector: { matchLabels: { app: ${app} } }
  template:
    metadata: { labels: { app: ${app} } }
    spec:
      containers:
        - name: main
          image: registry.example/${app}:1.0.0
          resources:
            requests: { cpu: 250m, memory: 256Mi }
            limits: { memory: 256Mi }
`;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
