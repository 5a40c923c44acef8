import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { circlesOfFiles } from "../support/file-circles.ts";

const SCRIPTS = new URL("../../site/dist/_astro/", import.meta.url);
const IMPORTED = /(?:\bfrom|\bimport)\s*["`]\.\/([^"`]+\.js)["`]/g;

/** A script that runs before one that it needs ends the thread: what is in it is not there yet. */
describe.skipIf(process.env["SITE_IS_BUILT"] === undefined)("the scripts of the site", () => {
  it("none waits for itself", () => {
    const files = readdirSync(SCRIPTS)
      .filter((name) => name.endsWith(".js"))
      .map((path) => ({
        path,
        imports: [...readFileSync(new URL(path, SCRIPTS), "utf8").matchAll(IMPORTED)].map(
          ([, name = ""]) => `./${name}`,
        ),
      }));
    expect(files.length).toBeGreaterThan(50);
    expect(circlesOfFiles(files)).toEqual([]);
  });
});
