import type { Message } from "../base/findings/messages.ts";
import type { TenantId } from "../input/fleet.ts";
import { type BothWays, type Way, wishedWayOf } from "./both-ways.ts";
import type { Criterion } from "./criteria/criterion.ts";
import { decisionMessage } from "./decision-texts.ts";
import { measureValue } from "./measure-value.ts";
import { isSame } from "./places.ts";

/** A criterion of a tenant in both ways. */
export interface TenantMeasure {
  readonly criterionId: string;
  /** null: not known. */
  readonly attachedValue: number | null;
  readonly selfManagedValue: number | null;
  /**
   * How far it speaks for attached, from 100 to −100: the difference against the largest that it has for any tenant;
   * null: not known.
   */
  readonly leadScore: number | null;
}

/** What the figures advise for a tenant. */
export interface TenantChoice {
  readonly tenantId: TenantId;
  /** Its key elsewhere, as the fleet has it. */
  readonly ref?: string;
  readonly name: string;
  readonly advised: Way;
  /** As its pace of upgrades has it. */
  readonly wished: Way;
  /** Σ weight × lead ÷ Σ weight over what is known of it; above 0 attached, below self-managed, 0 as it wishes. */
  readonly leadScore: number;
  readonly measures: readonly TenantMeasure[];
  /** What speaks most for it, with both figures. */
  readonly because: Message;
  /** What speaks most against it, with both figures; null: nothing that has a weight. */
  readonly against: Message | null;
}

/** A criterion with what it is worth. */
export interface Weighted {
  readonly criterion: Criterion;
  readonly weight: number;
}

/**
 * Attached or self-managed, for each tenant by itself.
 *
 * Attached costs 100 less for one tenant and 50 more for another, who both wait 20 days more: leads of cost are 100 and
 * −50, of days −100 and −100. By weights 3 and 1 that is (300 − 100) ÷ 4 = 50, attached, and (−150 − 100) ÷ 4 = −62.5.
 */
export function tenantChoices(ways: BothWays, weighted: readonly Weighted[]): readonly TenantChoice[] {
  const { attached, "self-managed": selfManaged } = ways;
  const tenants = attached.plan.tenants;
  const byCriterion = weighted.map(({ criterion }) =>
    withLeads(
      criterion,
      tenants.map(({ tenantId }) => ({
        attachedValue: criterion.measureOfTenant(attached, tenantId),
        selfManagedValue: criterion.measureOfTenant(selfManaged, tenantId),
      })),
    ),
  );
  return tenants.map(({ tenantId, name, ref }, index) => {
    const measures = byCriterion.map((all) => all[index] as TenantMeasure);
    const wished = wishedWayOf(attached, tenantId);
    const leadScore = leadOf(measures, weighted);
    const isEven = isSame(leadScore, 0);
    const advised = isEven ? wished : leadScore > 0 ? "attached" : "self-managed";
    const sign = advised === "attached" ? 1 : -1;
    const told = (direction: number) =>
      isEven ? null : strongest(measures, weighted, direction, advised, attached.plan.currency);
    return {
      ...(ref === undefined ? {} : { ref }),
      ...{ tenantId, name, advised, wished, leadScore, measures },
      because: told(sign) ?? decisionMessage("decision-tenant-as-wished"),
      against: told(-sign),
    };
  });
}

type Values = Pick<TenantMeasure, "attachedValue" | "selfManagedValue">;

function withLeads({ id, better }: Criterion, tenants: readonly Values[]): readonly TenantMeasure[] {
  const leads = tenants.map(({ attachedValue, selfManagedValue }) => {
    if (attachedValue === null || selfManagedValue === null) return null;
    return better === "less" ? selfManagedValue - attachedValue : attachedValue - selfManagedValue;
  });
  const largest = Math.max(0, ...leads.map((lead) => Math.abs(lead ?? 0)));
  return tenants.map((values, index) => {
    const lead = leads[index] ?? null;
    return {
      criterionId: id,
      ...values,
      leadScore: lead === null ? null : isSame(largest, 0) ? 0 : (100 * lead) / largest,
    };
  });
}

function leadOf(measures: readonly TenantMeasure[], weighted: readonly Weighted[]): number {
  let [sum, weights] = [0, 0];
  measures.forEach(({ leadScore }, index) => {
    if (leadScore === null) return;
    const { weight } = weighted[index] as Weighted;
    sum += weight * leadScore;
    weights += weight;
  });
  return weights === 0 ? 0 : sum / weights;
}

/** What has the greatest part in one direction: 1 for attached, −1 for self-managed; null: nothing points there. */
function strongest(
  measures: readonly TenantMeasure[],
  weighted: readonly Weighted[],
  direction: number,
  advised: Way,
  currency: string,
): Message | null {
  const parts = measures.map(({ leadScore }, index) => direction * (leadScore ?? 0) * (weighted[index]?.weight ?? 0));
  const most = Math.max(0, ...parts);
  if (most === 0) return null;
  const index = parts.indexOf(most);
  const { criterion } = weighted[index] as Weighted;
  const { attachedValue, selfManagedValue } = measures[index] as TenantMeasure;
  const [own, other] = advised === "attached" ? [attachedValue, selfManagedValue] : [selfManagedValue, attachedValue];
  return decisionMessage("decision-tenant-because", {
    criterion: { kind: "text", value: criterion.title },
    advised: measureValue(own ?? 0, criterion.unit, currency),
    other: measureValue(other ?? 0, criterion.unit, currency),
  });
}
