import type { EmittedFile } from "../../emit/emitted-file.ts";
import { yamlDocuments } from "../../kubernetes/yaml-documents.ts";
import type { RunToEmit } from "../run-adapter.ts";
import {
  containerOf,
  inputNameOf,
  type JobContext,
  labelsOf,
  mergeJob,
  podBasics,
  shardJob,
  volumesOf,
} from "./job-objects.ts";
import type { JobOptions } from "./job-options.ts";
import { jobReadme } from "./job-readme.ts";
import { inputFiles, placesOf } from "./run-inputs.ts";
import { loadName, runScript } from "./run-script.ts";

/** The two Jobs, what they share, and the script that runs them one after the other. */
export function emitJob(run: RunToEmit, options: JobOptions): readonly EmittedFile[] {
  const places = placesOf(run, options);
  const context = { run, options, places };
  const isVolumeMade = options.storageClass !== undefined;
  const objects = [
    ...(isVolumeMade ? [{ path: "hand-over.yaml", text: yamlDocuments([volumeClaim(options)]) }] : []),
    { path: "shard-job.yaml", text: yamlDocuments([shardJob(context)]) },
    { path: "merge-job.yaml", text: yamlDocuments([mergeJob(context)]) },
  ];
  return [
    { path: "README.md", text: jobReadme(context) },
    {
      path: "kustomization.yaml",
      text: yamlDocuments([
        kustomization(
          context,
          objects.map(({ path }) => path),
        ),
      ]),
    },
    ...objects,
    ...(isLoaded(context) ? [{ path: "load-fleet.yaml", text: yamlDocuments([loadPod(context)]) }] : []),
    { path: "run.sh", text: runScript(context), isExecutable: true },
    ...inputFiles(places),
  ];
}

/** Whether the fleet is brought to a volume, by a pod that takes it from whoever starts the run. */
function isLoaded({ options, places }: Pick<JobContext, "options" | "places">): boolean {
  return places.isFleetBrought && options.objectStore === undefined;
}

function volumeClaim({ name, storageClass, size }: JobOptions): object {
  return {
    apiVersion: "v1",
    kind: "PersistentVolumeClaim",
    metadata: { name, labels: labelsOf({ name }) },
    spec: {
      accessModes: ["ReadWriteMany"],
      storageClassName: storageClass,
      resources: { requests: { storage: size } },
    },
  };
}

/** @see https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/ */
function kustomization({ options: { name, namespace }, places }: JobContext, resources: readonly string[]): object {
  return {
    apiVersion: "kustomize.config.k8s.io/v1beta1",
    kind: "Kustomization",
    ...(namespace === undefined ? {} : { namespace }),
    resources,
    // Its name ends in a hash of what it holds, also where the Jobs name it.
    ...(places.carried.length === 0
      ? {}
      : {
          configMapGenerator: [
            { name: inputNameOf(name), files: places.carried.map(({ fileName }) => `input/${fileName}`) },
          ],
        }),
  };
}

/** So long a pod waits for the fleet: a day. */
const LOAD_SECONDS = 86_400;

function loadPod(context: JobContext): object {
  const { options, places } = context;
  const withoutInput = { ...places, carried: [] };
  return {
    apiVersion: "v1",
    kind: "Pod",
    metadata: { name: loadName(options.name), labels: labelsOf(options) },
    spec: {
      ...podBasics(options),
      activeDeadlineSeconds: LOAD_SECONDS,
      containers: [
        {
          ...containerOf("load", options.image, { ...context, places: withoutInput }),
          command: ["/bin/sh", "-c", `sleep ${LOAD_SECONDS}`],
        },
      ],
      volumes: volumesOf(options, withoutInput),
    },
  };
}
