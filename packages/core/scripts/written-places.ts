import type { JsonSchema } from "../src/base/json-schema.ts";
import type { SchemaName } from "../src/documents/published-schemas.ts";
import { schemaAddress } from "../src/documents/schema-address.ts";
import { FLEET_PLACES } from "./fleet-places.ts";
import { PRICE_BOOK_PLACES, PRICE_LIST_PLACES, WHAT_IF_PLACES } from "./price-places.ts";
import { typed } from "./typed-schema.ts";

/** What readers ask of a place that one field alone cannot know, and names that the catalog has; of the file itself by "". */
export const PLACES: Partial<Readonly<Record<SchemaName, Readonly<Record<string, JsonSchema>>>>> = {
  fleet: FLEET_PLACES,
  "price-book": PRICE_BOOK_PLACES,
  "price-list": PRICE_LIST_PLACES,
  "what-if": WHAT_IF_PLACES,
};

/** The schema of a file that people write, with all that is said of its places. */
export function withPlaces(schema: JsonSchema, name: SchemaName): JsonSchema {
  const places: Readonly<Record<string, JsonSchema>> = { ...PLACES[name], $schema: addressOf(name) };
  const visit = (one: JsonSchema, place: string): JsonSchema => {
    const { properties, items } = one;
    return {
      ...one,
      ...(properties && { properties: propertiesOf(properties, place, visit) }),
      ...(items && { items: visit(items, `${place}[]`) }),
      ...typed(places[place] ?? {}),
    };
  };
  return visit(schema, "");
}

/** In JSON, the only place where a file can name its schema. */
function addressOf(name: SchemaName): JsonSchema {
  return {
    description: "The address of this schema, for editors; nothing is counted by it.",
    examples: [schemaAddress(name, "draft-07")],
  };
}

function propertiesOf(
  properties: NonNullable<JsonSchema["properties"]>,
  place: string,
  visit: (one: JsonSchema, place: string) => JsonSchema,
): NonNullable<JsonSchema["properties"]> {
  const entries = Object.entries(properties);
  return Object.fromEntries(entries.map(([name, one]) => [name, visit(one, place === "" ? name : `${place}.${name}`)]));
}
