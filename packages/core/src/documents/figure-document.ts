import * as z from "zod";
import { SEVERITY_LEVELS } from "../base/findings/kinds.ts";
import type { Money } from "../base/money.ts";
import type { Figure, FigureLine, FigureValue } from "../views/figures/index.ts";
import { ConfidencePart, MoneyPart, OriginPart, SCHEMA_VERSION } from "./parts.ts";

const ValuePart = z.union([z.number(), MoneyPart, z.null()]);

const FigureLinePart = z.strictObject({
  label: z.string(),
  quantity: z.number().nullable(),
  quantityUnit: z.string(),
  rate: ValuePart,
  rateUnit: z.string(),
  value: ValuePart,
  confidence: ConfidencePart,
  sources: z.array(z.string()).meta({ description: "Of the quantity, where there is one, else of the value." }),
  rateOrigin: z
    .strictObject({
      isInvented: z.boolean(),
      pricesId: z.string().nullable().meta({ description: "null: agreed with a tenant, in the fleet file." }),
      place: z.strictObject({ file: z.string(), line: z.int().positive() }).nullable(),
      since: z.string().optional().meta({ description: "The day of the change that brought it. Absent: of none." }),
    })
    .optional()
    .meta({ description: "Whose price the rate is, where it is one." }),
  note: z.string().optional(),
  opens: z.string().optional().meta({ description: "The figure that opens this line further." }),
});

const SaidPart = z.strictObject({
  code: z.string().meta({ description: "Which statement this is; stable, unlike its words." }),
  severity: z.enum(SEVERITY_LEVELS).meta({ description: "How much it weighs." }),
  text: z.string().meta({ description: "The message and what to do, in English." }),
});

/** What `explain --format json` prints. JSON Schema: `schema/figure.schema.json`. */
export const FigureDocument = z.strictObject({
  schemaVersion: z.literal(SCHEMA_VERSION),
  modelId: z.string(),
  id: z.string(),
  title: z.string(),
  unit: z.string(),
  value: ValuePart,
  formula: z.string().nullable().meta({ description: "null: the value is the sum of the lines." }),
  lines: z.array(FigureLinePart),
  sizedTenants: z
    .array(z.strictObject({ tenantId: z.string(), name: z.string(), origin: OriginPart }))
    .optional()
    .meta({ description: "The tenants whose sizes it rests on, where the fleet says whence those are. Absent: none." }),
  findings: z
    .array(SaidPart)
    .optional()
    .meta({ description: "What must be known of it, where it is answered alone. Absent: that stands beside it." }),
});
export type FigureDocument = z.infer<typeof FigureDocument>;

/** One figure opened to its lines. */
export function figureDocument(modelId: string, figure: Figure): FigureDocument {
  const { id, title, unit, value, formula, lines, sizedTenants } = figure;
  return {
    schemaVersion: SCHEMA_VERSION,
    modelId,
    id,
    title,
    unit,
    value: valuePart(value),
    formula,
    lines: lines.map(linePart),
    ...(sizedTenants === undefined ? {} : { sizedTenants: sizedTenants.map((one) => ({ ...one })) }),
  };
}

function linePart({ note, opens, rateOrigin, ...line }: FigureLine): z.infer<typeof FigureLinePart> {
  return {
    ...line,
    rate: valuePart(line.rate),
    value: valuePart(line.value),
    sources: [...line.sources],
    ...(rateOrigin === undefined ? {} : { rateOrigin: { ...rateOrigin } }),
    ...(note === undefined ? {} : { note }),
    ...(opens === undefined ? {} : { opens }),
  };
}

function valuePart(value: FigureValue): z.infer<typeof ValuePart> {
  return value === null || typeof value === "number" ? value : (value as Money);
}
