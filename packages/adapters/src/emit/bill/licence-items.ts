import { type CostLine, choiceOf, countText, isLicensed, type PlannedFleet } from "@nkp-planner/core";
import { type BillItem, type BillPart, OF_ALL } from "./bill-item.ts";

const DUST_DIGITS = 9;

/** Licences of NKP by edition, and what else the price book counts that is bought as a licence or a service. */
export function licenceItems(plan: PlannedFleet): readonly BillItem[] {
  const editions = [...new Set(plan.clusters.map(({ edition }) => edition))];
  return [...editions.map((edition) => editionItem(plan, edition)), ...bookItems(plan)];
}

function editionItem({ clusters, context }: PlannedFleet, edition: string): BillItem {
  const { choices, priceBook } = context;
  const rule = choiceOf(choices, "licensed-vcpu");
  const own = clusters.filter((cluster) => cluster.edition === edition);
  const pools = own.flatMap(({ pools: all }) => all.filter((pool) => isLicensed(pool, choices)));
  const vcpu = pools.reduce((sum, { nodeCount, shape }) => sum + nodeCount * shape.vcpu, 0);
  const nodeCount = pools.reduce((sum, pool) => sum + pool.nodeCount, 0);
  const rate = Object.values(priceBook.rates).find((one) => one?.kind === `license-${edition}`);
  const vcpuPerCore = rate?.vcpuPerCore ?? 1;
  const isIncluded = edition === "starter" && choiceOf(choices, "starter-licence").chosen === "included";
  return {
    ...OF_ALL,
    part: "Licences",
    item: `NKP ${edition.charAt(0).toUpperCase()}${edition.slice(1)}`,
    quantity: tidy(vcpu / vcpuPerCore),
    unit: vcpuPerCore === 1 ? "vCPU" : "cores",
    why: [
      `${rule.title}: ${vcpu} vCPU on ${countText(nodeCount, "nodes")} of ${countText(own.length, "clusters")}`,
      ...(vcpuPerCore === 1 ? [] : [`${vcpuPerCore} vCPU a core, as the price book has it`]),
      ...(isIncluded ? ["comes with the licence of the infrastructure below"] : []),
    ].join("; "),
    confidence: rule.confidence,
  };
}

/** What the book prices by the unit, by the part of the bill that it is of. */
const PARTS: Readonly<Partial<Record<CostLine["driver"], BillPart>>> = {
  "infrastructure-license": "Licences",
  support: "Services",
  backup: "Services",
};

/** One item for each price of the book, in the quantity that the plan bills. */
function bookItems({ costs }: PlannedFleet): readonly BillItem[] {
  const lines = costs.filter(({ driver }) => PARTS[driver] !== undefined);
  const keys = [...new Set(lines.map(({ rate }) => rate.key))];
  return keys.flatMap((key): readonly BillItem[] => {
    const own = lines.filter(({ rate }) => rate.key === key);
    const [first] = own;
    const part = first === undefined ? undefined : PARTS[first.driver];
    if (first === undefined || part === undefined) return [];
    return [
      {
        ...OF_ALL,
        part,
        item: first.rate.name,
        quantity: tidy(own.reduce((sum, { quantity }) => sum + quantity, 0)),
        unit: first.rate.unit.replace(/-month$/, ""),
        why: `${own.map(({ label }) => label).join("; ")}, as the price book counts it`,
        confidence: first.confidence,
      },
    ];
  });
}

function tidy(value: number): number {
  return Number(value.toFixed(DUST_DIGITS));
}
