import type { Finding } from "../base/findings/finding.ts";
import type { OperatingModel } from "../models/operating-model.ts";
import { count, list, text } from "../plan/rules/figures.ts";
import { bothWaysOf, type Way } from "./both-ways.ts";
import type { MeasuredModel } from "./criteria/criterion.ts";
import { criteria } from "./criteria/index.ts";
import { decisionFinding } from "./decision-texts.ts";
import { dividedModel } from "./divided-model.ts";
import { type TenantChoice, tenantChoices, type Weighted } from "./tenant-choices.ts";

/** Attached or self-managed, tenant by tenant, and what the division made of it comes to. */
export interface TenantsDecision {
  /** Ids of the models that both ways are taken from. */
  readonly attachedModelId: string;
  readonly selfManagedModelId: string;
  readonly choices: readonly TenantChoice[];
  /** The division, planned as a whole. */
  readonly division: MeasuredModel;
  /** What each criterion is for it. */
  readonly measures: readonly { readonly criterionId: string; readonly value: number | null }[];
}

const BY_COST = "cost";

/**
 * By the weights, or by cost alone where there are none.
 * @param measuredBy plans the fleet by a model and plays its upgrades
 */
export function decideTenants(
  models: readonly MeasuredModel[],
  weights: ReadonlyMap<string, number>,
  measuredBy: (model: OperatingModel) => MeasuredModel,
): { readonly decision: TenantsDecision | null; readonly findings: readonly Finding[] } {
  const ways = bothWaysOf(models);
  if (ways === undefined) return { decision: null, findings: [decisionFinding("decision-tenants-left-out")] };
  const used = weights.size > 0 ? weights : new Map([[BY_COST, 1]]);
  const weighted = criteria.map((criterion) => ({ criterion, weight: used.get(criterion.id) ?? 0 }));
  const choices = tenantChoices(ways, weighted);
  const attachedIds = choices.filter(({ advised }) => advised === "attached").map(({ tenantId }) => tenantId);
  const division = measuredBy(dividedModel(ways, new Set(attachedIds)));
  return {
    decision: {
      attachedModelId: ways.attached.model.id,
      selfManagedModelId: ways["self-managed"].model.id,
      choices,
      division,
      measures: criteria.map((criterion) => ({ criterionId: criterion.id, value: criterion.measure(division) })),
    },
    findings: [
      ...(weights.size > 0 ? [] : [decisionFinding("decision-tenants-cost-alone")]),
      ...unknownOf(choices, weighted),
      ...againstWishes(choices),
      ...othersWait(choices, ways.attached),
      decisionFinding("decision-not-optimum"),
    ],
  };
}

/** What has a weight and is not known of some tenants. */
function unknownOf(choices: readonly TenantChoice[], weighted: readonly Weighted[]): readonly Finding[] {
  return weighted.flatMap(({ criterion, weight }, index) => {
    const unknown = choices.filter(({ measures }) => measures[index]?.leadScore === null);
    if (weight === 0 || unknown.length === 0) return [];
    const figures = { criterion: text(criterion.title), tenants: list(unknown.map(({ name }) => name)) };
    return [decisionFinding("decision-tenant-unknown", figures)];
  });
}

function againstWishes(choices: readonly TenantChoice[]): readonly Finding[] {
  const against = (wished: Way) => choices.filter((one) => one.wished === wished && one.advised !== wished);
  const said = (key: "decision-against-own-pace" | "decision-against-fleet-pace", wished: Way) => {
    const names = against(wished).map(({ name }) => name);
    return names.length === 0 ? [] : [decisionFinding(key, { tenants: list(names) })];
  };
  return [...said("decision-against-own-pace", "self-managed"), ...said("decision-against-fleet-pace", "attached")];
}

/** For whom others wait where all are attached, of those who are advised to be. */
function othersWait(choices: readonly TenantChoice[], { upgrades }: MeasuredModel): readonly Finding[] {
  const attached = new Map(
    choices.flatMap(({ tenantId, name, advised }) => (advised === "attached" ? [[tenantId, name] as const] : [])),
  );
  const blocks = upgrades.calendar.blocks.filter(({ tenantId }) => attached.has(tenantId));
  if (blocks.length === 0) return [];
  const names = new Set(blocks.map(({ tenantId }) => attached.get(tenantId) as string));
  const days = blocks.reduce((sum, one) => sum + one.days, 0);
  return [decisionFinding("decision-others-wait", { days: count(days, "days"), tenants: list([...names]) })];
}
