import * as z from "zod";
import type { Finding } from "../base/findings/finding.ts";
import type { Figure } from "../views/figures/index.ts";
import { SaidOfInputs, saidOfInputs } from "./document-head.ts";
import { FigureDocument, figureDocument } from "./figure-document.ts";
import { SCHEMA_VERSION } from "./parts.ts";

/** What `explain FIGURE --format json` prints. JSON Schema: `schema/figures.schema.json`. */
export const FiguresDocument = z.strictObject({
  schemaVersion: z.literal(SCHEMA_VERSION),
  findings: SaidOfInputs,
  figures: z.array(FigureDocument).meta({ description: "The figure asked for, in every model that has it." }),
});
export type FiguresDocument = z.infer<typeof FiguresDocument>;

/** One figure of several models, as `explain FLEET FIGURE --format json` prints it. */
export function figuresDocument(
  opened: readonly { readonly modelId: string; readonly figure: Figure }[],
  said: readonly Finding[] = [],
): FiguresDocument {
  return {
    schemaVersion: SCHEMA_VERSION,
    findings: saidOfInputs(said),
    figures: opened.map(({ modelId, figure }) => figureDocument(modelId, figure)),
  };
}
