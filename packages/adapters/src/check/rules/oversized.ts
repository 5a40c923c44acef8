import { compareMoney, countText, money, numberText, roundToMinorUnit } from "@nkp-planner/core";
import * as z from "zod";
import { defineCheckRule } from "../check-rule.ts";
import { plannedPools } from "../subject/planned-pools.ts";
import { declaredCapacity, type PoolCapacity } from "../subject/spare-capacity.ts";

const MOST_SPARE_NODES = 1000;

/** Pools with more nodes, or larger ones, than the plan needs. */
export const oversized = defineCheckRule({
  id: "oversized",
  title: "More than the plan needs",
  severity: "note",
  summary:
    "Sums up vCPU and memory of each pool of workers, and holds them against those of the planned nodes and of a few spare ones. Says what the rest costs a month, where the price book's prices are real.",
  why: "Nodes beyond the plan are paid for every month, with their licences, and no tenant asked for them. The plan has what growth, headroom and a loss need already.",
  fix: "Lower the pool to the planned nodes, allow more spare ones by spareNodes in the policy, or put into the fleet file what they are for.",
  sources: [],
  followsFrom: ["too-few-nodes", "nodes-too-small"],
  thresholds: z.strictObject({
    spareNodes: z
      .int()
      .min(0)
      .max(MOST_SPARE_NODES)
      .default(1)
      .meta({
        description:
          "So many nodes of the planned size may be declared beyond the planned ones, in vCPU and in memory.",
        examples: [2],
      }),
    fromMonthlyCost: z
      .string()
      .regex(/^\d{1,15}(\.\d{1,4})?$/, { error: 'an amount in the plan\'s currency, such as "250.00"' })
      .exactOptional()
      .meta({
        description:
          "What costs less a month than this, in the plan's currency, is no finding; left out: all is one. What is not known is one in any case.",
        examples: ["250.00"],
      }),
  }),
  statements: {
    more: "{cluster}, pool {pool}: {found} declared, {planned} planned: {spare} more, which cost {cost} a month.",
    "more-unpriced":
      "{cluster}, pool {pool}: {found} declared, {planned} planned: {spare} more. What they cost is not known: the prices are those of an example.",
    unknown:
      "{cluster}, pool {pool}: how many nodes there are, or how large, is not said, so that nobody knows whether they are more than the {planned} of the plan.",
  },
  *judge(checked, say, { spareNodes, fromMonthlyCost }) {
    const { context, currency } = checked.plan;
    for (const one of plannedPools(checked)) {
      const { cluster, pool } = one;
      const [first] = pool.declared;
      if (first === undefined || pool.planned.role === "control-plane") continue;
      const words = { cluster: one.planned.name, pool: pool.planned.name };
      const capacity = declaredCapacity(one, checked);
      if (capacity === null) {
        const about = cluster.about(pool.nodeCount === null ? "count" : "machine", first, words.pool);
        const { nodeCount } = pool.planned;
        yield say.unknown(about, "unknown", { ...words, planned: countText(nodeCount, "node") });
        continue;
      }
      const { declared, planned, monthlyCostMore } = capacity;
      const isMoreNodes = declared.nodeCount > planned.nodeCount;
      const sizePart = declared.memoryGiB > planned.memoryGiB ? "memory" : "cpu";
      const about = cluster.about(isMoreNodes ? "count" : sizePart, first, words.pool);
      const isPriced = !context.priceBook.illustrative;
      const isLittle =
        isPriced &&
        fromMonthlyCost !== undefined &&
        compareMoney(monthlyCostMore, money(fromMonthlyCost, currency)) < 0;
      if (isLittle || !isBeyond(capacity, spareNodes)) {
        yield say.pass(about);
        continue;
      }
      const figures = {
        ...words,
        found: capacityText(declared),
        planned: capacityText(planned),
        spare: spareText(declared, planned),
      };
      if (!isPriced) yield say.fail(about, "more-unpriced", figures);
      else
        yield say.fail(about, "more", {
          ...figures,
          cost: { kind: "money", value: roundToMinorUnit(monthlyCostMore) },
        });
    }
  },
});

/** Whether a pool has more than so many spare nodes in CPU or memory, and less than planned in neither. */
function isBeyond(
  { declared, planned }: { readonly declared: PoolCapacity; readonly planned: PoolCapacity },
  spareNodes: number,
): boolean {
  const moreOf = (key: "vcpu" | "memoryGiB") => {
    const more = declared[key] - planned[key];
    return { isLess: more < 0, isBeyond: more > (spareNodes * planned[key]) / Math.max(1, planned.nodeCount) };
  };
  const all = [moreOf("vcpu"), moreOf("memoryGiB")];
  return all.some((one) => one.isBeyond) && !all.some(({ isLess }) => isLess);
}

function capacityText({ nodeCount, vcpu, memoryGiB }: PoolCapacity): string {
  return `${countText(nodeCount, "node")} with ${numberText(vcpu)} vCPU and ${numberText(memoryGiB)} GiB`;
}

function spareText(declared: PoolCapacity, planned: PoolCapacity): string {
  const more = [
    [declared.vcpu - planned.vcpu, "vCPU"],
    [declared.memoryGiB - planned.memoryGiB, "GiB"],
  ] as const;
  return more.flatMap(([value, unit]) => (value > 0 ? [`${numberText(value)} ${unit}`] : [])).join(" and ");
}
