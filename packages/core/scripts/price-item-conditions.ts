import type { JsonSchema } from "../src/base/json-schema.ts";
import { priceBookProblems } from "../src/prices/price-book-file.ts";
import { type RateKind, rateKinds, unitsOf } from "../src/prices/price-kinds.ts";
import { thenIt, without } from "./suggested.ts";

/** Fields of a price book's items that only some kinds and units take, or need. */
const FIELDS = [
  "termMonths",
  "amortisedOverMonths",
  "wattsPerHost",
  "vcpuPerCore",
  "residualValue",
  "storageClass",
  "hostCluster",
  "resource",
] as const;

interface Priced {
  readonly kind: RateKind;
  readonly unit: string;
}

const ALL: readonly Priced[] = rateKinds.flatMap((kind) => unitsOf(kind).map((unit) => ({ kind, unit })));

/** Every unit that some kind of price may have. */
export const ALL_UNITS: readonly string[] = [...new Set(ALL.map(({ unit }) => unit))];

/** What the reader says of a field, asked of an item with it and of one without: the conditions follow its answers. */
function answerOf(field: string, { kind, unit }: Priced): { readonly isTaken: boolean; readonly isNeeded: boolean } {
  const said = (more: object) => {
    const item = { appliesTo: kind, unit, unitPrice: "1.00", ...more };
    const problems = priceBookProblems({ currency: "EUR", items: [item] });
    return problems.filter(({ path }) => path.at(-1) === field).map(({ expected }) => expected);
  };
  return {
    isTaken: !said({ [field]: "1" }).some((expected) => expected.startsWith("none for")),
    isNeeded: said({}).some((expected) => expected.startsWith("one for")),
  };
}

/** Which units each kind has, and which fields go with them. */
export function priceItemConditions(): readonly JsonSchema[] {
  const units = rateKinds.map((kind) => when({ appliesTo: [kind] }, { properties: { unit: { enum: unitsOf(kind) } } }));
  const fields = FIELDS.flatMap((field) => {
    const answers = ALL.map((priced) => ({ priced, ...answerOf(field, priced) }));
    const taken = answers.filter(({ isTaken }) => isTaken).map(({ priced }) => priced);
    const needed = answers.filter(({ isNeeded }) => isNeeded).map(({ priced }) => priced);
    return [
      { if: conditionOf(taken), else: without([field]) },
      ...(needed.length === 0 ? [] : [{ if: conditionOf(needed), ...thenIt({ required: [field] }) }]),
    ];
  });
  return [...units, ...fields];
}

/** By the unit alone, or by the kind alone, where that tells it; else by both. */
function conditionOf(chosen: readonly Priced[]): JsonSchema {
  const units = ALL_UNITS.filter((unit) => chosen.some((one) => one.unit === unit));
  const kinds = rateKinds.filter((kind) => chosen.some((one) => one.kind === kind));
  if (ALL.filter(({ unit }) => units.includes(unit)).length === chosen.length) return properties({ unit: units });
  if (ALL.filter(({ kind }) => kinds.includes(kind)).length === chosen.length) return properties({ appliesTo: kinds });
  return properties({ appliesTo: kinds, unit: units });
}

function properties(choices: Readonly<Record<string, readonly string[]>>): JsonSchema {
  const entries = Object.entries(choices).map(([name, values]) => [name, { enum: values }] as const);
  return { required: Object.keys(choices), properties: Object.fromEntries(entries) };
}

function when(choices: Readonly<Record<string, readonly string[]>>, then: JsonSchema): JsonSchema {
  return { if: properties(choices), ...thenIt(then) };
}
