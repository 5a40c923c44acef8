import { hostCountOf, type PlannedFleet, PRICE_KINDS, type RateKind } from "@nkp-planner/core";

/** Kinds of prices that stand for something to be bought; the plan counts them where the price book has them. */
const BOUGHT = ["license-infrastructure", "guest-system", "support", "backup", "rack", "power", "second-site"] as const;

/** What a plan does not count and somebody has to, each as a part of a sentence. */
export function notCounted(plan: PlannedFleet): readonly string[] {
  const { priceBook } = plan.context;
  const isPriced = (kind: RateKind) => priceBook.added.some((rate) => rate.kind === kind);
  const cores = plan.infrastructure.hostClusters.reduce(
    (sum, { siteCount, hostCount, profile }) => sum + siteCount * hostCount * profile.coreCount,
    0,
  );
  const tooLarge = plan.infrastructure.hostClusters.flatMap(({ vmsTooLarge }) => vmsTooLarge);
  return [
    ...BOUGHT.filter((kind) => !isPriced(kind)).map((kind) => {
      const { by } = priceBook.coveredElsewhere?.find(({ appliesTo }) => appliesTo === kind) ?? {};
      const name = `${PRICE_KINDS[kind].absent.leftOutAs}${by === undefined ? "" : ` (paid elsewhere, as the price book says: ${by})`}`;
      return kind === "license-infrastructure"
        ? `${name}; the ${hostCountOf(plan.infrastructure)} hosts have ${cores} cores`
        : name;
    }),
    ...tooLarge.map(
      ({ clusterName, role, vmCount, vcpu, memoryGiB }) =>
        `hosts for ${vmCount} nodes of ${vcpu} vCPU and ${memoryGiB} GiB (${clusterName}, ${role}), which no host has room for`,
    ),
    "switches, cables and spare parts",
  ];
}
