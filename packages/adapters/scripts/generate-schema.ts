/** Writes the JSON Schema that ships with the package: `pnpm schemas`. */
import { mkdirSync, writeFileSync } from "node:fs";
import { adapters } from "../src/emit/index.ts";
import { optionsFileSchema } from "../src/emit/options/options-schema.ts";

const folder = new URL("../schema/", import.meta.url);
mkdirSync(folder, { recursive: true });
const text = `${JSON.stringify(optionsFileSchema(adapters), null, 2)}\n`;
writeFileSync(new URL("emit-options.schema.json", folder), text);
console.log("The schema of options written to packages/adapters/schema/");
