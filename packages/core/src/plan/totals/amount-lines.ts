import { COMPUTED, type FigureLine, plainLine } from "../../base/figure.ts";
import { isZeroMoney } from "../../base/money.ts";
import type { ATTRIBUTIONS, CostLine } from "../../costs/cost-line.ts";
import { costOfNodes } from "../../costs/node-costs.ts";
import { costLine } from "./cost-lines.ts";
import type { TotalParts } from "./total-parts.ts";

/** The lines behind an amount of a whole plan. */
type Lines = readonly FigureLine[];

/** The lines of one kind of cost. */
export function driverLines({ costs }: TotalParts, driver: string): Lines {
  return costs.filter((line) => line.driver === driver).map((line) => costLine(line));
}

/** What of each cost line serves tenants, the platform or nobody. */
export function attributionLines(
  { costs }: Pick<TotalParts, "costs">,
  part: (typeof ATTRIBUTIONS)[number],
  note = "of",
): Lines {
  return costs
    .filter(({ attribution }) => !isZeroMoney(attribution[part]))
    .map((line) =>
      plainLine(placeOf(line), line.attribution[part], {
        confidence: line.confidence,
        sources: line.sources,
        note: `${note} ${line.amount.amount}`,
      }),
    );
}

function placeOf({ clusterName, label }: CostLine): string {
  return `${clusterName ?? "fleet"}, ${label}`;
}

/** The cost of the nodes that are there for a failure. */
export function heldBackCostLines({ clusters, costs }: TotalParts): Lines {
  return costOfNodes(clusters, costs, ({ failureAddedNodeCount }) => failureAddedNodeCount).map(
    ({ clusterName, line, monthlyCost, nodeCount, pool }) =>
      plainLine(`${clusterName}, ${nodeCount} of ${pool.nodeCount} nodes: ${line.label}`, monthlyCost, {
        confidence: line.confidence,
        sources: line.sources,
        opens: `cluster.${clusterName}.workerNodeCount`,
      }),
  );
}

/** What each tenant pays a month. */
export function priceLines({ tenants }: TotalParts): Lines {
  return tenants.map(({ tenantId, name, monthlyPrice }) =>
    plainLine(name, monthlyPrice, {
      confidence: monthlyPrice === null ? "unknown" : "user",
      sources: [],
      opens: `tenant.${tenantId}.monthlyMargin`,
    }),
  );
}

/** What each tenant has of a sum over all of them. */
export function tenantLines({ tenants }: TotalParts, field: "oneTimePrice" | "contributionMonthlyMargin"): Lines {
  return tenants.map((tenant) =>
    plainLine(tenant.name, tenant[field], { ...COMPUTED, opens: `tenant.${tenant.tenantId}.${field}` }),
  );
}

/** What is paid once, line by line. */
export function oneTimeCostLines({ oneTimeCosts }: TotalParts): Lines {
  return oneTimeCosts.map((line) => costLine(line));
}
