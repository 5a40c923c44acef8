import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type EmitOptions, type EmittedFile, textOf } from "@nkp-planner/adapters";
import { exampleRunOptionsText, type RunToEmit, runAdapters, runOptionsSchema } from "@nkp-planner/adapters/runs";
import { optionsGiven } from "@nkp-planner/adapters/yaml";
import { InputError } from "@nkp-planner/core";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { expanded, type JobObject, type PodPlace, runPod } from "./support/job-pods.ts";
import { schemaProblems } from "./support/kubernetes-schemas.ts";
import { found, hasShellcheck } from "./support/scripts-run.ts";

const [kubernetesJob] = runAdapters.filter(({ id }) => id === "kubernetes-job");
if (kubernetesJob === undefined) throw new Error("There is no kubernetes-job.");

const bytesOf = (text: string) => Uint8Array.from(new TextEncoder().encode(text));
const FLEET = "tenant a\ntenant b\n";
const run = (more: Partial<RunToEmit> = {}): RunToEmit => ({
  fleet: { name: "fleets/it's.ndjson", byteCount: FLEET.length, bytes: bytesOf(FLEET) },
  files: [{ flag: "--prices", file: { name: "book.yaml", byteCount: 2, bytes: bytesOf("a\n") } }],
  words: ["--release", "nkp-2.17.1"],
  mergeWords: ["--allow", "infeasible"],
  ...more,
});
const LARGE: Partial<RunToEmit> = { fleet: { name: "large.ndjson", byteCount: FLEET.length, bytes: null } };
const VOLUME = { image: "registry.msp.example/planner:1", shards: 3, storageClass: "files" };
const { storageClass: _, ...BASE } = VOLUME;
const CLAIM = { ...BASE, claim: "shared", namespace: "planning", name: "book" };
const STORE = {
  ...BASE,
  objectStore: {
    ...{ url: "store://runs", secret: "keys", image: "registry.msp.example/tool:1" },
    put: 'store put "$STORE_KEY" "$FILE" "$OBJECT"',
    get: 'store get "$STORE_KEY" "$OBJECT" "$FILE"',
  },
};
const WAYS: readonly (readonly [string, EmitOptions])[] = [
  ["a volume that is made", VOLUME],
  ["a claim", CLAIM],
  ["an object store", STORE],
];
const RUNS: readonly (readonly [string, Partial<RunToEmit>])[] = [
  ["a fleet that travels with the Job", {}],
  ["a fleet that is brought", LARGE],
  ["a fleet that is brought, and no prices", { ...LARGE, files: [], words: [] }],
];
const CASES = WAYS.flatMap(([way, options]) => RUNS.map(([what, more]) => [way, what, options, run(more)] as const));

const fileIn = (files: readonly EmittedFile[], path: string): EmittedFile => {
  const file = files.find((one) => one.path === path);
  if (file === undefined) throw new Error(`${path} is not among ${files.map((one) => one.path).join(", ")}`);
  return file;
};
const jobIn = (files: readonly EmittedFile[], path: string) => parse(textOf(fileIn(files, path))) as JobObject;

describe.each(CASES)("a Job with %s and %s", (_way, _what, options, subject) => {
  const files = kubernetesJob.emit(subject, options);
  const isScriptOf = (path: string) => path.endsWith(".sh");

  it("is objects that Kubernetes knows, every field of them", () => {
    const objects = files.filter(({ path }) => path.endsWith(".yaml") && !/^input\/|kustomization/.test(path));
    expect(objects.length).toBeGreaterThanOrEqual(2);
    for (const file of objects) expect(schemaProblems(parse(textOf(file))), file.path).toEqual([]);
  });

  it("asks for what the restricted standard of pods takes, no token, and memory that it gets", () => {
    for (const file of files.filter(({ path }) => /^(shard-job|merge-job|load-fleet)\.yaml$/.test(path))) {
      const object = parse(textOf(file));
      const spec = object.spec.template?.spec ?? object.spec;
      expect(spec).toMatchObject({
        ...{ restartPolicy: "Never", automountServiceAccountToken: false },
        securityContext: { runAsNonRoot: true, seccompProfile: { type: "RuntimeDefault" } },
      });
      for (const one of [...(spec.initContainers ?? []), ...spec.containers]) {
        expect(one.resources.limits.memory).toBe(one.resources.requests.memory);
        expect(one.securityContext).toEqual({
          ...{ allowPrivilegeEscalation: false, readOnlyRootFilesystem: true },
          capabilities: { drop: ["ALL"] },
        });
        expect(one.envFrom !== undefined).toBe(one.image === STORE.objectStore.image);
      }
    }
  });

  it("names files and objects that are there", () => {
    const kustomization = parse(textOf(fileIn(files, "kustomization.yaml")));
    for (const path of kustomization.resources) fileIn(files, path);
    for (const { files: inputs } of kustomization.configMapGenerator ?? [])
      for (const path of inputs) fileIn(files, path);
    const carried = files.filter(({ path }) => path.startsWith("input/"));
    expect(carried.map(({ path }) => path)).toEqual(kustomization.configMapGenerator?.[0].files ?? []);
    const { volumes } = jobIn(files, "shard-job.yaml").spec.template.spec;
    expect(volumes.some(({ configMap }) => configMap !== undefined)).toBe(carried.length > 0);
  });

  it.skipIf(!hasShellcheck && process.env["CI"] === undefined)("is scripts in which shellcheck finds nothing", () => {
    const steps = ["shard-job.yaml", "merge-job.yaml"].flatMap((path) => {
      const { initContainers = [], containers } = jobIn(files, path).spec.template.spec;
      return [...initContainers, ...containers].flatMap(({ command }) =>
        command[0] === "/bin/sh" ? [`#!/bin/sh\n${expanded(command[2] ?? "", {})}`] : [],
      );
    });
    const texts = [...files.filter(({ path }) => isScriptOf(path)).map(textOf), ...steps];
    expect(texts.length).toBeGreaterThanOrEqual(2);
    for (const text of texts) {
      // What a tool of the user's is given comes from a Secret.
      const { stdout } = spawnSync("shellcheck", ["--exclude=SC2154", "-"], { input: text, encoding: "utf8" });
      expect(stdout, text).toBe("");
    }
  });
});

/** A planner that writes its words into a part, and merges by putting parts one after the other. */
const FAKE_PLANNER = `#!/bin/sh
set -eu
word=$1; shift
if [ "$word" = merge ]; then
  while [ "$1" != --format ]; do cat "$1"; shift; done
  [ "$*" = "--format json --allow infeasible" ]
  exit 0
fi
fleet=$1; shift
for one; do out=$one; done
printf '%s of %s\\n' "$JOB_COMPLETION_INDEX" "$(wc -l <"$fleet")" >"$out"
`;
/** A store that is a folder beside; it wants its key. */
const FAKE_STORE = `#!/bin/sh
set -eu
[ "$2" = s3cret ]
case $1 in
  put) cp "$3" "$STORE_FOLDER/$4" ;;
  get) cp "$STORE_FOLDER/$3" "$4" ;;
esac
`;

function clusterOf(files: readonly EmittedFile[]): PodPlace & { readonly store: string; readonly work: string } {
  const folder = mkdtempSync(join(tmpdir(), "nkp-planner-job-"));
  const [bin, store, work, inputs] = ["bin", "store", "claims/work", "inputs"].map((name) => join(folder, name)) as [
    string,
    string,
    string,
    string,
  ];
  for (const path of [bin, store, work, inputs]) mkdirSync(path, { recursive: true });
  writeFileSync(join(bin, "nkp-planner"), FAKE_PLANNER, { mode: 0o755 });
  writeFileSync(join(bin, "store"), FAKE_STORE, { mode: 0o755 });
  for (const file of files.filter(({ path }) => path.startsWith("input/")))
    writeFileSync(join(inputs, file.path.slice("input/".length)), "bytes" in file ? file.bytes : file.text);
  return {
    ...{ folder, bin, inputs, store, work },
    secrets: { keys: { STORE_KEY: "s3cret", STORE_FOLDER: store } },
  };
}

describe("pods of a Job", () => {
  it.each([
    ["a volume", VOLUME, "fleet-plan"],
    ["a claim", CLAIM, "book"],
  ])("hand over by %s: a part each, then the totals", (_way, options, name) => {
    const files = kubernetesJob.emit(run(), options);
    const place = clusterOf(files);
    // In any order.
    for (const index of [2, 0, 1])
      expect(runPod(jobIn(files, "shard-job.yaml"), index, place)).toMatchObject([{ name: "shard", status: 0 }]);
    expect(readdirSync(place.work).sort()).toEqual([0, 1, 2].map((index) => `${name}.part-${index}.json`));
    const [merge] = runPod(jobIn(files, "merge-job.yaml"), null, place);
    expect(merge).toMatchObject({ status: 0, stdout: "0 of 2\n1 of 2\n2 of 2\n" });
    expect(readFileSync(join(place.work, `${name}.totals.json`), "utf8")).toBe(merge?.stdout);
  });

  it("hand over by an object store, with a fleet that lies in it", () => {
    const files = kubernetesJob.emit(run(LARGE), STORE);
    const place = clusterOf(files);
    writeFileSync(join(place.store, "fleet-plan.fleet.ndjson"), FLEET);
    for (const index of [0, 1, 2])
      expect(runPod(jobIn(files, "shard-job.yaml"), index, place).map(({ name, status }) => [name, status])).toEqual([
        ["get-fleet", 0],
        ["shard", 0],
        ["put-part", 0],
      ]);
    const runs = runPod(jobIn(files, "merge-job.yaml"), null, place);
    expect(runs.map(({ name, status }) => [name, status])).toEqual([
      ["get-parts", 0],
      ["merge", 0],
      ["put-totals", 0],
    ]);
    expect(readFileSync(join(place.store, "fleet-plan.totals.json"), "utf8")).toBe("0 of 2\n1 of 2\n2 of 2\n");
  });

  it("plan no part of a fleet that came in part, and merge nothing where a part is missing", () => {
    const files = kubernetesJob.emit(run(LARGE), STORE);
    const place = clusterOf(files);
    writeFileSync(join(place.store, "fleet-plan.fleet.ndjson"), FLEET.slice(0, -1));
    expect(runPod(jobIn(files, "shard-job.yaml"), 0, place)).toEqual([
      {
        ...{ name: "get-fleet", status: 1, stdout: "" },
        stderr: "fleet-plan.fleet.ndjson is not the fleet of 18 bytes that this Job was written for.\n",
      },
    ]);
    expect(runPod(jobIn(files, "merge-job.yaml"), null, place)).toMatchObject([{ name: "get-parts", status: 1 }]);
    expect(readdirSync(place.store)).toEqual(["fleet-plan.fleet.ndjson"]);
  });

  it("get every word as it was given", () => {
    const words = ["--set", "a=$(JOB_COMPLETION_INDEX)", "$$(HOME)", "$HOME"];
    const files = kubernetesJob.emit(run({ words }), VOLUME);
    const { args = [] } = jobIn(files, "shard-job.yaml").spec.template.spec.containers[0] ?? {};
    const seen = args.map((word) => expanded(word, { JOB_COMPLETION_INDEX: "7", HOME: "/home" }));
    expect(seen).toEqual([
      ...["shard", "/input/fleet.ndjson", "--of", "3", "--workers", "1"],
      ...["--prices", "/input/prices.yaml", ...words],
      ...["--force", "--out", "/fleet/fleet-plan.part-7.json"],
    ]);
  });
});

/** What a Job says of itself, one answer after the other; notes what it was asked. */
const FAKE_KUBECTL = `#!/usr/bin/env bash
set -euo pipefail
[[ $1 != --namespace ]] || { printf '%s: ' "$2" >>"$CALLS"; shift 2; }
printf '%s\\n' "$*" | sed "s#$TOP#TOP#" | head -n 1 >>"$CALLS"
case $1 in
  get) head -n 1 "$TOP/says-$3"; sed -i 1d "$TOP/says-$3" ;;
  logs) echo totals ;;
  exec) shift 3; shift; "\${@//\\/fleet\\//$TOP/}" ;;
esac
`;

describe("run.sh", () => {
  const started = (files: readonly EmittedFile[], says: Readonly<Record<string, string>>, args: readonly string[]) => {
    const top = mkdtempSync(join(tmpdir(), "nkp-planner-run-"));
    mkdirSync(join(top, "bin"));
    writeFileSync(join(top, "bin/kubectl"), FAKE_KUBECTL, { mode: 0o755 });
    writeFileSync(join(top, "run.sh"), textOf(fileIn(files, "run.sh")));
    writeFileSync(join(top, "fleet.ndjson"), FLEET);
    writeFileSync(join(top, "calls"), "");
    for (const [job, lines] of Object.entries(says)) writeFileSync(join(top, `says-${job}`), lines);
    const { status, stdout, stderr } = spawnSync(found("bash"), [join(top, "run.sh"), ...args], {
      ...{ cwd: top, encoding: "utf8", timeout: 60_000 },
      env: { PATH: `${join(top, "bin")}:/usr/bin:/bin`, TOP: top, CALLS: join(top, "calls"), POLL_SECONDS: "0" },
    });
    return { status, stdout, stderr, top, calls: readFileSync(join(top, "calls"), "utf8").trim().split("\n") };
  };
  const ASKED = '--output jsonpath={.status.conditions[?(@.status=="True")].type}';

  it("waits for the parts, lets the merge go, and prints what it says", () => {
    const says = { book: "\nSuccessCriteriaMet\nSuccessCriteriaMet Complete\n", "book-merge": "\nComplete\n" };
    expect(started(kubernetesJob.emit(run(), CLAIM), says, [])).toMatchObject({
      ...{ status: 0, stdout: "totals\n", stderr: "" },
      calls: [
        "planning: apply --server-side --kustomize TOP",
        ...[1, 2, 3].map(() => `planning: get job book ${ASKED}`),
        'planning: patch job book-merge --patch {"spec":{"suspend":false}}',
        ...[1, 2].map(() => `planning: get job book-merge ${ASKED}`),
        "planning: logs job/book-merge --container merge",
      ],
    });
  });

  it("merges nothing when a part has failed", () => {
    const outcome = started(
      kubernetesJob.emit(run(), VOLUME),
      { "fleet-plan": "FailureTarget\nFailureTarget Failed\n" },
      [],
    );
    expect(outcome).toMatchObject({
      ...{ status: 1, stdout: "" },
      stderr: "The Job fleet-plan has failed: there are no totals. Its reason:\ntotals\n",
    });
    expect(outcome.calls.some((call) => call.startsWith("patch"))).toBe(false);
  });

  it("brings a fleet to the volume first, whole, and takes no other", () => {
    const files = kubernetesJob.emit(run(LARGE), VOLUME);
    const says = { "fleet-plan": "Complete\n", "fleet-plan-merge": "Complete\n" };
    const outcome = started(files, says, ["fleet.ndjson"]);
    expect(outcome).toMatchObject({ status: 0, stdout: "totals\n" });
    expect(readFileSync(join(outcome.top, "fleet-plan.fleet.ndjson"), "utf8")).toBe(FLEET);
    expect(outcome.calls.slice(0, 6)).toEqual([
      "apply --server-side --filename TOP/hand-over.yaml",
      "apply --server-side --filename TOP/load-fleet.yaml",
      "wait --for=condition=Ready --timeout=10m pod/fleet-plan-load",
      expect.stringContaining("exec --stdin fleet-plan-load -- /bin/sh -c cat >/fleet/fleet-plan.fleet.ndjson.new"),
      "delete pod fleet-plan-load --wait=false",
      "apply --server-side --kustomize TOP",
    ]);
    copyFileSync(join(outcome.top, "run.sh"), join(outcome.top, "other"));
    for (const args of [[], [join(outcome.top, "other")]])
      expect(started(files, says, args)).toMatchObject({
        ...{ status: 2, stdout: "", calls: [""] },
        stderr: "Usage: run.sh FLEET, the file of 18 bytes that this run was written for\n",
      });
  });
});

describe("options of a Job", () => {
  const problems = (options: EmitOptions, subject = run()) => {
    try {
      kubernetesJob.emit(subject, options);
      return [];
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      return error.findings.map(({ message: { figures } }) => `${figures["found"]?.value}: ${figures["fix"]?.value}`);
    }
  };

  it("are all told of at once", () => {
    expect(problems({ shards: 0, parallelism: 9, claim: "a", storageClass: "b", memory: "much", nonsense: 1 })).toEqual(
      [
        expect.stringContaining("nothing: add for example image: registry.msp.example/tools/nkp-planner:0.1.0"),
        expect.stringMatching(/^0: /),
        expect.stringMatching(/^"much": /),
        expect.stringMatching(/nonsense/),
        "claim beside storageClass: leave all but one out",
        "9: leave it out: then all are planned at a time",
      ],
    );
  });

  it("say how parts are handed over: a class that serves one node would keep pods waiting for ever", () => {
    expect(problems(BASE)).toEqual([
      "no way to hand parts over: add for example storageClass=nutanix-files, a class whose volumes many nodes write to at once",
    ]);
  });

  it("go with inputs that a ConfigMap holds", () => {
    const files = [{ flag: "--prices", file: { name: "book.yaml", byteCount: 1_048_576, bytes: null } }];
    expect(problems(VOLUME, run({ files }))).toEqual([
      "files of 1,049,600 bytes with --prices: leave out of them what the fleet does not need",
    ]);
    const empty = { name: "none.ndjson", byteCount: 0, bytes: new Uint8Array() };
    expect(problems(VOLUME, run({ fleet: empty }))).toEqual(['no bytes in "none.ndjson": check the path']);
  });

  it("refuse a fleet that no part can read for itself", () => {
    const fleet = { name: "fleet.yaml", byteCount: 1, bytes: new Uint8Array(1) };
    expect(problems(VOLUME, run({ fleet }))).toEqual([
      '"fleet.yaml": write each tenant as one line of JSON, and call the file for example fleet.ndjson',
    ]);
  });

  it.each([
    ["1", "1"],
    ["1001m", "2"],
    ["500m", "1"],
    ["8", "8"],
  ])("plan with as many threads as the cores that are asked for: %s", (cpu, threads) => {
    const files = kubernetesJob.emit(run(), { ...VOLUME, cpu, models: ["hybrid"] });
    const { args = [] } = jobIn(files, "shard-job.yaml").spec.template.spec.containers[0] ?? {};
    expect(args.slice(4, 8)).toEqual(["--workers", threads, "--model", "hybrid"]);
  });

  it("carry a fleet up to what a ConfigMap holds, to the byte", () => {
    const fleetOf = (byteCount: number) => ({ name: "f.ndjson", byteCount, bytes: new Uint8Array(byteCount) });
    const isCarried = (byteCount: number) =>
      kubernetesJob
        .emit(run({ fleet: fleetOf(byteCount), files: [] }), VOLUME)
        .some(({ path }) => path === "input/fleet.ndjson");
    expect([isCarried(1_047_552), isCarried(1_047_553)]).toEqual([true, false]);
  });

  it("have an example that is taken as it is, and a schema that is of today: `pnpm schemas`", () => {
    const bytes = new TextEncoder().encode(exampleRunOptionsText(kubernetesJob));
    const { value } = optionsGiven({ name: "run.yaml", bytes });
    expect(value).toEqual(kubernetesJob.exampleOptions);
    expect(problems(value ?? {})).toEqual([]);
    const shipped = new URL("../packages/adapters/schema/run-options.schema.json", import.meta.url);
    expect(JSON.parse(readFileSync(shipped, "utf8"))).toEqual(
      JSON.parse(JSON.stringify(runOptionsSchema(runAdapters))),
    );
  });
});
