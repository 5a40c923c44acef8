import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { ROOT } from "./compiler.ts";

const textOf = (path: string) => readFileSync(join(ROOT, path), "utf8");
const sources = globSync(["packages/*/src/**/*.ts", "packages/catalog/data/**/*.json", "examples/*.yaml"], {
  cwd: ROOT,
});
const words = new Set(sources.flatMap((path) => textOf(path).match(/[A-Za-z_$][\w$]*/g) ?? []));
const offered = new Set(
  globSync("packages/*/api/*.md", { cwd: ROOT }).flatMap((path) => textOf(path).match(/[A-Za-z_$][\w$]*/g) ?? []),
);
const functions = new Set(
  sources.flatMap((path) => [...textOf(path).matchAll(/^(?:export )?function (\w+)/gm)].map(([, name]) => name)),
);
/** Of the platform that programs run on. */
const FOREIGN = ["structuredClone", "postMessage"];

/** Names in backticks that no source has, and functions that no entry offers. */
function unknownIn(text: string): readonly string[] {
  const code = [...text.replaceAll(/^```[\s\S]*?^```$/gm, "").matchAll(/`([^`\n]+)`/g)].map(([, one = ""]) => one);
  const names = code.flatMap((one) => one.match(/(?<![\w./-])[A-Za-z]*[a-z][A-Z]\w*/g) ?? []);
  return names.filter(
    (name) => !FOREIGN.includes(name) && (!words.has(name) || (functions.has(name) && !offered.has(name))),
  );
}

it.each(["README.md", ...globSync("packages/*/README.md", { cwd: ROOT })])("%s names what there is", (path) => {
  expect(unknownIn(textOf(path))).toEqual([]);
});

it("a name that nothing has is found, and a function that no entry offers", () => {
  expect(unknownIn("`planFleets` and `planFleet`, `powerOfTen`")).toEqual(["planFleets", "powerOfTen"]);
});
