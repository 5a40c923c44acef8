import { globSync } from "node:fs";
import { matchesGlob } from "node:path";
import { expect, it } from "vitest";
import config from "../vitest.config.ts";

const root = new URL("..", import.meta.url).pathname;
const projects = (config.test?.projects ?? []) as readonly {
  readonly test: { readonly name: string; readonly include: readonly string[]; readonly exclude?: readonly string[] };
}[];

it("every test is in one project, and every project has one", () => {
  const tests = globSync("{bench,examples,packages,site,test}/**/*.test.*", {
    cwd: root,
    exclude: ["**/node_modules/**"],
  });
  const isIn = (path: string, globs: readonly string[] = []) => globs.some((glob) => matchesGlob(path, glob));
  const projectsOf = (path: string) =>
    projects.flatMap(({ test: { name, include, exclude } }) =>
      isIn(path, include) && !isIn(path, exclude) ? [name] : [],
    );
  const odd = tests.filter((path) => projectsOf(path).length !== 1);
  expect(odd.map((path) => `${path}: name it in one project of vitest.config.ts`)).toEqual([]);
  expect(new Set(tests.flatMap(projectsOf))).toEqual(new Set(projects.map(({ test }) => test.name)));
});
