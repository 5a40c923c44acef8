import type { RunToEmit } from "../run-adapter.ts";
import type { JobOptions } from "./job-options.ts";
import { INPUT_FOLDER, type RunPlaces, WORK_FOLDER } from "./run-inputs.ts";
import { getFleetStep, getPartsStep, mergeStep, putPartStep, putTotalsStep } from "./shell-steps.ts";

/**
 * Exit codes of the planner. Bad input is every part's, and no retry mends it; a plan that cannot run is no better the
 * second time; a mistake of the program comes again in the same part.
 * @see packages/cli/README.md
 */
const BAD_INPUT = 2;
const REFUSED = 3;
const OWN_MISTAKE = 70;

const MILLICORES = 1000;
const MERGE = "merge";
const SHARD = "shard";

/** What makes the objects of one run. */
export interface JobContext {
  readonly run: RunToEmit;
  readonly options: JobOptions;
  readonly places: RunPlaces;
}

/**
 * A pod an index, each with a part of the fleet.
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/job/#backoff-limit-per-index
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/job/#pod-failure-policy
 */
export function shardJob(context: JobContext): object {
  const { run, options, places } = context;
  const { name, shards, parallelism, retries, objectStore, cpu, models = [] } = options;
  const words = [
    ...[SHARD, places.fleetPath, "--of", String(shards), "--workers", String(coresOf(cpu))],
    ...models.flatMap((id) => ["--model", id]),
    ...places.carried.flatMap(({ flag, fileName }) => (flag === null ? [] : [flag, `${INPUT_FOLDER}/${fileName}`])),
    ...run.words,
  ].map(unexpanded);
  const shard = {
    ...containerOf(SHARD, options.image, context),
    command: ["nkp-planner"],
    // The index is the one that Kubernetes sets. A retry may find the part there: it is the same.
    args: [...words, "--force", "--out", `${WORK_FOLDER}/${places.partObject("$(JOB_COMPLETION_INDEX)")}`],
  };
  const steps =
    objectStore === undefined
      ? [shard]
      : [
          ...(places.isFleetBrought
            ? [toolOf("get-fleet", getFleetStep(places, run.fleet.byteCount, objectStore), context)]
            : []),
          shard,
          toolOf("put-part", putPartStep(places, objectStore), context),
        ];
  return jobOf(name, context, {
    completionMode: "Indexed",
    completions: shards,
    parallelism: parallelism ?? shards,
    backoffLimitPerIndex: retries,
    // Without one part nothing can be merged: the others need not go on.
    maxFailedIndexes: 0,
    podFailurePolicy: {
      rules: [
        { action: "FailJob", onExitCodes: { containerName: SHARD, operator: "In", values: [BAD_INPUT] } },
        { action: "FailIndex", onExitCodes: { containerName: SHARD, operator: "In", values: [OWN_MISTAKE] } },
        DISRUPTED,
      ],
    },
    template: podOf(SHARD, steps, context),
  });
}

/** One pod, which waits until somebody lets it go: when all parts are there. */
export function mergeJob(context: JobContext): object {
  const { run, options, places } = context;
  const { name, shards, retries, objectStore } = options;
  const merge = {
    ...containerOf(MERGE, options.image, context),
    command: ["/bin/sh", "-c", unexpanded(mergeStep(places, run.mergeWords))],
  };
  const steps =
    objectStore === undefined
      ? [merge]
      : [
          toolOf("get-parts", getPartsStep(places, shards, objectStore), context),
          merge,
          toolOf("put-totals", putTotalsStep(places, objectStore), context),
        ];
  return jobOf(mergeNameOf(name), context, {
    suspend: true,
    backoffLimit: retries,
    podFailurePolicy: {
      rules: [
        {
          action: "FailJob",
          onExitCodes: { containerName: MERGE, operator: "In", values: [BAD_INPUT, REFUSED, OWN_MISTAKE] },
        },
        DISRUPTED,
      ],
    },
    template: podOf(MERGE, steps, context),
  });
}

/** As many threads as cores are asked for: without a limit a pod sees all of its node. */
function coresOf(cpu: string): number {
  return cpu.endsWith("m") ? Math.ceil(Number.parseInt(cpu, 10) / MILLICORES) : Number(cpu);
}

export function mergeNameOf(name: string): string {
  return `${name}-${MERGE}`;
}

/** A node that is drained is nobody's fault, and counts for no retry. */
const DISRUPTED = { action: "Ignore", onPodConditions: [{ type: "DisruptionTarget", status: "True" }] };

function jobOf(name: string, { options }: JobContext, spec: object): object {
  return { apiVersion: "batch/v1", kind: "Job", metadata: { name, labels: labelsOf(options) }, spec };
}

export function labelsOf({ name }: Pick<JobOptions, "name">): Readonly<Record<string, string>> {
  return { "app.kubernetes.io/name": "nkp-planner", "app.kubernetes.io/instance": name };
}

/** The last step is the pod's container, those before it run first, one after the other. */
function podOf(part: string, steps: readonly object[], { options, places }: JobContext): object {
  const first = steps.slice(0, -1);
  return {
    metadata: { labels: { ...labelsOf(options), "app.kubernetes.io/component": part } },
    spec: {
      ...podBasics(options),
      ...(first.length === 0 ? {} : { initContainers: first }),
      containers: steps.slice(-1),
      volumes: volumesOf(options, places),
    },
  };
}

/** What the Pod Security Standard "restricted" asks of a pod; nothing in it talks to the API server. */
export function podBasics({ user }: JobOptions): object {
  return {
    restartPolicy: "Never",
    automountServiceAccountToken: false,
    enableServiceLinks: false,
    securityContext: {
      runAsNonRoot: true,
      runAsUser: user,
      runAsGroup: user,
      fsGroup: user,
      seccompProfile: { type: "RuntimeDefault" },
    },
  };
}

export function containerOf(name: string, image: string, { options, places }: JobContext): object {
  const { cpu, memory } = options;
  return {
    name,
    image,
    env: [{ name: "HOME", value: "/tmp" }],
    resources: { requests: { cpu, memory }, limits: { memory } },
    securityContext: {
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ["ALL"] },
    },
    volumeMounts: [
      ...(places.carried.length === 0 ? [] : [{ name: "input", mountPath: INPUT_FOLDER, readOnly: true }]),
      { name: "work", mountPath: WORK_FOLDER },
      { name: "tmp", mountPath: "/tmp" },
    ],
  };
}

/** A step by the tool of the object store; only such steps see its secret. */
function toolOf(name: string, script: string, context: JobContext): object {
  const { url = "", secret = "", image = "" } = context.options.objectStore ?? {};
  const container = containerOf(name, image, context);
  return {
    ...container,
    command: ["/bin/sh", "-c", unexpanded(script)],
    env: [
      { name: "HOME", value: "/tmp" },
      { name: "STORE_URL", value: url },
    ],
    envFrom: [{ secretRef: { name: secret } }],
  };
}

export function volumesOf({ name, claim, objectStore }: JobOptions, { carried }: RunPlaces): readonly object[] {
  return [
    ...(carried.length === 0 ? [] : [{ name: "input", configMap: { name: inputNameOf(name) } }]),
    objectStore === undefined
      ? { name: "work", persistentVolumeClaim: { claimName: claim ?? name } }
      : { name: "work", emptyDir: {} },
    { name: "tmp", emptyDir: {} },
  ];
}

export function inputNameOf(name: string): string {
  return `${name}-input`;
}

/**
 * Kubernetes puts variables for `$(NAME)` in words, and reads `$$` as `$`: here what is to stay as it is.
 * @see https://kubernetes.io/docs/tasks/inject-data-application/define-command-argument-container/
 */
function unexpanded(word: string): string {
  return word.replaceAll(/\$(?=[$(])/g, "$$$$");
}
