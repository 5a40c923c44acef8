import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { circlesOfFiles } from "./support/file-circles.ts";
import { circlesOfFolders, coreFilesOf, importsThatGoUp, LAYERS } from "./support/layers.ts";
import { wordsOutOfPlace } from "./support/words.ts";

const root = dirname(import.meta.dirname);

interface SourceFile {
  readonly path: string;
  readonly text: string;
  readonly imports: readonly string[];
}

function sourcesOf(folder: string): readonly SourceFile[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(ts|tsx|astro)$/.test(name) && !name.endsWith(".test.ts"))
    .map((name) => {
      const path = relative(root, join(root, folder, name));
      const text = readFileSync(join(root, path), "utf8");
      const imports = [...text.matchAll(/(?:from|import)\s*\(?\s*"([^"\n]+)"/g)].map((match) => match[1] ?? "");
      return { path, text, imports };
    });
}

const core = sourcesOf("packages/core/src");
const catalog = sourcesOf("packages/catalog/src");
const adapters = sourcesOf("packages/adapters/src");
const cli = sourcesOf("packages/cli/src");
const site = sourcesOf("site/src");
const pure = [...core, ...catalog, ...adapters];

/** Files with an import that is not allowed, said as the rule would be mended. */
function foreign(
  files: readonly SourceFile[],
  allowed: (specifier: string) => boolean,
  fix: string,
): readonly string[] {
  return files.flatMap(({ path, imports }) =>
    imports.filter((one) => !one.startsWith(".") && !allowed(one)).map((one) => `${path} imports ${one}: ${fix}`),
  );
}

/** `pure-rand/generator/mersenne` → `pure-rand`, `@nkp-planner/core` as it is. */
const packageOf = (specifier: string) => specifier.split("/", specifier.startsWith("@") ? 2 : 1).join("/");

describe("who may import whom", () => {
  it("reads the sources it judges", () => {
    for (const files of [core, catalog, adapters, cli]) expect(files.length).toBeGreaterThan(3);
  });

  it("core imports its four libraries and nothing of ours", () => {
    const allowed = ["zod", "decimal.js", "leven", "pure-rand"];
    expect(foreign(core, (one) => allowed.includes(packageOf(one)), "pass it in as an argument")).toEqual([]);
  });

  it("catalog imports core and zod", () => {
    const allowed = ["@nkp-planner/core", "zod"];
    expect(
      foreign(catalog, (one) => allowed.includes(one), "the catalog holds facts; formulas belong to core"),
    ).toEqual([]);
  });

  it("adapters import core and the libraries of their formats, never the catalog", () => {
    const allowed = [
      "@nkp-planner/core",
      "@streamparser/json",
      "fflate",
      "hucre",
      "papaparse",
      "pptxgenjs",
      "yaml",
      "zod",
    ];
    expect(
      foreign(adapters, (one) => allowed.includes(one), "a shell introduces catalog and adapters to each other"),
    ).toEqual([]);
  });

  it("the site does not import the command line, nor Node outside of build time", () => {
    const fix = "the site and the command line are two shells around the same call";
    expect(foreign(site, (one) => one !== "nkp-planner" && !/^node:/.test(one), fix)).toEqual([]);
  });

  it("the page's own script knows the planner by its types only: what computes and formats runs in the worker", () => {
    const own = site.filter(({ path }) => /^site\/src\/(calculator|state)\//.test(path));
    expect(own.length).toBeGreaterThan(30);
    const found = own.flatMap(({ path, text }) =>
      [...text.matchAll(/^import (?!type )[^;]*?from "(@nkp-planner\/(?!adapters\/tenant-table)[^"]+)";/gm)].map(
        ([, name]) => `${path} imports values of ${name}: give the worker a task`,
      ),
    );
    expect(found).toEqual([]);
  });

  it("imports inside a package name the file, not the barrel", () => {
    const barrels = pure.flatMap(({ path, imports }) =>
      imports
        .filter(
          (one) =>
            /^\.\.?\/(index\.ts)?$/.test(one) ||
            (one.endsWith("/index.ts") &&
              !/(columns|criteria|emit|figures|models|read|report|rules|wishes)\/index\.ts$/.test(one)),
        )
        .map((one) => `${path} imports ${one}: import the file that holds it`),
    );
    expect(barrels).toEqual([]);
  });

  it("declares every library it imports, and declares no other", () => {
    for (const [folder, files] of [
      ["core", core],
      ["catalog", catalog],
      ["adapters", adapters],
      ["cli", cli],
    ] as const) {
      const manifest = JSON.parse(readFileSync(join(root, `packages/${folder}/package.json`), "utf8"));
      const used = new Set(
        files
          .flatMap(({ imports }) => imports)
          .filter((one) => !/^(\.|node:)/.test(one))
          .map(packageOf),
      );
      const declared = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies });
      expect([...used].sort(), folder).toEqual(declared.sort());
    }
  });
});

describe("layers of core", () => {
  const files = coreFilesOf(core);

  it("no import goes up", () => {
    expect(files.length).toBeGreaterThan(100);
    expect(importsThatGoUp(files)).toEqual([]);
  });

  it("no folders need each other", () => {
    expect(circlesOfFolders(files)).toEqual([]);
  });

  it("are told of in ARCHITECTURE in the same order", () => {
    const text = readFileSync(join(root, "ARCHITECTURE.md"), "utf8");
    const rows = [...text.matchAll(/^\| `([a-z-]+)\/` \|/gm)].map(([, name]) => name);
    expect(rows.toReversed()).toEqual([...LAYERS]);
  });

  it("are kept: an import that goes up, a circle and a file in no layer are found", () => {
    const made = (path: string, ...imports: readonly string[]) => [...files, { path, imports }];
    expect(importsThatGoUp(made("base/made.ts", "plan/plan.ts"))).toHaveLength(1);
    expect(importsThatGoUp(made("attic/made.ts"))).toHaveLength(1);
    const circle = circlesOfFolders(made("clusters/pools/made.ts", "clusters/hosts/hosts.ts"));
    expect(circle.some((text) => text.startsWith("clusters/pools/made.ts imports clusters/hosts/hosts.ts"))).toBe(true);
  });
});

describe("files", () => {
  it("need each other in no circle, types and what is loaded later included", () => {
    const files = [...pure, ...cli, ...site];
    expect(files.length).toBeGreaterThan(400);
    expect(circlesOfFiles(files)).toEqual([]);
  });

  it("are kept: a circle of two, of three and of one with itself are found", () => {
    const made = (imports: Readonly<Record<string, readonly string[]>>) =>
      circlesOfFiles(Object.entries(imports).map(([path, list]) => ({ path, imports: list })));
    expect(made({ "a.ts": ["./b.ts"], "b.ts": ["./c.ts"], "c.ts": [] })).toEqual([]);
    expect(made({ "a.ts": ["./b/b.ts"], "b/b.ts": ["../a.ts"] })).toEqual([
      "a.ts → b/b.ts → a.ts: move what both need",
    ]);
    expect(made({ "a.ts": ["./b.ts"], "b.ts": ["./c.ts"], "c.ts": ["./b.ts", "./a.ts"] })).toHaveLength(2);
    expect(made({ "a.ts": ["./a.ts"] })).toHaveLength(1);
  });
});

describe("what shells hand on", () => {
  it("plans of one scenario share what was counted", () => {
    const calls = [...cli, ...site.filter(({ path }) => /site\/src\/(worker|planning)\//.test(path))].flatMap(
      ({ path, text }) =>
        [
          ...text.matchAll(
            /\b(planFleet|plannedFleet|basePlans|tornadoOf|twoWayOf|costAtSize|planFleetFile)\(((?:[^()]|\([^()]*\))*)\)/g,
          ),
        ].map(([, name = "", given = ""]) => ({ path, name, given })),
    );
    expect(calls.length).toBeGreaterThan(8);
    const alone = calls.filter(({ given }) => !/\bcache\b/.test(given));
    expect(alone.map(({ path, name }) => `${path} calls ${name} without a cache`)).toEqual([]);
  });
});

describe("what pure code may touch", () => {
  it("no clock, no randomness, no locale, no files", () => {
    const touchy = /\b(Date\.now|new Date\(|Math\.random|toLocale\w+|Intl\.|process\.)/;
    const found = pure.filter(({ text }) => touchy.test(text)).map(({ path }) => `${path}: take it as an argument`);
    expect(found).toEqual([]);
  });

  it("decimal.js only where roots are taken", () => {
    const found = pure.filter(
      ({ path, imports }) => imports.includes("decimal.js") && basename(path) !== "present-value.ts",
    );
    expect(found.map(({ path }) => `${path}: use the functions of money.ts`)).toEqual([]);
  });

  it("zod as a whole, so that bundlers can leave out what is not used", () => {
    const found = pure.filter(({ text }) => /import \{[^}]*\bz\b[^}]*\} from "zod"/.test(text));
    expect(found.map(({ path }) => `${path}: write import * as z from "zod"`)).toEqual([]);
  });

  it("a model decides nothing outside its own file", () => {
    const ids = ["starter-self-managed", "ultimate-centralized", "hybrid"];
    const found = core
      .filter(({ path }) => !path.includes("/models/"))
      .filter(({ text }) => ids.some((id) => text.includes(`"${id}"`)));
    expect(
      found.map(({ path }) => `${path}: ask the blueprint's role, edition or pools, not the model's name`),
    ).toEqual([]);
  });

  it("numbers in formulas have names", () => {
    const formulas = core.filter(({ path }) =>
      /\/(demand|footprint|node-pools|node-shapes|pool-sizing|hopeless-pods|worker-pool|pool-nodes|allocatable|bounds|survival|smallest-count|stages|filters|scores|resource-score|fleet-sizes|scheduling|clusters|billing|[a-z-]+-costs|price-kinds|costs|tariff|exchange|node-rates|price-lines|tenant-quantities|periods|sharing|margin|totals|[a-z]+-totals|total-[a-z]+|[a-z]+-lines|plan|compare|release-footprint|node-costs|dates|growth|fleet-in-month|month-outcome|result|upgrade-events|forecast|forecast-options|host-ledger|cluster-ledger|cluster-event|reshaping|tenants-over-time|draws|bill|money-bill|trial-algebra|replan|tornado|difference|two-way|trials|trial-totals|trial-question|price-bill|monte-carlo|applied|hosts|host-[a-z]+|vm-[a-z]+|infrastructure|prism-central|network)\.ts$/.test(
        path,
      ),
    );
    expect(formulas.length).toBeGreaterThan(9);
    const found = formulas.flatMap(({ path, text }) =>
      text
        .replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*|"[^"]*"|`[^`]*`/g, "")
        .split("\n")
        .filter(
          (line) =>
            /(?<![\w.])(?!(?:0|1|2|100)n?\b)\d+n?(?![\w.])/.test(line) &&
            !/^(export )?const [A-Z_]+\b/.test(line) &&
            !line.includes("toFixed("),
        )
        .map((line) => `${path}: ${line.trim()}: give the number a name, or put it in the catalog`),
    );
    expect(found).toEqual([]);
  });
});

describe("one file and one line", () => {
  it.each([
    [
      "packages/core/src/models",
      ["operating-model.ts", "layouts.ts", "layout-problems.ts", "central-services.ts", "planes.ts"],
    ],
    ["packages/core/src/plan/rules", ["rule.ts", "figures.ts"]],
    ["packages/core/src/decision/criteria", ["criterion.ts", "tenants-of.ts"]],
    ["packages/adapters/src/emit", ["adapter.ts", "cannot-run.ts", "emitted-file.ts", "plan-to-emit.ts"]],
    [
      "packages/adapters/src/read",
      ["reader.ts", "read-result.ts", "recognise.ts", "input-kinds.ts", "other-kind.ts", "own-file.ts", "yaml-text.ts"],
    ],
    ["packages/adapters/src/report", ["report.ts", "illustrative.ts"]],
    ["packages/adapters/src/tables/columns", []],
    ["packages/cli/src/commands", []],
  ])("every file of %s is in its list", (folder, helpers) => {
    const list = readFileSync(join(root, folder, "index.ts"), "utf8");
    // What a member is made of, where one file is not enough, is a folder beside it.
    const members = readdirSync(join(root, folder)).filter(
      (name) => name.endsWith(".ts") && !["index.ts", ...helpers].includes(name) && !name.endsWith(".test.ts"),
    );
    expect(members.length).toBeGreaterThan(0);
    for (const name of members) expect(list, `${folder}/${name} is not in ${folder}/index.ts`).toContain(`"./${name}"`);
  });

  it.each([
    ["parameters", "parameters.ts"],
    ["facts", "fact-sheets.ts"],
  ])("every file of data/%s is in src/%s", (folder, list) => {
    const text = readFileSync(join(root, "packages/catalog/src", list), "utf8");
    for (const name of readdirSync(join(root, "packages/catalog/data", folder))) {
      expect(text, `data/${folder}/${name} is not in src/${list}`).toContain(`"../data/${folder}/${name}"`);
    }
  });

  it("every file of data/releases has an entry of its own, and a place in the list of all", () => {
    const list = readFileSync(join(root, "packages/catalog/src/releases.ts"), "utf8");
    for (const name of readdirSync(join(root, "packages/catalog/data/releases"))) {
      const entry = `releases/${name.replace(/json$/, "ts")}`;
      expect(list, `src/${entry} is not in src/releases.ts`).toContain(`"./${entry}"`);
      expect(readFileSync(join(root, "packages/catalog/src", entry), "utf8")).toContain(
        `"../../data/releases/${name}"`,
      );
    }
  });
});

describe("what the command line loads", () => {
  /** What a file imports before it runs, types apart: paths of ours, names of packages. */
  const importedBy = ({ path, text }: SourceFile) =>
    [...text.matchAll(/^(?:import|export) (?!type )(?:[^;"]*? from )?"([^"]+)";/gm)].map(([, specifier = ""]) =>
      specifier.startsWith(".") ? join(dirname(path), specifier) : specifier,
    );

  it("is no command and no planner before one is asked for", () => {
    // The program brings `run.ts` in itself, so that what cannot be loaded ends as every other mistake does.
    const loaded = new Set(["packages/cli/src/bin.ts", "packages/cli/src/run.ts"]);
    for (const path of loaded) {
      const file = cli.find((one) => one.path === path);
      for (const one of file === undefined ? [] : importedBy(file)) loaded.add(one);
    }
    expect([...loaded].filter((one) => !one.startsWith("node:")).sort()).toEqual([
      "@stricli/core",
      "packages/cli/src/application.ts",
      "packages/cli/src/bin.ts",
      "packages/cli/src/briefs.ts",
      "packages/cli/src/commands/index.ts",
      "packages/cli/src/human/crash.ts",
      "packages/cli/src/human/help.ts",
      "packages/cli/src/human/layout.ts",
      "packages/cli/src/human/progress.ts",
      "packages/cli/src/human/usage.ts",
      "packages/cli/src/run.ts",
      "packages/cli/src/shell.ts",
      "packages/cli/src/streams.ts",
      "packages/cli/src/system-words.ts",
      "packages/cli/src/version.ts",
    ]);
  });

  it("is a command only when it is asked for", () => {
    const found = cli.flatMap((file) =>
      importedBy(file)
        .filter((one) => one.startsWith("packages/cli/src/commands/") && basename(one) !== "index.ts")
        .map((one) => `${file.path} imports ${one}: have the list in commands/index.ts load it`),
    );
    expect(found).toEqual([]);
  });
});

describe("names and sizes", () => {
  it("files are kebab-case, with a version where one is meant", () => {
    const odd = [...pure, ...cli].filter(({ path }) => !/^[a-z0-9-]+(\.\d+\.\d+[a-z0-9-]*)?\.ts$/.test(basename(path)));
    expect(odd.map(({ path }) => path)).toEqual([]);
  });

  it("a file holds one idea, about a page of it", () => {
    const LONGEST = 260;
    const long = [...pure, ...cli, ...site].filter(({ text }) => text.split("\n").length > LONGEST);
    expect(long.map(({ path, text }) => `${path} has ${text.split("\n").length} lines: split it by idea`)).toEqual([]);
  });

  it("a word of the glossary means one thing: questions make many plans, rows and cells are of tables that people see", () => {
    expect(wordsOutOfPlace([...core, ...catalog, ...adapters, ...cli, ...site])).toEqual([]);
    const made = (path: string, text: string) => wordsOutOfPlace([{ path, text }]);
    expect(made("site/src/worker/made.ts", "export interface Questions {")).toHaveLength(1);
    expect(made("packages/core/src/plan/made.ts", "type TotalRow = string;")).toHaveLength(1);
    expect(made("packages/adapters/src/tables/made.ts", "interface CsvRow {}\nexport type Cell = string;")).toEqual([]);
  });

  it("numeric fields of results end in a unit, or are counts and ratios", () => {
    const units =
      /(Bytes|MiB|GiB|TiB|Millicores|Vcpu|vcpu|Count|Ratio|Minors|MinorsBehind|PerNode|Digits|PerYear|Months|months|Hours|hours|Days|days|Day|Seconds|Quantity|Percent|percent|PerCore|PerHost|PerMonth|Minutes|Weight|weight|Score|score|Value|worst|best|seed|low|high|mode|Index|value|quantity|rate|line|column|count|replicas|minimum|maximum|controlPlane|workers|workload|overhead|idle|memoryGiB|floor|rank|nodes|width|column|podsPerNode|index|levelIndex|Number|priority)$/;
    const found = core.flatMap(({ path, text }) =>
      [...text.matchAll(/readonly (\w+): number\b/g)]
        .map((match) => match[1] ?? "")
        .filter((name) => !units.test(name))
        .map((name) => `${path}: ${name}`),
    );
    expect(found).toEqual([]);
  });
});

describe("what documents point at", () => {
  const documents = [
    ...readdirSync(root).filter((name) => name.endsWith(".md")),
    ...["docs", "site/src/methodology/stages"].flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((name) => join(folder, name)),
    ),
    "stryker.config.json",
  ].filter((path) => /\.(md|ts|json)$/.test(path) && path !== "CHANGELOG.md");

  it.each(documents)("is there: %s", (path) => {
    const text = readFileSync(join(root, path), "utf8").replaceAll(/^```\w+ title=[\s\S]*?^```$/gm, "");
    const named = [
      ...text.matchAll(/(?<![\w./-])((?:packages\/|site\/|test\/|core\/|adapters\/|catalog\/|cli\/)[\w./*-]+\w\/?)/g),
    ];
    const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, to = ""]) => join(dirname(path), to));
    const paths = named.map(([, name = ""]) =>
      /^(core|adapters|catalog|cli)\//.test(name) ? `packages/${name}` : name,
    );
    const missing = [...paths, ...links].filter(
      (name) => !/\*|X\.Y|\.artefacts|^site\/dist$/.test(name) && !existsSync(join(root, name)),
    );
    expect(missing).toEqual([]);
  });
});
