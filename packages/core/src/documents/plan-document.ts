import * as z from "zod";
import { moneyToJson } from "../money.ts";
import type { FleetPlan } from "../plan.ts";
import { ClusterPart, clusterPart, InfrastructurePart, infrastructurePart } from "./cluster-parts.ts";
import {
  AssumptionPart,
  assumptionPart,
  ConfidencePart,
  MoneyPart,
  moneyOrNull,
  moneyRecord,
  SCHEMA_VERSION,
  ShortfallPart,
  shortfallPart,
} from "./parts.ts";

const count = z.int().nonnegative();
const amount = z.number().nonnegative();

const TotalsPart = z.strictObject({
  clusterCount: count,
  nodeCount: count,
  vcpu: amount,
  memoryGiB: amount,
  storageGiB: amount.meta({ description: "Node disks and volume claims, before replication by the storage below." }),
  licensedVcpu: amount,
  platformVcpu: amount.meta({
    description:
      "vCPU that serve no tenant: nodes no tenant may use, and what platform and kubelet take on shared nodes.",
  }),
  platformMemoryGiB: amount,
  idleVcpu: amount.meta({ description: "vCPU of shared nodes that nobody requests." }),
  idleMemoryGiB: amount,
  floorAddedNodeCount: count.meta({ description: "Nodes that only the documented minimums ask for." }),
  floorAddedVcpu: amount,
  floorAddedMemoryGiB: amount,
  failureAddedNodeCount: count.meta({ description: "Nodes held back so that a loss is survived." }),
  failureAddedVcpu: amount,
  failureAddedMonthlyCost: MoneyPart.meta({ description: "What these nodes cost; a part of monthlyCost." }),
  ipAddressCount: count,
  hostCount: count.meta({ description: "Hosts under all clusters and Prism Central, spare ones included." }),
  usedHostCount: amount.meta({
    description: "Hosts' worth used, of the resource used most, for hosts shared with others.",
  }),
  monthlyCost: MoneyPart,
  monthlyCostByDriver: z.strictObject({
    license: MoneyPart,
    vcpu: MoneyPart,
    memory: MoneyPart,
    storage: MoneyPart,
    labour: MoneyPart,
  }),
  monthlyCostByAttribution: z.strictObject({ workload: MoneyPart, overhead: MoneyPart, idle: MoneyPart }),
  monthlyPrice: MoneyPart.nullable().meta({ description: "null: at least one tenant has no price." }),
  monthlyMargin: MoneyPart.nullable(),
  marginRatio: z
    .number()
    .nullable()
    .meta({ description: "(price − cost) ÷ price; null without a price or at price zero." }),
});

const TenantPart = z.strictObject({
  tenantId: z.string(),
  name: z.string(),
  monthlyCost: MoneyPart,
  ownMonthlyCost: MoneyPart,
  sharedMonthlyCost: MoneyPart,
  monthlyPrice: MoneyPart.nullable(),
  monthlyMargin: MoneyPart.nullable(),
  marginRatio: z.number().nullable(),
});

export const PlanPart = z.strictObject({
  modelId: z.string(),
  title: z.string(),
  totals: TotalsPart,
  clusters: z.array(ClusterPart),
  infrastructure: InfrastructurePart,
  tenants: z.array(TenantPart),
  assumptions: z.array(AssumptionPart),
  shortfalls: z.array(ShortfallPart),
});

const CostLinePart = z.strictObject({
  driver: z.enum(["license", "vcpu", "memory", "storage", "labour"]),
  clusterName: z.string(),
  label: z.string(),
  quantity: z.number(),
  sku: z.string(),
  unit: z.string(),
  unitPrice: MoneyPart,
  monthlyCost: MoneyPart.meta({ description: "quantity × unitPrice, rounded once." }),
  attribution: z.strictObject({ workload: MoneyPart, overhead: MoneyPart, idle: MoneyPart }),
  confidence: ConfidencePart,
  sources: z.array(z.string()),
});

/** What `plan --format json` prints. JSON Schema: `schema/plan.schema.json`. */
export const PlanDocument = z.strictObject({
  schemaVersion: z.literal(SCHEMA_VERSION),
  release: z.string(),
  currency: z.string(),
  illustrativePrices: z.boolean().meta({ description: "true: the price book is invented; quote nothing from it." }),
  plan: PlanPart.extend({ costs: z.array(CostLinePart) }),
});
export type PlanDocument = z.infer<typeof PlanDocument>;

export function planDocument(plan: FleetPlan): PlanDocument {
  return {
    schemaVersion: SCHEMA_VERSION,
    release: plan.release,
    currency: plan.currency,
    illustrativePrices: plan.context.priceBook.illustrative,
    plan: { ...planPart(plan), costs: plan.costs.map(costLinePart) },
  };
}

/** A plan without its cost lines, as a comparison holds it. */
export function planPart({
  model,
  totals,
  clusters,
  infrastructure,
  tenants,
  assumptions,
  shortfalls,
}: FleetPlan): z.infer<typeof PlanPart> {
  return {
    modelId: model.id,
    title: model.title,
    totals: {
      ...totals,
      failureAddedMonthlyCost: moneyToJson(totals.failureAddedMonthlyCost),
      monthlyCost: moneyToJson(totals.monthlyCost),
      monthlyCostByDriver: moneyRecord(totals.monthlyCostByDriver),
      monthlyCostByAttribution: moneyRecord({ ...totals.monthlyCostByAttribution }),
      monthlyPrice: moneyOrNull(totals.monthlyPrice),
      monthlyMargin: moneyOrNull(totals.monthlyMargin),
    },
    clusters: clusters.map(clusterPart),
    infrastructure: infrastructurePart(infrastructure),
    tenants: tenants.map((tenant) => ({
      ...tenant,
      monthlyCost: moneyToJson(tenant.monthlyCost),
      ownMonthlyCost: moneyToJson(tenant.ownMonthlyCost),
      sharedMonthlyCost: moneyToJson(tenant.sharedMonthlyCost),
      monthlyPrice: moneyOrNull(tenant.monthlyPrice),
      monthlyMargin: moneyOrNull(tenant.monthlyMargin),
    })),
    assumptions: assumptions.map(assumptionPart),
    shortfalls: shortfalls.map(shortfallPart),
  };
}

function costLinePart(line: FleetPlan["costs"][number]): z.infer<typeof CostLinePart> {
  const { driver, clusterName, label, quantity, rate, monthlyCost, attribution, confidence, sources } = line;
  return {
    driver,
    clusterName,
    label,
    quantity,
    sku: rate.sku,
    unit: rate.unit,
    unitPrice: moneyToJson(rate.unitPrice),
    monthlyCost: moneyToJson(monthlyCost),
    attribution: moneyRecord({ ...attribution }),
    confidence,
    sources: [...sources],
  };
}
