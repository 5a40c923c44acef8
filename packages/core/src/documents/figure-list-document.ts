import * as z from "zod";
import { SCHEMA_VERSION } from "./parts.ts";

/** What `explain --format json` prints where no figure is named. JSON Schema: `schema/figure-list.schema.json`. */
export const FigureListDocument = z.strictObject({
  schemaVersion: z.literal(SCHEMA_VERSION),
  models: z.array(
    z.strictObject({
      modelId: z.string(),
      figureIds: z.array(z.string()).meta({ description: "What explain opens in this model's plan." }),
    }),
  ),
});
export type FigureListDocument = z.infer<typeof FigureListDocument>;

/** Names of the figures that open, as `explain FLEET --format json` prints them. */
export function figureListDocument(
  models: readonly { readonly modelId: string; readonly figureIds: readonly string[] }[],
): FigureListDocument {
  return {
    schemaVersion: SCHEMA_VERSION,
    models: models.map(({ modelId, figureIds }) => ({ modelId, figureIds: [...figureIds] })),
  };
}
