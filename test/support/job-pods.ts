import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { found } from "./scripts-run.ts";

interface Container {
  readonly name: string;
  readonly command: readonly string[];
  readonly args?: readonly string[];
  readonly env?: readonly { readonly name: string; readonly value: string }[];
  readonly envFrom?: readonly { readonly secretRef: { readonly name: string } }[];
  readonly volumeMounts: readonly { readonly name: string; readonly mountPath: string }[];
}

/** A Job as it is written, as far as pods are made of it. */
export interface JobObject {
  readonly kind: string;
  readonly spec: {
    readonly completions?: number;
    readonly template: {
      readonly spec: {
        readonly initContainers?: readonly Container[];
        readonly containers: readonly Container[];
        readonly volumes: readonly { readonly name: string; readonly emptyDir?: object; readonly configMap?: object }[];
      };
    };
  };
}

/** Where the pods of a Job are run: on no node, by the real bash, one container after the other. */
export interface PodPlace {
  /** Folders of what outlives a pod. */
  readonly folder: string;
  /** What a container finds on its path, beside the tools of a system. */
  readonly bin: string;
  readonly inputs: string;
  readonly secrets?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export interface StepRun {
  readonly name: string;
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the containers of one pod, until one fails. @param index null: of a Job that is not indexed */
export function runPod(job: JobObject, index: number | null, place: PodPlace): readonly StepRun[] {
  const { initContainers = [], containers, volumes } = job.spec.template.spec;
  const paths = new Map(volumes.map((volume) => [volume.name, pathOf(volume, index, place)]));
  const runs: StepRun[] = [];
  for (const container of [...initContainers, ...containers]) {
    const env = envOf(container, index, place);
    const words = [...container.command, ...(container.args ?? [])].map((word) =>
      mounted(expanded(word, env), container, paths),
    );
    const { status, stdout, stderr } = spawnSync(found("bash"), ["-c", 'exec "$@"', "container", ...words], {
      ...{ cwd: place.folder, encoding: "utf8", timeout: 300_000 },
      env: { ...env, HOME: place.folder, PATH: `${place.bin}:/usr/bin:/bin` },
    });
    runs.push({ name: container.name, status, stdout, stderr });
    if (status !== 0) break;
  }
  return runs;
}

/** A volume of the pod alone is empty in each; what is claimed is the same in all. */
function pathOf(
  { name, emptyDir, configMap }: JobObject["spec"]["template"]["spec"]["volumes"][number],
  index: number | null,
  { folder, inputs }: PodPlace,
): string {
  if (configMap !== undefined) return inputs;
  const path = join(folder, emptyDir === undefined ? "claims" : `pod-${index ?? "merge"}`, name);
  mkdirSync(path, { recursive: true });
  return path;
}

/** As the Job controller and the kubelet set it. @see https://kubernetes.io/docs/concepts/workloads/controllers/job/#completion-mode */
function envOf({ env = [], envFrom = [] }: Container, index: number | null, { secrets = {} }: PodPlace) {
  const all: Record<string, string> = {};
  for (const { secretRef } of envFrom) Object.assign(all, secrets[secretRef.name]);
  for (const { name, value } of env) all[name] = expanded(value, all);
  if (index !== null) all["JOB_COMPLETION_INDEX"] = String(index);
  return all;
}

/** `$(NAME)` of variables there are, `$$` as `$`. @see k8s.io/kubernetes/third_party/forked/golang/expansion/expand.go */
export function expanded(word: string, env: Readonly<Record<string, string>>): string {
  return word.replaceAll(/\$\$|\$\(([^)]*)\)/g, (all, name?: string) => {
    if (name === undefined) return "$";
    return env[name] ?? all;
  });
}

/** Words with the folders that stand for a container's mounts. */
function mounted(word: string, { volumeMounts }: Container, paths: ReadonlyMap<string, string>): string {
  const names = new Map(volumeMounts.map(({ name, mountPath }) => [`${mountPath}/`, `${paths.get(name)}/`]));
  // At once: the folder behind one mount may have the name of another in it.
  return word.replaceAll(new RegExp([...names.keys()].join("|"), "g"), (mount) => names.get(mount) ?? mount);
}
