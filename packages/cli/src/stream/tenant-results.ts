import type { OperatingModel, PartOfTenants } from "@nkp-planner/core";

/** What is known of a tenant as soon as its own clusters are planned, by model. */
export interface TenantResult {
  readonly tenantId: string;
  readonly ref?: string;
  readonly name: string;
  readonly models: readonly TenantOfModel[];
}

interface TenantOfModel
  extends Pick<
    PartOfTenants["tenants"][number],
    "monthlyPrice" | "ownMonthlyCost" | "contributionMonthlyMargin" | "oneTimePrice" | "oneTimeCost"
  > {
  readonly modelId: string;
}

/** The tenants of a block, each with what it comes to by every model. */
export function tenantResults(
  models: readonly OperatingModel[],
  made: readonly PartOfTenants[],
): readonly TenantResult[] {
  const [first] = made;
  return (first?.tenants ?? []).map(({ tenantId, ref, name }, index) => ({
    tenantId,
    ...(ref === undefined ? {} : { ref }),
    name,
    models: models.flatMap(({ id: modelId }, at): readonly TenantOfModel[] => {
      const tenant = made[at]?.tenants[index];
      if (tenant === undefined) return [];
      const { monthlyPrice, ownMonthlyCost, contributionMonthlyMargin, oneTimePrice, oneTimeCost } = tenant;
      return [{ modelId, monthlyPrice, ownMonthlyCost, contributionMonthlyMargin, oneTimePrice, oneTimeCost }];
    }),
  }));
}
