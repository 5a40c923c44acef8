import { existsSync, readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import process from "node:process";

/** What the file of one item of a list says of it. */
export interface Told {
  /** Sentences above its export. */
  readonly summary: string;
  /** What stands there behind `@see`. */
  readonly sources: readonly string[];
  /** Below the repository. */
  readonly path: string;
  /** The whole file. */
  readonly text: string;
}

/** The repository, seen from it or from the folder in which the site is built. */
const here = process.cwd();
const root = existsSync(resolve(here, "pnpm-workspace.yaml")) ? here : resolve(here, "..");

const SAID_OF_EXPORT = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*\nexport const /g;

/**
 * The file in which an item of a list is defined, found by its id. What pages say of it is what its author wrote above
 * it: nothing that a visitor's thread would have to load.
 * @throws where no file has it, or says nothing of it
 */
export function toldOf(folder: string, id: string): Told {
  const isIts = new RegExp(`^(?: +id:|const ID =) "${id.replaceAll(/[.*+?^$(){}|[\]\\]/g, "\\$&")}"[,;]`, "m");
  const found = readdirSync(resolve(root, folder))
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
    .map((name) => ({ path: `${folder}/${name}`, text: readFileSync(resolve(root, folder, name), "utf8") }))
    .find(({ text }) => isIts.test(text));
  if (found === undefined) throw new Error(`No file in ${folder} defines "${id}".`);
  const at = found.text.search(isIts);
  // Of several exports it is the one around the id, or the first after it where the id stands above all.
  const comments = [...found.text.matchAll(SAID_OF_EXPORT)].map(({ index, 1: said }) => ({ index, said }));
  const comment = (comments.findLast(({ index }) => index < at) ?? comments[0])?.said;
  if (comment === undefined) throw new Error(`${found.path}: say in a sentence above the export what "${id}" is for.`);
  const [summary = "", ...see] = comment
    .replaceAll(/^\s*\*/gm, "")
    .replaceAll(/\s+/g, " ")
    .split("@see ")
    .map((part) => part.trim());
  return { ...found, summary, sources: see };
}
