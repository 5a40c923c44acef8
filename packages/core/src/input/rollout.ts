import * as z from "zod";
import { MOST_REPLICAS } from "./demand-file.ts";

const AmountField = z
  .union([z.int().min(0).max(MOST_REPLICAS), z.string().regex(/^\d{1,3}%$/)])
  .meta({ title: 'a number of pods, or a percentage such as "25%"', examples: [1] });
/** A number of pods, or a percentage of them. */
type PodAmount = z.output<typeof AmountField>;

const RolloutFile = z
  .strictObject({
    maxSurge: AmountField.optional().meta({
      description: "How many pods may run beside those asked for. Left out: 25%, rounded up.",
      examples: [1],
    }),
    maxUnavailable: AmountField.optional().meta({
      description: "How many of those asked for may be missing. Left out: 25%, rounded down.",
      examples: [0],
    }),
  })
  .superRefine(({ maxSurge, maxUnavailable }, ctx) => {
    if (![maxSurge, maxUnavailable].every((amount) => amount !== undefined && Number.parseInt(`${amount}`, 10) === 0))
      return;
    const params = { expected: "one pod more or fewer for a while, or nothing can be replaced", fix: "write 1" };
    ctx.addIssue({ code: "custom", path: ["maxUnavailable"], params });
  });

const BudgetFile = z
  .strictObject({
    minAvailable: AmountField.optional().meta({
      description: "How many of its pods must keep running; a percentage is rounded up.",
      examples: [2, "50%"],
    }),
    maxUnavailable: AmountField.optional().meta({
      description: "How many of its pods may be missing; a percentage is rounded up.",
      examples: [1],
    }),
  })
  .superRefine(({ minAvailable, maxUnavailable }, ctx) => {
    if ((minAvailable === undefined) !== (maxUnavailable === undefined)) return;
    const params = { expected: "one of minAvailable and maxUnavailable", fix: "write for example maxUnavailable: 1" };
    ctx.addIssue({ code: "custom", path: [], params });
  });

/** How a workload's pods are replaced, in the words of Deployments and PodDisruptionBudgets. */
export const replacingFields = {
  rollout: RolloutFile.optional().meta({
    description: "How many pods more or fewer a Deployment may have while it is rolled out.",
    examples: [{ maxSurge: 1, maxUnavailable: 0 }],
  }),
  disruptionBudget: BudgetFile.optional().meta({
    description: "Its PodDisruptionBudget: what a node that is drained waits for.",
    examples: [{ maxUnavailable: 1 }],
  }),
};

/** How pods of a group are replaced; each absent: as Kubernetes does it without being told. */
export interface Replacing {
  readonly rollout?: z.output<typeof RolloutFile>;
  readonly disruptionBudget?: z.output<typeof BudgetFile>;
}

/** How pods are replaced, as far as the file says it. */
export function replacingOf({ rollout, disruptionBudget }: ReplacingFile): Replacing {
  return {
    ...(rollout === undefined ? {} : { rollout }),
    ...(disruptionBudget === undefined ? {} : { disruptionBudget }),
  };
}

type ReplacingFile = { readonly [Field in keyof Replacing]?: Replacing[Field] | undefined };

/** As much of a group of pods as says how they are replaced. */
interface Replaced extends Replacing {
  readonly kind: string;
  readonly replicas: number;
  readonly isAssumed?: true;
}

const PERCENT = 100;
/** What Kubernetes takes where a Deployment does not say it. */
const USUAL: PodAmount = "25%";

/**
 * Whether a Deployment's rollout waits for a pod more than run today: none of them may be missing. Of three pods 25 %
 * are 0 rounded down, of four they are one.
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#max-unavailable
 */
export function needsOneMore({ kind, replicas, rollout, isAssumed }: Replaced): boolean {
  if (kind !== "Deployment" || replicas === 0 || isAssumed === true) return false;
  const missing = podsOf(rollout?.maxUnavailable ?? USUAL, replicas, Math.floor);
  // Where both round to nothing one may be missing after all.
  return missing === 0 && podsOf(rollout?.maxSurge ?? USUAL, replicas, Math.ceil) > 0;
}

/**
 * How many pods of a group may be evicted at once while all of them run; null: as many as one likes. `minAvailable: 50%`
 * of 3 pods keeps 2, and lets 1 go.
 * @see https://kubernetes.io/docs/tasks/run-application/configure-pdb/
 */
export function evictableCount({
  replicas,
  disruptionBudget,
}: Pick<Replaced, "replicas" | "disruptionBudget">): number | null {
  if (disruptionBudget === undefined) return null;
  const { minAvailable, maxUnavailable } = disruptionBudget;
  const count =
    minAvailable === undefined
      ? podsOf(maxUnavailable ?? 0, replicas, Math.ceil)
      : replicas - podsOf(minAvailable, replicas, Math.ceil);
  return Math.max(0, Math.min(replicas, count));
}

function podsOf(amount: PodAmount, replicas: number, rounded: (count: number) => number): number {
  return typeof amount === "number" ? amount : rounded((Number.parseInt(amount, 10) * replicas) / PERCENT);
}
