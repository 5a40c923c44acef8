import * as z from "zod";
import { FINDING_KINDS } from "../base/findings/kinds.ts";
import type { ModelPart } from "../streamed/fleet-part.ts";
import type { Shard } from "../streamed/shards.ts";
import { MoneyPart, SCHEMA_VERSION } from "./parts.ts";

const count = z.int().nonnegative();
const counts = z.record(z.string(), count);
const whole = z.string().regex(/^-?\d+$/);

const FoundPart = z
  .looseObject({ code: z.string().meta({ description: "Its stable code." }) })
  .meta({ description: "The finding, as plans print it." });

const SaidPart = z.strictObject({
  finding: FoundPart,
  names: z
    .record(
      z.string(),
      z.strictObject({
        count: count.meta({ description: "How many names the list has." }),
        first: z
          .array(z.tuple([count, count, z.string()]))
          .meta({ description: "The first of them, each with its place in the input and in its part." }),
      }),
    )
    .meta({ description: "Lists of whom it is about." }),
  kinds: z.record(z.string(), z.array(z.string())).meta({ description: "Lists in which each name is once." }),
  numbers: z.record(z.string(), z.number()).meta({ description: "How many there are of what adds up." }),
});

const ModelPartPart = z.strictObject({
  modelId: z.string(),
  tenantCount: count.meta({ description: "Tenants under contract on the day." }),
  absentTenantCount: count.meta({ description: "Tenants who have left by then or have not come yet: not planned." }),
  inventedPriceCount: count.meta({ description: "Tenants whose agreed price is invented." }),
  agreedPriceCount: count.meta({ description: "Tenants who pay a price that was agreed with them." }),
  losingTenantCount: count.meta({ description: "Tenants who pay less than what is theirs alone costs." }),
  claimingClusterCount: count.meta({ description: "Clusters in which tenants claim volumes." }),
  reportingClusterCount: count.meta({ description: "Clusters that report to a central stack." }),
  counts: z.record(z.string(), whole).meta({ description: "Totals in pieces, millicores and bytes." }),
  amounts: z.record(z.string(), MoneyPart).meta({ description: "Sums of cost, by what they are for." }),
  known: z.record(z.string(), MoneyPart.nullable()).meta({ description: "Sums of prices; null: a tenant has none." }),
  clustersByEdition: counts.meta({ description: "How many clusters there are of each edition." }),
  managed: counts.meta({ description: "How many clusters each management cluster would look after." }),
  shared: z.record(z.string(), z.looseObject({ name: z.string() })).meta({
    description: "Clusters in which no tenant lives, as the model lays them out.",
  }),
  reporter: z
    .looseObject({ name: z.string() })
    .nullable()
    .meta({ description: "One of the clusters that report to the central stack; null: none does." }),
  vms: z
    .record(
      z.string(),
      z.strictObject({
        kinds: z
          .record(z.string(), z.looseObject({ vmCount: count }))
          .meta({ description: "VMs by what tells them apart." }),
        claimsBytes: whole.meta({ description: "Volume claims in bytes." }),
      }),
    )
    .meta({ description: "What lies on each cluster of hosts." }),
  found: z
    .record(
      z.string(),
      z.strictObject({
        code: z.string().meta({ description: "Which statement it is." }),
        kind: z.enum(FINDING_KINDS).meta({ description: "What kind of finding it is." }),
        count: count.meta({ description: "How many times it is said." }),
        first: z
          .array(
            z.strictObject({
              tenantIndex: count.meta({ description: "How many tenants come before the one that it is of." }),
              finding: FoundPart,
            }),
          )
          .meta({ description: "The first of them, each with the place of its tenant in the input, from 0." }),
      }),
    )
    .meta({ description: "What is said of one tenant or cluster each, by kind and code." }),
  said: z.record(z.string(), SaidPart).meta({ description: "What is said of all together, by what it says." }),
});

/** What `shard` writes. JSON Schema: `schema/shard.schema.json`. */
export const ShardDocument = z.strictObject({
  schemaVersion: z.literal(SCHEMA_VERSION),
  shard: z
    .strictObject({
      index: count.meta({ description: "How many shards of the run come before it." }),
      shardCount: z.int().positive().meta({ description: "How many shards the run has." }),
    })
    .meta({ description: "Its place among the shards of its run." }),
  run: z
    .looseObject({
      version: z.string().meta({ description: "The version of nkp-planner that planned it." }),
      input: z.string().meta({ description: "A digest of the input, by which shards of one run know each other." }),
    })
    .meta({ description: "What the run is of: version, digest of the input, prices and settings, in full." }),
  tenantsDigest: z.string().nullable().meta({
    description: "A digest of the file with what each of its tenants comes to; null: none was written.",
  }),
  parts: z.array(ModelPartPart).meta({ description: "What the shard's tenants come to, a part a model." }),
});
export type ShardDocument = z.infer<typeof ShardDocument>;

/** A shard as it is written. */
export function shardDocument({ index, shardCount, run, parts, tenantsDigest }: Shard): ShardDocument {
  return {
    schemaVersion: SCHEMA_VERSION,
    shard: { index, shardCount },
    run: run as ShardDocument["run"],
    tenantsDigest,
    parts: parts as never,
  };
}

/** A shard that was read. */
export function shardOf({ shard, run, parts, tenantsDigest }: ShardDocument): Shard {
  return { ...shard, run, tenantsDigest, parts: parts as unknown as readonly ModelPart[] };
}
