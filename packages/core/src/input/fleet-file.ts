import * as z from "zod";
import { IsoDate } from "../base/provenance.ts";
import { ContractFile } from "./contract.ts";
import { DemandFile } from "./demand-file.ts";
import { libraryFields } from "./expand-presets.ts";
import { AmountField, CurrencyField, IdField, NameField, NoteField } from "./fields.ts";
import { ApiVersionField, kindField } from "./file-head.ts";
import { HostClustersFile, PlacementFile } from "./host-clusters.ts";
import { OriginFile } from "./origin-file.ts";
import { PoolsFile } from "./tenant-pools.ts";
import { FleetUpgradesFile, TenantUpgradesFile } from "./upgrades-file.ts";
import { WorkloadFile } from "./workload-file.ts";

const MOST_TENANTS = 100_000;
const MOST_GROWTH_PERCENT = 1000;
/** How many of a hundred tenants can leave in a year, and how many can come, at most. */
export const MOST_CHURN_PERCENT = 100;
export const MOST_NEW_TENANTS = 1000;
const MOST_WORKLOADS = 1000;
const MOST_WEIGHT = 1_000_000;
const MOST_REF_LETTERS = 200;

const TenantFile = z.strictObject({
  id: IdField.meta({ description: "A short name, once in the fleet; clusters are called by it." }),
  name: NameField.optional().meta({
    description: "What people call the tenant. Left out: its id.",
    examples: ["Orchid Foods"],
  }),
  ref: z
    .string()
    .min(1)
    .max(MOST_REF_LETTERS)
    .optional()
    .meta({
      description: "The key of the tenant elsewhere, such as in a CRM: handed back beside its id, and read by nothing.",
      examples: ["006Qx00000AbCdE"],
    }),
  note: NoteField,
  workloads: z
    .array(WorkloadFile)
    .max(MOST_WORKLOADS)
    .optional()
    .meta({
      description: "What the tenant runs, pods alike together; [] for a tenant that runs nothing yet.",
      examples: [[{ name: "web", replicas: 3, requests: { cpu: "500m", memory: "1Gi" } }]],
    }),
  pools: PoolsFile,
  ...libraryFields,
  demand: DemandFile.optional().meta({
    description: "The tenant's size where only totals are known; instead of workloads, preset and applications.",
    examples: [{ pods: 45, cpu: "18", memory: "72Gi", storage: "1Ti" }],
  }),
  upgradeCadence: z
    .enum(["fleet", "own"])
    .default("fleet")
    .meta({ description: "When it is upgraded: with the fleet, or at its own pace.", examples: ["own"] }),
  upgrades: TenantUpgradesFile.optional().meta({
    description: "When it accepts a new version of NKP: nkp-planner lifecycle plays it forward.",
    examples: [{ readyAfterDays: 90, freezes: [{ from: "2026-12-01", to: "2027-01-10" }] }],
  }),
  growthPercentPerYear: z
    .number()
    .min(0)
    .max(MOST_GROWTH_PERCENT)
    .optional()
    .meta({
      title: "percent a year",
      description: "By how much its demand grows. Left out: as --set growth-percent-per-year has it for the fleet.",
      examples: [20],
    }),
  price: z
    .strictObject({
      monthly: AmountField.meta({
        title: "amount a month",
        description: "What the tenant pays a month, in the fleet's currency.",
      }),
      illustrative: z
        .boolean()
        .optional()
        .meta({
          description:
            "true: this price is invented, and every output says so; false: it is yours. Left out: as the fleet says.",
          examples: [true],
        }),
    })
    .optional()
    .meta({
      description: "A price agreed with the tenant; it stands before the price list.",
      examples: [{ monthly: "4200.00" }],
    }),
  contract: ContractFile.optional().meta({
    description: "What the tenant has agreed to beside a price, and from when until when.",
    examples: [{ termMonths: 36, from: "2026-01-01" }],
  }),
  shareWeight: z
    .number()
    .min(0)
    .max(MOST_WEIGHT)
    .optional()
    .meta({
      title: "weight",
      description: "Its part of what is shared, against the others' weights, with --set shared-cost=by-weights.",
      examples: [2],
    }),
  origin: OriginFile,
});

/** A fleet as people write it. JSON Schema: `schema/fleet.schema.json`. */
export const FleetFile = z.strictObject({
  apiVersion: ApiVersionField,
  kind: kindField("Fleet"),
  title: z
    .string()
    .optional()
    .meta({ description: "What the fleet is called.", examples: ["Customers of 2027"] }),
  note: NoteField,
  asOf: IsoDate.meta({
    description: "The day the plan is for: contracts, prices and releases are looked up as of it.",
    examples: ["2026-11-23"],
  }),
  release: z
    .string()
    .min(1)
    .meta({
      title: "id of an NKP release",
      description: "The version of NKP that is planned; nkp-planner catalog list names all.",
      examples: ["nkp-2.17.1"],
    }),
  currency: CurrencyField.meta({ description: "The currency of agreed prices, and of all that is planned." }),
  illustrative: z
    .boolean()
    .default(false)
    .meta({
      description:
        "true: the prices agreed with tenants are invented, and every output says so; false: they are yours.",
      examples: [true],
    }),
  churnPercentPerYear: z
    .number()
    .min(0)
    .max(MOST_CHURN_PERCENT)
    .optional()
    .meta({
      title: "percent a year",
      description: "In a forecast, how many tenants that nothing binds leave. Left out: as --set has it.",
      examples: [10],
    }),
  newTenantsPerYear: z
    .number()
    .min(0)
    .max(MOST_NEW_TENANTS)
    .optional()
    .meta({
      title: "tenants a year",
      description: "In a forecast, how many come whose days are not known. Left out: as --set has it.",
      examples: [6],
    }),
  tenants: z
    .array(TenantFile)
    .max(MOST_TENANTS)
    .meta({
      description: "Everybody who is planned for, each with what it needs.",
      examples: [[{ id: "orchid", preset: "M" }]],
    }),
  upgrades: FleetUpgradesFile.optional().meta({
    description: "On which days you upgrade, and what runs beneath: nkp-planner lifecycle plays it forward.",
    examples: [{ everyDays: 7, prismCentral: "pc.7.3", aos: "7.3" }],
  }),
  hostClusters: HostClustersFile,
  placement: PlacementFile,
  // Of which nothing is read; what it means, the generated schemas say.
  $schema: NoteField,
});

/** A fleet as it is written, before it is read. */
export type FleetFileInput = z.input<typeof FleetFile>;
