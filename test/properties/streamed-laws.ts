import {
  addParts,
  type Bearing,
  BearingTable,
  basisOfSums,
  emptyPart,
  type Finding,
  groundsOf,
  hostCountOf,
  InputError,
  isInfeasible,
  type ModelPart,
  type PlanInput,
  partOf,
  planOfParts,
  sharesOfStream,
  type Tenant,
} from "@nkp-planner/core";
import fc from "fast-check";
import { expect } from "vitest";
import { cache, everyPlanAnd, type Law, type Planned } from "./plan-sample.ts";

/** Where a fleet of up to seven tenants is cut, and in which order its parts are added. */
const cuts = fc.record({ after: fc.array(fc.boolean(), { minLength: 7, maxLength: 7 }), isBackwards: fc.boolean() });

function pieces({ tenants }: PlanInput, after: readonly boolean[]) {
  const all: { fromIndex: number; tenants: PlanInput["tenants"][number][] }[] = [];
  tenants.forEach((tenant, index) => {
    if (all.length === 0 || after[index - 1] === true) all.push({ fromIndex: index, tenants: [] });
    all.at(-1)?.tenants.push(tenant);
  });
  return all;
}

/** The prices of which no tenant knows its part. */
const REFUSED: readonly Planned["draft"]["prices"][] = ["tiers, price list", "hosts", "hosts, price list"];

/** Names that repeat are not told of a stream. */
function isOfParts({ code }: Finding): boolean {
  return code !== "name-repeated";
}

/** Statements in an order of their own, and so the names in their lists. */
function sorted(findings: readonly Finding[]): readonly string[] {
  const inOrder = (_: string, value: unknown) =>
    Array.isArray(value) && value.every((one) => typeof one === "string") ? value.toSorted() : value;
  return findings.map((one) => JSON.stringify(one, inOrder)).sort();
}

/** What holds for a fleet that is planned in pieces. */
export const streamedLaws: readonly Law[] = [
  everyPlanAnd(
    "a fleet cut anywhere comes to the same totals, or is refused by name",
    cuts,
    ({ plan, input, context, model, draft }, { after, isBackwards }) => {
      const bearing = new BearingTable();
      const ids: string[] = [];
      const partsOf = () =>
        pieces(input, after).map(({ fromIndex, tenants }) => {
          const { part, tenants: present, bearings } = partOf({ ...input, tenants }, model, context, cache, fromIndex);
          const given = new Map(tenants.map((tenant) => [tenant.id, tenant]));
          present.forEach(({ tenantId }, index) => {
            bearing.add({ ...(given.get(tenantId) as Tenant), bearing: bearings[index] as Bearing });
            ids.push(tenantId);
          });
          return JSON.parse(JSON.stringify(part)) as ModelPart;
        });
      if (REFUSED.includes(draft.prices)) {
        if (input.tenants.length > 0) expect(partsOf).toThrow(InputError);
        return;
      }
      const parts = partsOf();
      const inOrder = isBackwards ? parts.toReversed() : parts;
      const sum = inOrder.reduce(addParts, emptyPart(model.id));
      const streamed = planOfParts(sum, input, model, context, cache);
      expect(streamed.totals).toEqual(plan.totals);
      expect(streamed.isFeasible).toBe(!isInfeasible(plan));
      expect(streamed.tenantCount).toBe(plan.tenants.length);
      expect(hostCountOf(streamed.infrastructure)).toBe(plan.totals.hostCount);
      expect(streamed.infrastructure.prismCentral?.size.id).toBe(plan.infrastructure.prismCentral?.size.id);
      const shareOf = sharesOfStream(streamed, bearing);
      const shared = plan.tenants.map(({ tenantId, sharedMonthlyCost }) => [tenantId, sharedMonthlyCost]);
      expect(ids.map((id, index) => [id, shareOf(index)])).toEqual(shared);
      const losing = plan.tenants.filter(({ contributionMonthlyMargin: margin }) => margin?.amount.startsWith("-"));
      expect(streamed.sums.losingTenantCount).toBe(losing.length);
      const rests = basisOfSums(streamed.sums);
      expect(rests.reduce((sum, { count }) => sum + count, 0)).toBe(rests.flatMap(({ first }) => first).length);
      expect(sorted(rests.flatMap(({ first }) => first))).toEqual(sorted(groundsOf(plan).filter(isOfParts)));
      expect(JSON.stringify(parts.reduce(addParts, emptyPart(model.id)))).toBe(JSON.stringify(sum));
    },
  ),
];
