import { readdirSync, readFileSync } from "node:fs";

const DIST = "site/dist";
const SCRIPTS = `${DIST}/_astro`;

/** Scripts with all that they import before they run; what is imported later is not in it. */
function withImports(names) {
  const found = new Set();
  const visit = (name) => {
    if (found.has(name)) return;
    found.add(name);
    const text = readFileSync(`${SCRIPTS}/${name}`, "utf8");
    for (const [, other] of text.matchAll(/(?:\bfrom|\bimport)\s*"\.\/([^"]+\.js)"/g)) visit(other);
  };
  for (const name of names) visit(name);
  return [...found].map((name) => `${SCRIPTS}/${name}`);
}

/** What a page's islands need before they react. */
const islands = [
  ...readFileSync(`${DIST}/index.html`, "utf8").matchAll(/(?:component|renderer)-url="[^"]*\/([^"/]+)"/g),
].map(([, name]) => name);

const planner = readdirSync(SCRIPTS).filter((name) => /^planner\.worker/.test(name));

export default [
  { name: "script before the calculator reacts", path: withImports(islands), limit: "130 kB", gzip: true },
  { name: "the planner, in a thread of its own", path: withImports(planner), limit: "121 kB", gzip: true },
];
