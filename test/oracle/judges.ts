import type { Judge } from "./judge.ts";
import { judgePodRequests } from "./judge-pod-requests.ts";
import { judgeQuantities } from "./judge-quantities.ts";
import { judgeScheduler } from "./judge-scheduler.ts";

/** Every judge; a file goes to the first that knows its kind. */
export const judges: readonly Judge[] = [
  judgeQuantities, // what k8s.io/apimachinery makes of a quantity
  judgePodRequests, // what Kubernetes adds up for a pod
  judgeScheduler, // where kube-scheduler puts pods
];

/** The verdicts on a file, or null where no judge knows its kind. */
export function verdictsOn(file: unknown): ReturnType<Judge> {
  for (const judge of judges) {
    const verdicts = judge(file);
    if (verdicts !== null) return verdicts;
  }
  return null;
}
