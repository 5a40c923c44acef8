import type { Judge, Verdict } from "./judge.ts";
import { judgeLosses } from "./judge-losses.ts";
import { judgePodRequests } from "./judge-pod-requests.ts";
import { judgeQuantities } from "./judge-quantities.ts";
import { judgeScheduler } from "./judge-scheduler.ts";

/** Share of a file's answers that must agree where nobody asks for another. */
export const MOSTLY_PERCENT = 99;
/** A node more than the real scheduler needed is no promise broken, and recorded orders are a sample. */
export const OF_LOSSES_PERCENT = 97;

/** Every judge, with the share that is asked for; a file goes to the first that knows its kind. */
export const judges: readonly (readonly [Judge, atLeastPercent: number])[] = [
  [judgeQuantities, MOSTLY_PERCENT], // what k8s.io/apimachinery makes of a quantity
  [judgePodRequests, MOSTLY_PERCENT], // what Kubernetes adds up for a pod
  [judgeLosses, OF_LOSSES_PERCENT], // how many nodes so that any one may be lost
  [judgeScheduler, MOSTLY_PERCENT], // where kube-scheduler puts pods
];

/** The verdicts on a file and the share that is asked for, or null where no judge knows its kind. */
export function judgedFile(file: unknown): { verdicts: readonly Verdict[]; atLeastPercent: number } | null {
  for (const [judge, atLeastPercent] of judges) {
    const verdicts = judge(file);
    if (verdicts !== null) return { verdicts, atLeastPercent };
  }
  return null;
}

/** The verdicts on a file, or null where no judge knows its kind. */
export function verdictsOn(file: unknown): readonly Verdict[] | null {
  return judgedFile(file)?.verdicts ?? null;
}
