import * as z from "zod";
import { IsoDate } from "../base/provenance.ts";
import { FindingPart } from "./finding-part.ts";
import { MoneyPart } from "./parts.ts";

const text = z.string();
const count = z.int().nonnegative();
const amount = z.number().nonnegative();
const exact = z.string().regex(/^\d+$/);

/** One of the two things that are held against each other. */
export const DiffSidePart = z.strictObject({
  name: text.meta({ description: "What it is called: a file, or a file of a revision." }),
  kind: z.enum(["fleet", "plan"]).meta({ description: "A fleet that was planned, or a plan document." }),
  asOf: IsoDate.nullable().meta({ description: "The day of the plan; null: a plan document does not say it." }),
  release: text.meta({ description: "The NKP release that is planned." }),
  currency: text.meta({ description: "What its amounts are in." }),
  illustrativePrices: z.boolean().meta({ description: "true: prices of it are invented; quote nothing from it." }),
  prices: text.nullable().meta({ description: "Name of its price book; null: a plan document does not say it." }),
  priceList: text.nullable().meta({ description: "Name of its price list; null: none, or not known." }),
});

const value = z.union([z.number(), MoneyPart]).nullable();
const ValueChangePart = {
  base: value.meta({ description: "What it was; null: not known." }),
  head: value.meta({ description: "What it is; null: not known." }),
  difference: value.meta({
    description: "head − base; null: one of the two is not known, or they are amounts of two currencies.",
  }),
};

const PoolSizePart = z
  .strictObject({
    nodeCount: count.meta({ description: "How many nodes." }),
    vcpuPerNode: count.meta({ description: "vCPU of one node." }),
    memoryGiBPerNode: count.meta({ description: "Memory of one node in GiB." }),
    diskGiBPerNode: count.meta({ description: "Disk of one node in GiB." }),
    extendedPerNode: z
      .record(text, count)
      .optional()
      .meta({ description: "Extended resources of one node, by their names; absent: none." }),
  })
  .nullable();

const ClusterIdentityPart = z
  .strictObject({
    role: text.meta({ description: "Management, attached or self-managed." }),
    edition: text.meta({ description: "The NKP edition it is licensed for." }),
    tenantIds: z.array(text).meta({ description: "Ids of the tenants that live in it." }),
    managedBy: text.nullable().meta({ description: "Name of the cluster that manages it; null: itself." }),
  })
  .nullable();

const IS_NEW = "What it was; null: it is new.";
const IS_GONE = "What it is; null: it is gone.";

const ClusterChangePart = z.strictObject({
  name: text.meta({ description: "What the cluster is called." }),
  base: ClusterIdentityPart.meta({ description: IS_NEW }),
  head: ClusterIdentityPart.meta({ description: IS_GONE }),
  pools: z
    .array(
      z.strictObject({
        name: text.meta({ description: "What the pool is called." }),
        role: text.meta({ description: "What its nodes are for." }),
        base: PoolSizePart.meta({ description: IS_NEW }),
        head: PoolSizePart.meta({ description: IS_GONE }),
      }),
    )
    .meta({ description: "Pools that came, went or changed." }),
});

const TenantMoneyPart = z
  .strictObject({
    monthlyCost: MoneyPart.meta({ description: "What it costs a month." }),
    monthlyPrice: MoneyPart.nullable().meta({ description: "What it pays a month; null: not known." }),
    monthlyMargin: MoneyPart.nullable().meta({ description: "Price − cost; null: not known." }),
    marginRatio: z.number().nullable().meta({ description: "Margin ÷ price; null: not known, or the price is zero." }),
  })
  .nullable();

const ValuePart = z.strictObject(ValueChangePart);

const TenantChangePart = z.strictObject({
  tenantId: text.meta({ description: "Id of the tenant." }),
  name: text.meta({ description: "Its name." }),
  base: TenantMoneyPart.meta({ description: IS_NEW }),
  head: TenantMoneyPart.meta({ description: IS_GONE }),
  figures: z
    .strictObject({
      monthlyCost: ValuePart.meta({ description: "What it costs a month." }),
      monthlyPrice: ValuePart.meta({ description: "What it pays a month." }),
      monthlyMargin: ValuePart.meta({ description: "Price − cost." }),
      marginRatio: ValuePart.meta({ description: "Margin ÷ price." }),
    })
    .meta({ description: "Each amount on both sides." }),
});

const ComparedModelPart = z.strictObject({
  modelId: text.meta({ description: "The operating model." }),
  title: text.meta({ description: "What it is called." }),
  isInfeasible: z
    .boolean()
    .meta({ description: "true: it cannot run as it is described; its figures are of what can be planned of it." }),
  tenantsWithoutPrice: z.array(text).meta({
    description:
      "Ids of tenants whose price nobody has said: price and margin of the fleet are unknown while there is one.",
  }),
});

const CostMovementPart = z.strictObject({
  base: MoneyPart.meta({ description: "What a month cost." }),
  head: MoneyPart.meta({ description: "What a month costs." }),
  difference: MoneyPart.nullable().meta({ description: "head − base; null: amounts of two currencies." }),
  differenceRatio: z
    .number()
    .nullable()
    .meta({ description: "difference ÷ base; null: not known, or the base costs nothing." }),
  direction: z.enum(["more", "less", "same", "unknown"]).meta({ description: "Which way the cost goes." }),
  isBeyond: z.boolean().meta({
    description: "Whether it moved by more than a threshold, in either direction; without any, whether it moved.",
  }),
  leftOut: z
    .strictObject({
      base: z.array(text).meta({ description: "Of the base." }),
      head: z.array(text).meta({ description: "Of the head." }),
    })
    .meta({ description: "What a plan has and its cost leaves out, as no price is known for it." }),
  newlyLeftOut: z.array(text).meta({ description: "Of the head's, what the base's cost does not leave out." }),
});

const DayPart = z
  .strictObject({
    movedOn: IsoDate.nullable().meta({ description: "The day; null: not within the months that are played." }),
    neverReason: text.nullable().meta({ description: "Why it does not come; null: it does." }),
  })
  .nullable();

/** What one operating model's plan changes. */
export const ModelDiffPart = z.strictObject({
  base: ComparedModelPart.meta({ description: "The plan before." }),
  head: ComparedModelPart.meta({ description: "The plan now." }),
  isChanged: z.boolean().meta({ description: "false: nothing at all that is compared in the plans." }),
  cost: CostMovementPart.meta({ description: "Where the cost a month goes." }),
  totals: z
    .array(
      z.strictObject({
        id: text.meta({ description: "What explain opens it by." }),
        title: text.meta({ description: "What it is called." }),
        unit: text.meta({ description: "What it is counted in." }),
        ...ValueChangePart,
        isChanged: z.boolean().meta({ description: "Whether the two differ." }),
      }),
    )
    .meta({ description: "Every total, whether it changed or not." }),
  clusters: z.array(ClusterChangePart).meta({ description: "Clusters that came, went or changed." }),
  tenants: z
    .array(TenantChangePart)
    .meta({ description: "Tenants that came, went, or whose cost, price or margin changed." }),
  rates: z
    .array(
      z.strictObject({
        sku: text.meta({ description: "What is bought." }),
        unit: text.meta({ description: "What the price is of." }),
        base: z.array(MoneyPart).meta({ description: "What it cost: several prices where it follows a tariff." }),
        head: z.array(MoneyPart).meta({ description: "What it costs." }),
      }),
    )
    .meta({ description: "What both plans buy, at another price." }),
  findings: z
    .strictObject({
      added: z.array(FindingPart).meta({ description: "Said of the head alone; shortfalls first." }),
      gone: z.array(FindingPart).meta({ description: "Said of the base alone; shortfalls first." }),
    })
    .meta({ description: "What is said of one of the two plans." }),
  upgrades: z
    .array(
      z.strictObject({
        clusterName: text.meta({ description: "The cluster, which both plans have." }),
        minor: text.meta({ description: "The minor version of NKP." }),
        base: DayPart.meta({ description: "When it came; null: no such upgrade was played." }),
        head: DayPart.meta({ description: "When it comes; null: no such upgrade is played." }),
      }),
    )
    .nullable()
    .meta({
      description:
        "Upgrades that come on another day; null: not known, as a plan document does not say them, or they cannot be played.",
    }),
});

const TenantSizesPart = z.strictObject({
  tenantId: text.meta({ description: "Id of the tenant." }),
  name: text.meta({ description: "Its name." }),
  podCount: exact.meta({ description: "How many pods, those of DaemonSets left out." }),
  cpuMillicores: exact.meta({ description: "CPU that they request, in millicores." }),
  memoryBytes: exact.meta({ description: "Memory that they request, in bytes." }),
  storageBytes: exact.meta({ description: "Volumes that they claim, in bytes." }),
});

/** What tenants ask for, of two fleets. */
export const DemandDiffPart = z.strictObject({
  added: z.array(TenantSizesPart).meta({ description: "Tenants that are new." }),
  gone: z.array(TenantSizesPart).meta({ description: "Tenants that are gone." }),
  changed: z
    .array(
      z.strictObject({
        base: TenantSizesPart.meta({ description: "What it asked for." }),
        head: TenantSizesPart.meta({ description: "What it asks for." }),
      }),
    )
    .meta({ description: "Tenants that ask for something else; where the sums are alike, their workloads differ." }),
});

/** An amount and a share from which on a change of the cost counts. */
export const ThresholdsPart = z.strictObject({
  amount: text.nullable().meta({ description: "In the currency of the plans, as a decimal text; null: none." }),
  percent: amount.nullable().meta({ description: "Percent of what the base costs a month; null: none." }),
});
