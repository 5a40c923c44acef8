import { type CostDriver, costDriverTitle, isInfeasible, type PlannedFleet, ratioOf } from "@nkp-planner/core";
import { type CsvColumns, moneyField, NO_FIELD, numberField, textField } from "../../text/csv.ts";
import type { FocusRow } from "./focus-row.ts";

interface Service {
  readonly category: string;
  readonly subcategory: string;
  /** Usage: what is taken, as long as it is taken. Purchase: what is bought for a month, used or not. */
  readonly charge: "Usage" | "Purchase";
  /** Whether it is deployed on what somebody hosts: licences, support and work are not. */
  readonly isHosted: boolean;
}

const VIRTUAL_MACHINES = { category: "Compute", subcategory: "Virtual Machines" };
const ADMINISTRATION = { category: "Management and Governance", subcategory: "Administration" };
const OTHER = { category: "Other", subcategory: "Other (Other)" };

/** @see FOCUS 1.2, ServiceCategory and ServiceSubcategory: only the words allowed there. */
const SERVICES: Readonly<Record<CostDriver, Service>> = {
  license: { category: "Compute", subcategory: "Containers", charge: "Purchase", isHosted: false },
  "infrastructure-license": { ...VIRTUAL_MACHINES, charge: "Purchase", isHosted: false },
  host: { ...VIRTUAL_MACHINES, charge: "Purchase", isHosted: true },
  vcpu: { ...VIRTUAL_MACHINES, charge: "Usage", isHosted: true },
  memory: { ...VIRTUAL_MACHINES, charge: "Usage", isHosted: true },
  storage: { category: "Storage", subcategory: "Block Storage", charge: "Usage", isHosted: true },
  power: { ...OTHER, charge: "Usage", isHosted: true },
  "prism-central": { ...ADMINISTRATION, charge: "Purchase", isHosted: true },
  support: { category: "Management and Governance", subcategory: "Support", charge: "Purchase", isHosted: false },
  backup: { category: "Storage", subcategory: "Backup Storage", charge: "Usage", isHosted: true },
  other: { ...OTHER, charge: "Purchase", isHosted: false },
  labour: { ...ADMINISTRATION, charge: "Usage", isHosted: false },
};

const cost = ({ cost: value }: FocusRow) => moneyField(value);
const unitPrice = ({ line }: FocusRow) => moneyField(line.unitPrice);
const currency = ({ plan }: FocusRow) => textField(plan.currency);
const provider = ({ billingAccount }: FocusRow) => textField(billingAccount.name);
const empty = () => NO_FIELD;

/** What both versions have. */
const BOTH: CsvColumns<FocusRow> = {
  AvailabilityZone: empty,
  BilledCost: cost,
  BillingAccountId: ({ billingAccount }) => textField(billingAccount.id),
  BillingAccountName: provider,
  BillingCurrency: currency,
  BillingPeriodEnd: ({ monthEnd }) => textField(monthEnd),
  BillingPeriodStart: ({ monthStart }) => textField(monthStart),
  ChargeCategory: (row) => textField(chargeOf(row)),
  ChargeClass: empty,
  ChargeDescription: ({ line }) => textField(`${costDriverTitle(line.driver)}: ${line.label}`),
  ChargeFrequency: (row) => textField(frequencyOf(row)),
  ChargePeriodEnd: ({ monthEnd }) => textField(monthEnd),
  ChargePeriodStart: ({ monthStart }) => textField(monthStart),
  ConsumedQuantity: (row) => (chargeOf(row) === "Usage" ? quantityOf(row) : NO_FIELD),
  ConsumedUnit: (row) => (chargeOf(row) === "Usage" ? textField(row.line.rate.unit) : NO_FIELD),
  ContractedCost: cost,
  ContractedUnitPrice: unitPrice,
  EffectiveCost: cost,
  InvoiceId: empty,
  InvoiceIssuerName: provider,
  ListCost: cost,
  ListUnitPrice: unitPrice,
  PricingCategory: () => textField("Standard"),
  PricingCurrency: currency,
  PricingQuantity: (row) => quantityOf(row),
  PricingUnit: ({ line }) => textField(line.rate.unit),
  ProviderName: provider,
  PublisherName: provider,
  RegionId: empty,
  RegionName: empty,
  ResourceId: ({ portion }) => textField(resourceOf(portion)),
  ResourceName: ({ portion }) => textField(resourceOf(portion)),
  ResourceType: ({ portion }) => textField(resourceTypeOf(portion)),
  ServiceCategory: ({ line }) => textField(SERVICES[line.driver].category),
  ServiceName: ({ line }) => textField(costDriverTitle(line.driver)),
  ServiceSubcategory: ({ line }) => textField(SERVICES[line.driver].subcategory),
  SkuId: ({ line }) => textField(line.rate.sku),
  SkuPriceId: ({ line, plan }) => textField(`${plan.context.priceBook.id}/${line.rate.sku}/${line.unitPrice.amount}`),
  SubAccountId: ({ tenantId }) => textField(tenantId),
  SubAccountName: ({ tenantName }) => textField(tenantName),
  SubAccountType: () => textField("Tenant"),
  Tags: ({ line, plan }) =>
    textField(JSON.stringify({ "nkp-planner/driver": line.driver, "nkp-planner/release": plan.release })),
};

/** What 1.3 adds. ProviderName and PublisherName are deprecated there, and yet must be present. */
const ADDED_IN_1_3: CsvColumns<FocusRow> = {
  AllocatedMethodDetails: ({ allocatedRatio }) =>
    textField(allocatedRatio === null ? null : `{"Elements":[{"AllocatedRatio":${allocatedRatio}}]}`),
  AllocatedMethodId: ({ allocatedRatio, basis }) => textField(allocatedRatio === null ? null : basis),
  AllocatedResourceId: ({ allocatedRatio, tenantId }) => textField(allocatedRatio === null ? null : tenantId),
  AllocatedResourceName: ({ allocatedRatio, tenantName }) => textField(allocatedRatio === null ? null : tenantName),
  AllocatedTags: empty,
  HostProviderName: ({ line, billingAccount }) =>
    textField(SERVICES[line.driver].isHosted ? billingAccount.name : "Not Applicable"),
  ServiceProviderName: provider,
};

/** Our own, which come last. */
const OWN: CsvColumns<FocusRow> = {
  x_Attribution: ({ attribution }) => textField(attribution),
  x_CannotRun: ({ plan }) => textField(String(isInfeasible(plan))),
  x_Illustrative: ({ line }) => textField(String(line.rate.origin.isInvented)),
  x_OperatingModel: ({ plan }) => textField(plan.model.id),
};
const OWN_LAST: CsvColumns<FocusRow> = {
  x_OriginLineId: ({ originLineId }) => textField(originLineId),
  x_PlanId: ({ plan }) => textField(planIdOf(plan)),
  x_Estimate: () => textField("true"),
};

/** The columns of each version of FOCUS that can be written. */
export const FOCUS_COLUMNS = {
  "1.2": { ...BOTH, x_AllocatedMethodId: ({ basis }) => textField(basis), ...OWN, ...OWN_LAST },
  "1.3": {
    ...byName({ ...BOTH, ...ADDED_IN_1_3 }),
    ...OWN,
    x_OriginChargeId: ({ originChargeId }) => textField(originChargeId),
    ...OWN_LAST,
  },
} as const satisfies Readonly<Record<string, CsvColumns<FocusRow>>>;

export type FocusVersion = keyof typeof FOCUS_COLUMNS;

function byName(columns: CsvColumns<FocusRow>): CsvColumns<FocusRow> {
  return Object.fromEntries(Object.entries(columns).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function chargeOf({ line, isOneTime }: FocusRow): Service["charge"] {
  return isOneTime ? "Purchase" : SERVICES[line.driver].charge;
}

function frequencyOf(row: FocusRow): string {
  if (row.isOneTime) return "One-Time";
  return chargeOf(row) === "Usage" ? "Usage-Based" : "Recurring";
}

const QUANTITY_DIGITS = 10;

function quantityOf({ cost: part, line }: FocusRow) {
  const quantity = ratioOf(part, line.unitPrice);
  return numberField(quantity === null ? null : Number(quantity.toFixed(QUANTITY_DIGITS)));
}

function resourceOf({ clusterName, poolName }: FocusRow["portion"]): string | null {
  return clusterName === null || poolName === null ? clusterName : `${clusterName}/${poolName}`;
}

function resourceTypeOf({ clusterName, poolName }: FocusRow["portion"]): string | null {
  if (clusterName === null) return null;
  return poolName === null ? "Kubernetes Cluster" : "Node Pool";
}

/** What the plan was made of, as far as it has names: settings apart. */
function planIdOf({ input, release, model, context: { priceBook } }: PlannedFleet): string {
  return [input.asOf, release, model.id, priceBook.id].join("/");
}
