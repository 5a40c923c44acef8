import { emitJob } from "./kubernetes-job/emit-job.ts";
import { EXAMPLE_CLASS, EXAMPLE_IMAGE, EXAMPLE_SHARDS, jobOptions } from "./kubernetes-job/job-options.ts";
import { jobProblems } from "./kubernetes-job/job-problems.ts";
import { defineRunAdapter } from "./run-adapter.ts";

/**
 * An Indexed Job that plans a part of the fleet in each of its pods, and a second one that merges them.
 * @see https://kubernetes.io/docs/tasks/job/indexed-parallel-processing-static/
 */
export const kubernetesJob = defineRunAdapter({
  id: "kubernetes-job",
  title: "Indexed Job for Kubernetes",
  summary: "A fleet larger than one machine: a Job that plans it in parts, and one that merges them.",
  options: jobOptions,
  exampleOptions: { image: EXAMPLE_IMAGE, shards: EXAMPLE_SHARDS, storageClass: EXAMPLE_CLASS },
  needs: jobProblems,
  write: emitJob,
});
