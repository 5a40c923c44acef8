import * as z from "zod";
import type { Finding } from "../base/findings/finding.ts";
import type { FleetPlan } from "../plan/plan.ts";
import type { PlannedFleet } from "../plan/planned-fleet.ts";
import { hasIllustrativePrices } from "../price-list/invented-prices.ts";
import { costDrivers } from "../prices/cost-drivers.ts";
import { ServiceLine } from "../prices/service-line.ts";
import { ClusterPart, clusterPart } from "./cluster-parts.ts";
import { SaidOfInputs, saidOfInputs } from "./document-head.ts";
import { tenantFields, totalFields } from "./figure-fields.ts";
import { FindingPart, findingPart } from "./finding-part.ts";
import { HostListPart, hostListPart } from "./host-list-part.ts";
import { InfrastructurePart, infrastructurePart } from "./infrastructure-part.ts";
import { OperatingLayerPart, operatingLayerParts } from "./operating-layers-part.ts";
import { ConfidencePart, MoneyPart, OriginPart, RefPart, SCHEMA_VERSION } from "./parts.ts";

const AttributionPart = z.strictObject({ workload: MoneyPart, overhead: MoneyPart, idle: MoneyPart });

const PriceLinePart = z.strictObject({
  sku: z.string(),
  name: z.string(),
  description: z.string(),
  service: ServiceLine.nullable(),
  quantity: z.number(),
  unit: z.string(),
  unitPrice: MoneyPart,
  listAmount: MoneyPart.meta({ description: "quantity × unitPrice, rounded once." }),
  discount: MoneyPart,
  amount: MoneyPart.meta({ description: "listAmount − discount." }),
  billing: z.enum(["recurring", "one-time"]),
  isOptional: z.boolean(),
  isTaxable: z.boolean(),
  recovers: AttributionPart.nullable().meta({
    description: "What the line pays for, as parts of its amount; null where that cannot be told.",
  }),
});

const TenantPart = z.strictObject({
  tenantId: z.string(),
  ref: RefPart,
  name: z.string(),
  origin: OriginPart.optional(),
  ...tenantFields(),
  priceLines: z.array(PriceLinePart),
});

export const PlanPart = z.strictObject({
  modelId: z.string(),
  title: z.string(),
  totals: z.strictObject(totalFields()),
  clusters: z.array(ClusterPart),
  infrastructure: InfrastructurePart,
  tenants: z.array(TenantPart),
  findings: z.array(FindingPart).meta({ description: "What the plan cannot give, and what it rests on." }),
});

const CostLinePart = z.strictObject({
  driver: z.enum(costDrivers),
  clusterName: z.string().nullable().meta({ description: "null: bought for several clusters together." }),
  label: z.string(),
  quantity: z.number(),
  sku: z.string(),
  unit: z.string(),
  unitPrice: MoneyPart,
  recurs: z.enum(["month", "once"]).meta({ description: "Whether the amount comes again every month, or once." }),
  amount: MoneyPart.meta({ description: "quantity × unitPrice, rounded once." }),
  attribution: AttributionPart,
  confidence: ConfidencePart,
  sources: z.array(z.string()),
});

/** What `plan --format json` prints. JSON Schema: `schema/plan.schema.json`. */
export const PlanDocument = z.strictObject({
  schemaVersion: z.literal(SCHEMA_VERSION),
  release: z.string(),
  currency: z.string(),
  illustrativePrices: z
    .boolean()
    .meta({ description: "true: price book, price list or an agreed price is invented; quote nothing from it." }),
  findings: SaidOfInputs,
  plan: z.strictObject({
    ...PlanPart.shape,
    hosts: HostListPart.meta({ description: "Which VMs lie on which host, and what becomes of them when it is lost." }),
    operatingLayers: z
      .array(OperatingLayerPart)
      .meta({ description: "What the fleet is run with, by what it is for." }),
    costs: z.array(CostLinePart),
    oneTimeCosts: z.array(CostLinePart),
  }),
});
export type PlanDocument = z.infer<typeof PlanDocument>;

/** A plan as `plan --format json` prints it. @param said what was said of the inputs */
export function planDocument(plan: PlannedFleet, said: readonly Finding[] = []): PlanDocument {
  return {
    schemaVersion: SCHEMA_VERSION,
    release: plan.release,
    currency: plan.currency,
    illustrativePrices: hasIllustrativePrices(plan.context, plan.input.tenants),
    findings: saidOfInputs(said),
    plan: {
      ...planPart(plan),
      hosts: hostListPart(plan.infrastructure),
      operatingLayers: operatingLayerParts(plan),
      costs: plan.costs.map(costLinePart),
      oneTimeCosts: plan.oneTimeCosts.map(costLinePart),
    },
  };
}

/** A plan without its cost lines, as a comparison holds it. */
export function planPart({
  model,
  totals,
  clusters,
  infrastructure,
  tenants,
  findings,
}: FleetPlan): z.infer<typeof PlanPart> {
  return {
    modelId: model.id,
    title: model.title,
    totals,
    clusters: clusters.map(clusterPart),
    infrastructure: infrastructurePart(infrastructure),
    tenants: tenants.map((tenant) => ({ ...tenant, priceLines: tenant.priceLines.map(priceLinePart) })),
    findings: findings.map(findingPart),
  };
}

function priceLinePart(line: FleetPlan["tenants"][number]["priceLines"][number]): z.infer<typeof PriceLinePart> {
  return {
    sku: line.sku,
    name: line.name,
    description: line.description,
    service: line.service,
    quantity: line.quantity,
    unit: line.unit,
    unitPrice: line.unitPrice,
    listAmount: line.listAmount,
    discount: line.discount,
    amount: line.amount,
    billing: line.billing,
    isOptional: line.isOptional,
    isTaxable: line.isTaxable,
    recovers: line.recovers === null ? null : line.recovers,
  };
}

function costLinePart(line: FleetPlan["costs"][number]): z.infer<typeof CostLinePart> {
  const { driver, clusterName, recurs, label, quantity, rate, unitPrice, amount, attribution } = line;
  return {
    driver,
    clusterName,
    recurs,
    label,
    quantity,
    sku: rate.sku,
    unit: rate.unit,
    unitPrice: unitPrice,
    amount: amount,
    attribution: attribution,
    confidence: line.confidence,
    sources: [...line.sources],
  };
}
