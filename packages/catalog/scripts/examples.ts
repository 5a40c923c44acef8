import { readFileSync } from "node:fs";
import { parse } from "yaml";

const EXAMPLES = ["msp-fleet", "price-book-eur", "price-book-hosts-eur", "price-list-eur"];

/** The repository's example files as the catalog ships them: path below `data/` → JSON text. */
export function convertExamples(): ReadonlyMap<string, string> {
  return new Map(
    EXAMPLES.map((name) => {
      const text = readFileSync(new URL(`../../../examples/${name}.yaml`, import.meta.url), "utf8");
      return [`examples/${name}.json`, `${JSON.stringify(parse(text), null, 2)}\n`];
    }),
  );
}
