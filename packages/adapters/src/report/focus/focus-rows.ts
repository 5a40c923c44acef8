import { type CostDriver, costDriverTitle, isInfeasible, type PlannedFleet, ratioOf } from "@nkp-planner/core";
import { type CsvColumns, csvText, moneyField, NO_FIELD, numberField, textField } from "../../text/csv.ts";
import type { DecidedRequest } from "../report.ts";
import { type FocusCharge, focusChargesOf } from "./focus-charges.ts";

/** Who bills. */
export interface BillingAccount {
  readonly id: string;
  readonly name: string;
}

/** What all rows of a file have in common, and the row. */
interface FocusRow extends FocusCharge {
  readonly plan: PlannedFleet;
  readonly billingAccount: BillingAccount;
  readonly tenantName: string;
  readonly monthStart: string;
  readonly monthEnd: string;
}

interface Service {
  readonly category: string;
  readonly subcategory: string;
  /** Usage: what is taken, as long as it is taken. Purchase: what is bought for a month, used or not. */
  readonly charge: "Usage" | "Purchase";
}

const VIRTUAL_MACHINES = { category: "Compute", subcategory: "Virtual Machines" };
const ADMINISTRATION = { category: "Management and Governance", subcategory: "Administration" };
const OTHER = { category: "Other", subcategory: "Other (Other)" };

/** @see FOCUS 1.2, ServiceCategory and ServiceSubcategory: only the words allowed there. */
const SERVICES: Readonly<Record<CostDriver, Service>> = {
  license: { category: "Compute", subcategory: "Containers", charge: "Purchase" },
  "infrastructure-license": { ...VIRTUAL_MACHINES, charge: "Purchase" },
  host: { ...VIRTUAL_MACHINES, charge: "Purchase" },
  vcpu: { ...VIRTUAL_MACHINES, charge: "Usage" },
  memory: { ...VIRTUAL_MACHINES, charge: "Usage" },
  storage: { category: "Storage", subcategory: "Block Storage", charge: "Usage" },
  power: { ...OTHER, charge: "Usage" },
  "prism-central": { ...ADMINISTRATION, charge: "Purchase" },
  support: { category: "Management and Governance", subcategory: "Support", charge: "Purchase" },
  backup: { category: "Storage", subcategory: "Backup Storage", charge: "Usage" },
  other: { ...OTHER, charge: "Purchase" },
  labour: { ...ADMINISTRATION, charge: "Usage" },
};

const cost = ({ cost: value }: FocusRow) => moneyField(value);
const unitPrice = ({ line }: FocusRow) => moneyField(line.unitPrice);
const currency = ({ plan }: FocusRow) => textField(plan.currency);
const provider = ({ billingAccount }: FocusRow) => textField(billingAccount.name);
const empty = () => NO_FIELD;

const COLUMNS: CsvColumns<FocusRow> = {
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
  x_AllocatedMethodId: ({ basis }) => textField(basis),
  x_Attribution: ({ attribution }) => textField(attribution),
  x_CannotRun: ({ plan }) => textField(String(isInfeasible(plan))),
  x_Illustrative: ({ plan }) => textField(String(plan.context.priceBook.illustrative)),
  x_OperatingModel: ({ plan }) => textField(plan.model.id),
  x_OriginLineId: ({ originLineId }) => textField(originLineId),
  x_PlanId: ({ plan }) => textField(planIdOf(plan)),
  x_Estimate: () => textField("true"),
};

/**
 * A plan's costs in the shape of FOCUS 1.2: an estimate of the month of the plan's day, not a bill. A row is what one
 * tenant (its SubAccount) bears of one cost line in one place, of one attribution: workload, overhead or idle;
 * x_AllocatedMethodId says whether it is the tenant's `own` or by which method it was shared. Rows of one
 * x_OriginLineId sum to the plan's cost line exactly, rows of a tenant to its cost, rows of an attribution to the
 * fleet's. All rows together are the monthly cost; one-off costs, of ChargeFrequency One-Time, are among them only where
 * they are asked for. Where x_CannotRun is true, the plan falls short: costs are of what can be planned of it.
 *
 * PricingQuantity = cost ÷ unit price, at ten digits: allocated like the cost, so that the product is the cost.
 * @see https://github.com/FinOps-Open-Cost-and-Usage-Spec/FOCUS_Spec/tree/04f8bb3d/specification/columns
 */
export function focusRowsCsv(
  plan: PlannedFleet,
  { tenantIds, hasOneTime }: Pick<DecidedRequest<unknown>, "tenantIds"> & { readonly hasOneTime: boolean },
  billingAccount: BillingAccount,
): string {
  const asked = plan.tenants.filter(({ tenantId }) => tenantIds.includes(tenantId));
  const names = new Map(asked.map(({ tenantId, name }) => [tenantId, name]));
  const common = { plan, billingAccount, ...monthOf(plan.input.asOf) };
  const rows = focusChargesOf(plan).flatMap((charge): readonly FocusRow[] => {
    const tenantName = names.get(charge.tenantId);
    return tenantName === undefined || (charge.isOneTime && !hasOneTime) ? [] : [{ ...charge, ...common, tenantName }];
  });
  return csvText(COLUMNS, rows);
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

const MONTHS_PER_YEAR = 12;

/** `2026-11-23` → the first of November to the first of December, which is no part of it. */
function monthOf(day: string): { readonly monthStart: string; readonly monthEnd: string } {
  const [year = 0, month = 1] = day.split("-").map(Number);
  const next = month === MONTHS_PER_YEAR ? [year + 1, 1] : [year, month + 1];
  return { monthStart: firstOf(year, month), monthEnd: firstOf(next[0] ?? year, next[1] ?? 1) };
}

function firstOf(year: number, month: number): string {
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-01T00:00:00Z`;
}
