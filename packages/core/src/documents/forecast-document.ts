import * as z from "zod";
import type { Finding } from "../base/findings/finding.ts";
import { IsoDate } from "../base/provenance.ts";
import { CLUSTER_EVENT_KINDS, CLUSTER_EVENT_REASONS, type PoolInEvent } from "../forecast/cluster-event.ts";
import type { Forecast } from "../forecast/forecast.ts";
import { documentHead, headShape, type Prices } from "./document-head.ts";
import { FindingPart, findingPart } from "./finding-part.ts";
import { MoneyPart } from "./parts.ts";

const count = z.int().nonnegative();
const known = MoneyPart.nullable().meta({ description: "null: it rests on a price that nobody has said." });

const MonthPart = z.strictObject({
  monthNumber: z.int().positive().meta({ description: "1 is the first." }),
  firstDay: IsoDate,
  isFeasible: z
    .boolean()
    .meta({ description: "false: the month's plan falls short; its amounts are of what could be planned." }),
  tenantCount: count,
  nodeCount: count,
  hostCount: count,
  hostsBoughtCount: count,
  upgradeCount: count,
  monthlyPrice: known,
  monthlyCost: MoneyPart.meta({ description: "With the month's upgrades as they fall, and owned hosts written off." }),
  upgradeCost: MoneyPart.meta({ description: "Of monthlyCost: the hours of the month's upgrades." }),
  monthlyMargin: known,
  oneTimePrice: known,
  oneTimeCost: MoneyPart.meta({
    description: "What taking on the month's new tenants costs, and changing the nodes of clusters.",
  }),
  reshapeCost: MoneyPart.meta({ description: "Of oneTimeCost: the hours of changes of shape and shrinkings." }),
  oneTimeMargin: known,
  hostPurchases: MoneyPart.meta({ description: "What is paid for the hosts bought in this month." }),
  cashFlow: MoneyPart.nullable().meta({
    description:
      "Both margins, with hosts when they are paid; the last month with the residual value. null: a price is unknown.",
  }),
  cumulativeMargin: known,
  cumulativeCash: known,
});

const EventPoolPart = z.strictObject({
  name: z.string().meta({ description: "What the pool is called, once in its cluster." }),
  role: z.enum(["control-plane", "platform", "workload"]).meta({ description: "What the nodes are for." }),
  nodeCount: count.meta({ description: "How many nodes it has." }),
  vcpuPerNode: count.meta({ description: "vCPU of one node." }),
  memoryGiBPerNode: count.meta({ description: "Memory of one node in GiB." }),
  diskGiBPerNode: count.meta({ description: "Disk of one node in GiB." }),
});

const EventPart = z.strictObject({
  monthNumber: z.int().positive().meta({ description: "The month on whose first day it happens; 1 is the first." }),
  firstDay: IsoDate,
  clusterName: z.string().meta({ description: "Name of the cluster, as plans have it." }),
  tenantIds: z.array(z.string()).meta({ description: "Ids of the tenants that live in it, or did until then." }),
  kind: z.enum(CLUSTER_EVENT_KINDS).meta({ description: "What happens to it." }),
  because: z.enum(CLUSTER_EVENT_REASONS).meta({
    description:
      "tenants: they come or leave; need: not everything would run on what stands; payback: it saves more than its effort.",
  }),
  before: z.array(EventPoolPart).meta({ description: "Its pools a month ago; empty where it is built." }),
  otherwise: z.array(EventPoolPart).meta({
    description: "Its pools in this month if it had kept their shape; empty where it is built or ends.",
  }),
  after: z.array(EventPoolPart).meta({ description: "Its pools from this month on; empty where it ends." }),
  effortHours: z.number().nonnegative().meta({ description: "How many hours of work it asks for, once." }),
  effortCost: MoneyPart.meta({ description: "What the hours cost, in the month's reshapeCost." }),
  monthlySaving: MoneyPart.nullable().meta({
    description:
      "The smaller of what it saves a month now and at the end of the payback time; null: it is not done to save.",
  }),
  paybackMonths: count.nullable().meta({
    description: "After how many months the saving has come to the effort; null: it is not done to save.",
  }),
});

const ForecastPart = z.strictObject({
  modelId: z.string(),
  start: IsoDate,
  discountPercentPerYear: z.number().nonnegative(),
  churnPercentPerYear: z
    .number()
    .nonnegative()
    .meta({ description: "How many percent of the tenants that nothing binds are taken to leave in a year." }),
  newTenantsPerYear: z
    .number()
    .nonnegative()
    .meta({ description: "How many tenants are taken to come in a year, beside those whose days are known." }),
  totalPrice: known,
  totalCost: MoneyPart.meta({ description: "Recurring and one-off, over all months." }),
  totalMargin: known,
  residualValue: MoneyPart.meta({ description: "What the hosts bought are still worth at the end." }),
  netPresentValue: MoneyPart.nullable().meta({
    description: "Cash of all months, each counted at its end and discounted. null: a price is unknown.",
  }),
  peakFundingNeed: MoneyPart.nullable().meta({
    description: "How far cumulative cash falls below zero at the most. null: a price is unknown.",
  }),
  paybackMonthNumber: z.int().positive().nullable().meta({
    description: "From this month on cumulative cash is never negative again. null: there is none, or it is unknown.",
  }),
  months: z.array(MonthPart),
  events: z
    .array(EventPart)
    .meta({ description: "What happens to clusters beside nodes that are added as they are needed." }),
  findings: z
    .array(FindingPart)
    .meta({ description: "What its months cannot give, each once, how far prices hold, and how nodes are kept." }),
});

/** What `forecast --format json` prints. JSON Schema: `schema/forecast.schema.json`. */
export const ForecastDocument = z.strictObject({
  ...headShape,
  forecasts: z.array(ForecastPart).meta({ description: "One a model, every month to the cent." }),
});
export type ForecastDocument = z.infer<typeof ForecastDocument>;

/** The fleet month by month, as `forecast --format json` prints it. */
export function forecastDocument(
  { currency, forecasts }: { readonly currency: string; readonly forecasts: readonly Forecast[] },
  prices: Prices,
  said: readonly Finding[] = [],
): ForecastDocument {
  return { ...documentHead(currency, prices, said), forecasts: forecasts.map(forecastPart) };
}

function forecastPart(forecast: Forecast): z.infer<typeof ForecastPart> {
  return {
    modelId: forecast.model.id,
    start: forecast.start,
    discountPercentPerYear: forecast.discountPercentPerYear,
    churnPercentPerYear: forecast.churnPercentPerYear,
    newTenantsPerYear: forecast.newTenantsPerYear,
    totalPrice: forecast.totalPrice,
    totalCost: forecast.totalCost,
    totalMargin: forecast.totalMargin,
    residualValue: forecast.residualValue,
    netPresentValue: forecast.netPresentValue,
    peakFundingNeed: forecast.peakFundingNeed,
    paybackMonthNumber: forecast.paybackMonthNumber,
    months: forecast.months.map((month) => ({ ...month })),
    events: forecast.events.map((event) => ({
      ...event,
      tenantIds: [...event.tenantIds],
      before: event.before.map(eventPoolPart),
      otherwise: event.otherwise.map(eventPoolPart),
      after: event.after.map(eventPoolPart),
    })),
    findings: forecast.findings.map(findingPart),
  };
}

function eventPoolPart({ name, role, nodeCount, shape }: PoolInEvent): z.infer<typeof EventPoolPart> {
  const { vcpu, memoryGiB, diskGiB } = shape;
  return { name, role, nodeCount, vcpuPerNode: vcpu, memoryGiBPerNode: memoryGiB, diskGiBPerNode: diskGiB };
}
