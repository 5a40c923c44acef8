/** Writes the program into dist/, from sources: node scripts/bundle.ts */
import { join } from "node:path";
import { bundleProgram } from "./program-bundle.ts";

await bundleProgram(join(import.meta.dirname, "../dist"));
