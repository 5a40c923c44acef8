import { parameters } from "../../catalog/src/index.ts";
import type { JsonSchema } from "../src/base/json-schema.ts";
import { SHAPE } from "../src/input/node-shape-text.ts";
import { isCoveredBy, rateKinds } from "../src/prices/price-kinds.ts";
import { TARGET_KINDS } from "../src/whatif/what-if-file.ts";
import { ALL_UNITS, priceItemConditions } from "./price-item-conditions.ts";
import { oneOfThem, suggested, without } from "./suggested.ts";

/** An item has a price, or each of its tiers has. */
const PRICED: JsonSchema = {
  anyOf: [
    { required: ["unitPrice"] },
    { required: ["tiers"], properties: { tiers: { items: { required: ["unitPrice"] } } } },
  ],
};

/** A list in which there is something. */
const filled = (name: string): JsonSchema => ({ required: [name], properties: { [name]: { minItems: 1 } } });

/** Hosts, and rates for what runs on them, would be two prices of one thing. */
const itemsOf = (kinds: readonly string[]): JsonSchema => ({
  required: ["items"],
  properties: { items: { contains: { required: ["appliesTo"], properties: { appliesTo: { enum: kinds } } } } },
});
const UNDER_HOSTS = rateKinds.filter((kind) => isCoveredBy(kind, "host"));

/** Of the file itself and of what changes in it on a later day. */
function onAnyDay(places: Readonly<Record<string, JsonSchema>>): Readonly<Record<string, JsonSchema>> {
  const later = Object.entries(places).map(([place, said]) => [`changes[].${place}`, said] as const);
  return { ...places, ...Object.fromEntries(later) };
}

/** Of a price book: see `written-places.ts`. */
export const PRICE_BOOK_PLACES: Readonly<Record<string, JsonSchema>> = {
  "": { not: { allOf: [itemsOf(["host"]), itemsOf(UNDER_HOSTS)] } },
  ...onAnyDay({ "items[]": { allOf: [PRICED, ...priceItemConditions()] }, "items[].unit": { enum: ALL_UNITS } }),
  "changes[]": { allOf: [filled("items")] },
};

/** A field that goes with one way of counting alone. */
const onlyPer = (field: string, per: string): JsonSchema => ({
  if: { required: ["per"], properties: { per: { const: per } } },
  else: without([field]),
});

/** Of a price list: see `written-places.ts`. */
export const PRICE_LIST_PLACES: Readonly<Record<string, JsonSchema>> = {
  "": { allOf: [{ anyOf: [filled("items"), filled("bundles")] }] },
  ...onAnyDay({
    "items[]": { allOf: [PRICED, onlyPer("flavour", "node"), onlyPer("storageClass", "storage")] },
    "items[].flavour": { pattern: SHAPE.source },
  }),
  "changes[]": {
    allOf: [
      { anyOf: [filled("items"), filled("bundles"), { required: ["minimumFee"] }, { required: ["onboarding"] }] },
    ],
  },
};

const NUMERIC = parameters.filter(({ custom }) => custom?.kind === "number" || custom?.kind === "odd");

/** Of a file of ranges: see `written-places.ts`. */
export const WHAT_IF_PLACES: Readonly<Record<string, JsonSchema>> = {
  "ranges[]": oneOfThem(TARGET_KINDS),
  "ranges[].setting": suggested(NUMERIC.map(({ id }) => id)),
};
