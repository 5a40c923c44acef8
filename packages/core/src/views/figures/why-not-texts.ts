import { countText } from "../../base/findings/format.ts";
import type { NodePool } from "../../clusters/pools/node-pool.ts";
import type { NodeReason } from "../../clusters/pools/pool-sizing.ts";

/** Steps by which today's pods are counted: what is not one node fewer is said of the last of them. */
const TODAY: readonly NodeReason[] = ["requests", "spreading", "arrival"];

/** What a pod is refused by with one node fewer, by the step that the node is for. */
export function whyNotNotes({ steps, whyNot, hasOneMore, isMain }: NodePool): ReadonlyMap<NodeReason, string> {
  // A tenant's own pool is counted before the one for everything.
  const asked = isMain ? "" : " (of this pool's nodes and the control plane's)";
  const last = steps.findLast(({ reason }) => TODAY.includes(reason))?.reason;
  const notes = whyNot.flatMap(({ reason, workerCount, podName, text }): readonly (readonly [NodeReason, string])[] => {
    const step = reason === "failure" ? reason : last;
    const when = reason === "failure" ? " after the loss" : "";
    const workers = countText(workerCount, "workers");
    return step === undefined ? [] : [[step, `with ${workers} ${podName} stays pending${when}: ${text}${asked}`]];
  });
  return new Map(hasOneMore ? [...notes, ["failure", ONE_MORE]] : notes);
}

const ONE_MORE = "one of them for orders that were not tried: of hard spreading and zones nothing can be proven";

/** What a hard spread costs, and why. */
export function spreadSentences({ whyNot }: NodePool): readonly string[] {
  return whyNot.flatMap(({ reason, podName, taintedDomainCount, ifSpreadWereSoftCount, workerCount }) => {
    if (reason === "failure" || ifSpreadWereSoftCount === null || ifSpreadWereSoftCount > workerCount) return [];
    const tainted =
      taintedDomainCount === 0
        ? ""
        : ` Nodes with taints that it does not tolerate (${taintedDomainCount}) count as places that stay empty, unless its nodeTaintsPolicy is Honor.`;
    return [
      `${podName} is spread as a condition.${tainted} As a wish (ScheduleAnyway) its pods need ${countText(ifSpreadWereSoftCount, "workers")}.`,
    ];
  });
}
