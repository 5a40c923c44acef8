import { InputError } from "../input-error.ts";
import type { PlannedFleet } from "../planned-fleet.ts";
import { didYouMean, shown } from "../shown.ts";
import { amountFigures } from "./amounts.ts";
import { clusterFigures } from "./clusters.ts";
import type { Figure } from "./figure.ts";
import { infrastructureFigures } from "./infrastructure.ts";
import { sizeFigures } from "./sizes.ts";
import { tenantFigures } from "./tenants.ts";

export type { Figure, FigureLine, FigureValue } from "./figure.ts";

const totalFigures: Readonly<Record<string, (plan: PlannedFleet) => Omit<Figure, "id">>> = {
  ...sizeFigures,
  ...infrastructureFigures,
  ...amountFigures,
};

/** Every figure of a plan that can be opened: `monthlyCost`, `tenant.orchid.monthlyCost`, `cluster.management.vcpu`, … */
export function figureIds(plan: PlannedFleet): readonly string[] {
  return [
    ...Object.keys(totalFigures),
    ...plan.tenants.flatMap(({ tenantId }) => Object.keys(tenantFigures).map((field) => `tenant.${tenantId}.${field}`)),
    ...plan.clusters.flatMap(({ name }) => Object.keys(clusterFigures).map((field) => `cluster.${name}.${field}`)),
  ];
}

/**
 * Opens a figure of a plan down to its lines: quantity × rate, source and confidence of each.
 * @param id one of `figureIds(plan)`; a leading `totals.` may stand before a figure of the whole plan
 * @throws InputError when the plan has no such figure
 */
export function figureOf(plan: PlannedFleet, id: string): Figure {
  const wanted = id.replace(/^totals\./, "");
  const open = openerOf(plan, wanted);
  if (open !== undefined) return { id: wanted, ...open() };
  const known = figureIds(plan);
  const within = known.filter((id) => id.startsWith(`${wanted}.`));
  const fix =
    within.length > 0
      ? `add what to open of it: ${within.join(", ")}`
      : didYouMean(
          wanted,
          known.filter((id) => isNear(id, wanted)),
        );
  throw new InputError("figure", [
    { path: [], found: shown(id), expected: `a figure of the plan ${plan.model.id}`, fix },
  ]);
}

function openerOf(plan: PlannedFleet, id: string): (() => Omit<Figure, "id">) | undefined {
  const total = Object.hasOwn(totalFigures, id) ? totalFigures[id] : undefined;
  if (total !== undefined) return () => total(plan);
  const [kind, name, field = ""] = id.split(".");
  if (kind === "tenant" && Object.hasOwn(tenantFigures, field)) {
    const tenant = plan.tenants.find(({ tenantId }) => tenantId === name);
    const figure = tenantFigures[field];
    return tenant === undefined || figure === undefined ? undefined : () => figure(plan, tenant);
  }
  if (kind === "cluster" && Object.hasOwn(clusterFigures, field)) {
    const cluster = plan.clusters.find((candidate) => candidate.name === name);
    const figure = clusterFigures[field];
    return cluster === undefined || figure === undefined ? undefined : () => figure(plan, cluster);
  }
  return undefined;
}

/** Of thousands of figures, those worth naming beside a mistyped one: of the same kind and tenant or cluster. */
function isNear(known: string, wanted: string): boolean {
  const parts = wanted.split(".");
  if (parts.length < 3) return !/^(tenant|cluster)\./.test(known);
  return known.startsWith(`${parts[0]}.`) && (known.split(".")[1] === parts[1] || known.split(".")[2] === parts[2]);
}
