import type { Bearing, OperatingModel, PartOfTenants, PlanInput } from "@nkp-planner/core";

/** What is known of a tenant as soon as its own clusters are planned, by model. */
export interface TenantResult {
  /** Its place in the whole input, from 0. */
  readonly tenantIndex: number;
  readonly tenantId: string;
  readonly ref?: string;
  readonly name: string;
  /** What the fleet says it weighs where costs are shared by weights. */
  readonly shareWeight?: number;
  readonly models: readonly TenantOfModel[];
}

export interface TenantOfModel
  extends Pick<
    PartOfTenants["tenants"][number],
    "monthlyPrice" | "ownMonthlyCost" | "contributionMonthlyMargin" | "oneTimePrice" | "oneTimeCost"
  > {
  readonly modelId: string;
  /** By what it bears what several share. */
  readonly bearing: Bearing;
}

/** The tenants of a block, each with what it comes to by every model. @param fromIndex place of the first of them in the whole input */
export function tenantResults(
  { tenants }: Pick<PlanInput, "tenants">,
  models: readonly OperatingModel[],
  made: readonly PartOfTenants[],
  fromIndex: number,
): readonly TenantResult[] {
  const [first] = made;
  const given = new Map(tenants.map((tenant, index) => [tenant.id, { ...tenant, tenantIndex: fromIndex + index }]));
  return (first?.tenants ?? []).map(({ tenantId, ref, name }, index) => {
    const { tenantIndex = fromIndex, shareWeight = null } = given.get(tenantId) ?? {};
    return {
      tenantIndex,
      tenantId,
      ...(ref === undefined ? {} : { ref }),
      name,
      ...(shareWeight === null ? {} : { shareWeight }),
      models: models.flatMap(({ id }, at) => tenantOfModel(id, made[at], index)),
    };
  });
}

function tenantOfModel(modelId: string, made: PartOfTenants | undefined, index: number): readonly TenantOfModel[] {
  const [tenant, bearing] = [made?.tenants[index], made?.bearings[index]];
  if (tenant === undefined || bearing === undefined) return [];
  const { monthlyPrice, ownMonthlyCost, contributionMonthlyMargin, oneTimePrice, oneTimeCost } = tenant;
  return [{ modelId, monthlyPrice, ownMonthlyCost, contributionMonthlyMargin, oneTimePrice, oneTimeCost, bearing }];
}
