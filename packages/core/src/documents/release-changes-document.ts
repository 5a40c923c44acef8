import * as z from "zod";
import type { Ask, ComponentChange } from "../demand/release-footprint.ts";
import { ClusterRole } from "../input/catalog.ts";
import { Edition } from "../input/edition-facts.ts";
import { SCHEMA_VERSION } from "./parts.ts";

const ResourcesPart = z.strictObject({ cpuMillicores: z.int(), memoryBytes: z.int(), storageBytes: z.int() });

const AskPart = z.union([ResourcesPart, z.enum(["unknown", "absent"])]).meta({
  description: "What a component asks for; unknown: not public; absent: not there by default.",
});

/** What `catalog diff --format json` prints. JSON Schema: `schema/release-changes.schema.json`. */
export const ReleaseChangesDocument = z.strictObject({
  schemaVersion: z.literal(SCHEMA_VERSION),
  before: z.string().meta({ description: "Id of a release." }),
  after: z.string(),
  changes: z.array(
    z.strictObject({
      edition: Edition,
      role: ClusterRole,
      component: z.string(),
      before: AskPart,
      after: AskPart,
      difference: ResourcesPart.nullable().meta({ description: "after − before; null: one of the two is unknown." }),
    }),
  ),
});
export type ReleaseChangesDocument = z.infer<typeof ReleaseChangesDocument>;

/** Two releases by id, and what changes from one to the other. */
export interface ChangesBetween {
  readonly before: string;
  readonly after: string;
  readonly changes: readonly ComponentChange[];
}

/** What differs between two releases, as `catalog diff --format json` prints it. */
export function releaseChangesDocument({ before, after, changes }: ChangesBetween): ReleaseChangesDocument {
  return { schemaVersion: SCHEMA_VERSION, before, after, changes: changes.map(changePart) };
}

function changePart(change: ComponentChange): ReleaseChangesDocument["changes"][number] {
  const { before, after, difference } = change;
  return {
    ...change,
    before: askPart(before),
    after: askPart(after),
    difference: difference === null ? null : { ...difference },
  };
}

function askPart(ask: Ask): z.infer<typeof AskPart> {
  return typeof ask === "string" ? ask : { ...ask };
}
