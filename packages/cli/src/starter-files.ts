import { commentedYaml } from "@nkp-planner/adapters/yaml";
import { exampleFiles } from "@nkp-planner/catalog";
import { type JsonSchema, type SchemaName, schemaHeader, schemaOutline } from "@nkp-planner/core";
import { publishedSchema } from "./published-schema.ts";

/** A file to start from, and what it is for. */
export interface StarterFile {
  readonly path: string;
  readonly text: string;
  readonly use: string;
}

/** Of all sizes from the first few on; taken in turn, so that the same number gives the same fleet. */
const SIZES = ["L", "M", "XL", "S", "L", "M", "L", "XL", "M", "S"] as const;

/** A fleet of so many tenants in usual sizes, and invented prices for it, with a word on every property. */
export function starterFiles(tenantCount: number): readonly StarterFile[] {
  const { fleet, priceBook, priceList } = exampleFiles;
  const digits = String(tenantCount).length;
  const tenants = Array.from({ length: tenantCount }, (_, index) => ({
    id: `tenant-${String(index + 1).padStart(digits, "0")}`,
    preset: SIZES[index % SIZES.length],
  }));
  const { apiVersion, kind, asOf, release, currency } = fleet;
  const INVENTED = "These prices are invented: put yours in, and set illustrative to false.";
  return [
    {
      path: "fleet.yaml",
      use: "your tenants",
      text: written("fleet", { apiVersion, kind, title: "My fleet", asOf, release, currency, tenants }, [
        "A fleet to start from: put your tenants in. Sizes by preset are usual ones, nobody's measured need.",
        "Tenants pay by the price list, which is invented. A price that you agree with one, here, is taken as yours.",
      ]),
    },
    {
      path: "price-book.yaml",
      use: "what things cost you (invented)",
      text: written("price-book", { ...priceBook, id: "my-costs", title: "My costs" }, [INVENTED]),
    },
    {
      path: "price-list.yaml",
      use: "what your tenants pay (invented)",
      text: written("price-list", { ...priceList, id: "my-list", title: "My price list" }, [INVENTED]),
    },
  ];
}

function written(name: SchemaName, value: unknown, head: readonly string[]): string {
  const schema: JsonSchema = publishedSchema(name);
  const more = `Every property with its meaning: nkp-planner schema show ${name}`;
  return commentedYaml(value, schemaOutline(schema), [schemaHeader(name), ...head, more]);
}
