import * as z from "zod";
import type { Finding } from "../base/findings/finding.ts";
import type { FleetChanges, TenantSizes } from "../demand/changes/fleet-changes.ts";
import type { Diff, ModelDiff } from "../views/plan-changes/diff.ts";
import { DemandDiffPart, DiffSidePart, ModelDiffPart, ThresholdsPart } from "./diff-parts.ts";
import { SaidOfInputs, saidOfInputs } from "./document-head.ts";
import type { FindingPart } from "./finding-part.ts";
import { SCHEMA_VERSION } from "./parts.ts";

/** What `diff --format json` prints. JSON Schema: `schema/diff.schema.json`. */
export const DiffDocument = z.strictObject({
  schemaVersion: z.literal(SCHEMA_VERSION),
  base: DiffSidePart.meta({ description: "What is changed." }),
  head: DiffSidePart.meta({ description: "What it is changed to." }),
  findings: SaidOfInputs,
  thresholds: ThresholdsPart.meta({ description: "From when on a change of the cost a month counts." }),
  demand: DemandDiffPart.nullable().meta({
    description: "What tenants ask for; null: not known, as one side is a plan document.",
  }),
  diffs: z.array(ModelDiffPart).meta({ description: "What changes, one an operating model." }),
});
export type DiffDocument = z.infer<typeof DiffDocument>;

/** What is different between two fleets or plans, as `diff --format json` prints it. @param said what was said of the inputs */
export function diffDocument(diff: Diff<z.infer<typeof FindingPart>>, said: readonly Finding[] = []): DiffDocument {
  const { base, head, thresholds, demand, models } = diff;
  return {
    schemaVersion: SCHEMA_VERSION,
    base: { ...base },
    head: { ...head },
    findings: saidOfInputs(said),
    thresholds: { ...thresholds },
    demand: demand === null ? null : demandPart(demand),
    diffs: models.map(modelDiffPart),
  };
}

function modelDiffPart({ changes, upgrades }: ModelDiff<z.infer<typeof FindingPart>>): z.infer<typeof ModelDiffPart> {
  const { newShortfalls: _, totals, base, head, isChanged, ...more } = changes;
  // What is compared is plain data; its lists are the document's own.
  return structuredClone({
    base,
    head,
    isChanged,
    ...more,
    totals: totals.map(({ below: _below, whenUnknown, shownIn, ...total }) => total),
    upgrades,
  }) as z.infer<typeof ModelDiffPart>;
}

function demandPart({ added, gone, changed }: FleetChanges): z.infer<typeof DemandDiffPart> {
  return {
    added: added.map(sizesPart),
    gone: gone.map(sizesPart),
    changed: changed.map(({ before, after }) => ({ base: sizesPart(before), head: sizesPart(after) })),
  };
}

function sizesPart({ id, name, sizes }: TenantSizes) {
  const texts = Object.entries(sizes).map(([key, value]: [string, bigint]) => [key, value.toString()]);
  return { tenantId: id, name, ...(Object.fromEntries(texts) as Record<keyof TenantSizes["sizes"], string>) };
}
