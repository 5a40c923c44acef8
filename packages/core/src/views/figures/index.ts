import type { Figure } from "../../base/figure.ts";
import type { FigureWords } from "../../base/figure-words.ts";
import { InputError } from "../../base/findings/input-error.ts";
import { didYouMean, shown } from "../../base/shown.ts";
import type { PlannedFleet } from "../../plan/planned-fleet.ts";
import { type FigureTable, named, opened } from "../../plan/totals/figure-definition.ts";
import { clusterFigures } from "./clusters.ts";
import { planFigures } from "./plan-figures.ts";
import { tenantFigures } from "./tenants.ts";
import { totalFigures } from "./total-figures.ts";

export type { Figure, FigureLine, FigureValue } from "../../base/figure.ts";

const fleetFigures: FigureTable<PlannedFleet> = {
  ...Object.fromEntries(totalFigures.map((figure) => [figure.id, figure])),
  ...planFigures,
};

/** Every figure of a plan that can be opened: `monthlyCost`, `tenant.orchid.monthlyCost`, `cluster.management.vcpu`, … */
export function figureIds(plan: PlannedFleet): readonly string[] {
  return [
    ...Object.keys(fleetFigures),
    ...plan.tenants.flatMap(({ tenantId }) => Object.keys(tenantFigures).map((field) => `tenant.${tenantId}.${field}`)),
    ...plan.clusters.flatMap(({ name }) => Object.keys(clusterFigures).map((field) => `cluster.${name}.${field}`)),
  ];
}

/** What a figure is, of any plan, whoever its tenants and clusters are; undefined where there is no such figure. */
export function figureWords(id: string): FigureWords | undefined {
  const [kind, name = "", field = ""] = id.split(".");
  const total = definitionIn(fleetFigures, id);
  if (total !== undefined) return total;
  const definition =
    kind === "tenant"
      ? definitionIn(tenantFigures, field)
      : kind === "cluster"
        ? definitionIn(clusterFigures, field)
        : undefined;
  return definition && named<FigureWords>(definition, name);
}

/**
 * Opens a figure of a plan down to its lines: quantity × rate, source and confidence of each.
 * @param id one of `figureIds(plan)`; a leading `totals.` may stand before a figure of the whole plan
 * @throws InputError when the plan has no such figure
 */
export function figureOf(plan: PlannedFleet, id: string): Figure {
  const wanted = id.replace(/^totals\./, "");
  const figure = openedIn(plan, wanted);
  if (figure !== undefined) return figure;
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

function openedIn(plan: PlannedFleet, id: string): Figure | undefined {
  const { currency } = plan;
  const total = definitionIn(fleetFigures, id);
  if (total !== undefined) return opened(id, total, plan, currency);
  const [kind, name, field = ""] = id.split(".");
  if (kind === "tenant") {
    const tenant = plan.tenants.find(({ tenantId }) => tenantId === name);
    const definition = definitionIn(tenantFigures, field);
    return tenant && definition && opened(id, named(definition, tenant.name), { plan, tenant }, currency);
  }
  if (kind === "cluster") {
    const cluster = plan.clusters.find((candidate) => candidate.name === name);
    const definition = definitionIn(clusterFigures, field);
    return cluster && definition && opened(id, named(definition, cluster.name), { plan, cluster }, currency);
  }
  return undefined;
}

function definitionIn<Subject>(table: FigureTable<Subject>, id: string) {
  return Object.hasOwn(table, id) ? table[id] : undefined;
}

/** Of thousands of figures, those worth naming beside a mistyped one: of the same kind and tenant or cluster. */
function isNear(known: string, wanted: string): boolean {
  const parts = wanted.split(".");
  if (parts.length < 3) return !/^(tenant|cluster)\./.test(known);
  return known.startsWith(`${parts[0]}.`) && (known.split(".")[1] === parts[1] || known.split(".")[2] === parts[2]);
}
