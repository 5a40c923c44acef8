/** Writes the JSON Schemas that ship with the package: `pnpm schemas`. */
import { mkdirSync, writeFileSync } from "node:fs";
import { jsonSchemas } from "./schemas.ts";

const folder = new URL("../schema/", import.meta.url);
mkdirSync(new URL("draft-07/", folder), { recursive: true });
for (const [path, text] of jsonSchemas()) writeFileSync(new URL(path, folder), text);
console.log(`${jsonSchemas().size} schemas written to packages/core/schema/`);
