import { readdirSync, readFileSync } from "node:fs";

const DIST = "site/dist";

/** The scripts that a page's islands need before they react, static imports followed; what is imported later is not in it. */
function neededScripts() {
  const page = readFileSync(`${DIST}/index.html`, "utf8");
  const found = new Set();
  const visit = (path) => {
    if (found.has(path)) return;
    found.add(path);
    const folder = path.slice(0, path.lastIndexOf("/") + 1);
    const text = readFileSync(DIST + path, "utf8");
    for (const [, name] of text.matchAll(/(?:\bfrom|\bimport)\s*"\.\/([^"]+\.js)"/g)) visit(folder + name);
  };
  for (const [, path] of page.matchAll(/(?:component|renderer)-url="([^"]+)"/g)) visit(path);
  return [...found].map((path) => DIST + path);
}

const named = (pattern) =>
  readdirSync(`${DIST}/_astro`)
    .filter((name) => pattern.test(name))
    .map((name) => `${DIST}/_astro/${name}`);

export default [
  { name: "script before the calculator reacts", path: neededScripts(), limit: "130 kB", gzip: true },
  { name: "the planner, in a thread of its own", path: named(/^planner\.worker/), limit: "115 kB", gzip: true },
];
