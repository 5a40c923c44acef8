/** Writes `examples/*.yaml` of the repository into the catalog, which ships them: `pnpm --filter @nkp-planner/catalog examples`. */
import { mkdirSync, writeFileSync } from "node:fs";
import { convertExamples } from "./examples.ts";

const data = new URL("../data/", import.meta.url);
mkdirSync(new URL("examples/", data), { recursive: true });
for (const [path, text] of convertExamples()) writeFileSync(new URL(path, data), text);
