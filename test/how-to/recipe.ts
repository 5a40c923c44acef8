import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";

/**
 * Recipes of `docs/how-to` are followed by a program, on a copy of the repository. Of a recipe it reads how many files
 * it says that it takes, and its blocks of code: `ts title="path"` is a new file, `diff title="path"` are changed lines.
 */
export interface Recipe {
  readonly fileCount: number;
  readonly edits: readonly RecipeEdit[];
}

export type RecipeEdit =
  | { readonly is: "new file"; readonly path: string; readonly text: string }
  | { readonly is: "changed lines"; readonly path: string; readonly changes: readonly LineChange[] };

/** Lines that stand together in a file, what goes away after them and what comes in its place. */
export interface LineChange {
  readonly context: readonly string[];
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

const root = dirname(dirname(import.meta.dirname));

const BLOCK = /^```(\w+) title="([^"]+)"\n(.*?)^```$/gms;
const NUMBERS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/** @param id the name of its file: `tenant-column` */
export function recipeOf(id: string): Recipe {
  const text = readFileSync(join(root, "docs/how-to", `${id}.md`), "utf8");
  return readRecipe(text);
}

/** @throws where it does not say how many files it takes */
export function readRecipe(text: string): Recipe {
  const [, said = ""] = /\b(\w+) files?\b/i.exec(text.replaceAll(BLOCK, "")) ?? [];
  const fileCount = /^\d+$/.test(said) ? Number(said) : NUMBERS.indexOf(said.toLowerCase());
  if (fileCount < 0) throw new Error('A recipe says first how many files it takes: "Two files: …"');
  const edits = [...text.matchAll(BLOCK)].map(
    ([, language, path = "", body = ""]): RecipeEdit =>
      language === "diff"
        ? { is: "changed lines", path, changes: changesOf(body) }
        : { is: "new file", path, text: body },
  );
  return { fileCount, edits };
}

/** Lines as they are, those that go away, those that come; `@@` where lines of the file are left out. */
const CHANGE = /((?: .*\n|\n)*)((?:-.*\n)*)((?:\+.*\n)*)(?:@@.*\n)?/g;

/** `+` adds a line after the lines before it, `-` takes one away. */
function changesOf(body: string): readonly LineChange[] {
  const odd = body.split("\n").find((line) => !/^(@@|[ +-]|$)/.test(line));
  if (odd !== undefined) throw new Error(`A line of a diff begins with a space, + or -: ${odd}`);
  const linesOf = (part = "") => part.split("\n").slice(0, -1);
  return [...body.matchAll(CHANGE)]
    .filter(([all]) => all !== "")
    .map(([, context, ...marked]) => {
      const [removed = [], added = []] = marked.map((part) => linesOf(part).map((line) => line.slice(1)));
      return { context: linesOf(context).map((line) => line.slice(1)), removed, added };
    });
}

/**
 * Follows a recipe in a copy.
 *
 * @returns the files that it touched
 * @throws where a new file is there already, or lines are not in their file, or more than once
 */
export function applyRecipe({ edits }: Recipe, copyDir: string): readonly string[] {
  for (const edit of edits) {
    const path = join(copyDir, edit.path);
    const isThere = existsSync(path);
    if (edit.is === "changed lines") writeFileSync(path, changedText(readFileSync(path, "utf8"), edit));
    else if (isThere) throw new Error(`${edit.path} is not new.`);
    else {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, edit.text);
    }
  }
  return [...new Set(edits.map(({ path }) => path))];
}

function changedText(text: string, { path, changes }: Extract<RecipeEdit, { is: "changed lines" }>): string {
  const lines = text.split("\n");
  let from = 0;
  for (const { context, removed, added } of changes) {
    const wanted = [...context, ...removed];
    const [at, another] = lines.flatMap((_, index) =>
      index >= from && wanted.every((line, offset) => lines[index + offset] === line) ? index : [],
    );
    if (at === undefined || another !== undefined) {
      const times = at === undefined ? "no place" : "more than one place";
      throw new Error(`${path} has ${times} for a change after:\n${wanted.join("\n")}`);
    }
    lines.splice(at + context.length, removed.length, ...added);
    from = at + context.length + added.length;
  }
  return lines.join("\n");
}

/** Made again, or of no use to a copy; the packages that are installed are reached by a link. */
const LEFT_OUT = /^(dist|coverage|reports|\..*)$/;

/** A copy of the repository to try something in, without anything built. The one who asked removes it. */
export function copyOfRepository(): string {
  const copyDir = realpathSync(mkdtempSync(join(tmpdir(), "nkp-planner-how-to-")));
  cpSync(root, copyDir, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => !LEFT_OUT.test(basename(path)) || path === root,
  });
  symlinkSync(join(root, "node_modules/.pnpm"), join(copyDir, "node_modules/.pnpm"));
  return copyDir;
}

/** What a program prints that runs at the top of a copy: TypeScript, with imports such as `./packages/core/src/index.ts`. */
export function runIn(copyDir: string, script: string): string {
  const { status, stdout, stderr } = node(copyDir, "--input-type=module-typescript", "--eval", script);
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

/** @returns what the compiler says of files of a copy, and of all that they import; empty: nothing */
export function typeErrorsIn(copyDir: string, paths: readonly string[]): string {
  const config = { extends: "./tsconfig.json", include: paths };
  writeFileSync(join(copyDir, "tsconfig.recipe.json"), JSON.stringify(config));
  const compiler = join(copyDir, "node_modules/typescript/bin/tsc");
  const { stdout, stderr } = node(copyDir, compiler, "--project", "tsconfig.recipe.json");
  return `${stdout}${stderr}`;
}

function node(cwd: string, ...args: readonly string[]) {
  return spawnSync(process.execPath, args, { cwd, encoding: "utf8" });
}
