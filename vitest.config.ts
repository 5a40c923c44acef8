import { defineConfig, type TestProjectInlineConfiguration } from "vitest/config";

/** Node's own count less one is the default, which on two cores leaves one of them idle. */
const ON_EVERY_CORE = { maxWorkers: "100%" };

/** One load of the sources for all files of a worker: pure functions leave nothing behind for the next. */
const TOGETHER = { isolate: false };

function project(
  name: string,
  include: string | readonly string[],
  more: TestProjectInlineConfiguration["test"] = {},
): TestProjectInlineConfiguration {
  return { test: { name, include: [include].flat(), testTimeout: 120_000, ...ON_EVERY_CORE, ...more } };
}

const SECOND_OPINION = [
  "test/workbook.test.ts",
  "test/workbook-inputs.test.ts",
  "test/workbook-verdict.test.ts",
  "test/optimum.test.ts",
];
const CALCULATOR = "test/site-*.test.ts";
const ARCHITECTURE = ["test/architecture.test.ts", "test/projects.test.ts"];

/** CONTRIBUTING.md says what each is for; `test/fast.ts` names those that are quick enough for every change. */
export default defineConfig({
  test: {
    // Read by its test, not imported: without this, watching would not notice that one was written.
    watchTriggerPatterns: [
      { pattern: /\/test\/scenarios\/.*\.yaml$/, testsToRun: () => "test/scenarios/scenarios.test.ts" },
      { pattern: /\/docs\/how-to\/(.*)\.md$/, testsToRun: (_, match) => `test/how-to/${match[1]}.test.ts` },
    ],
    projects: [
      project("unit", "packages/*/src/**/*.test.ts", TOGETHER),
      project("scenarios", "test/scenarios/**/*.test.ts", TOGETHER),
      project("architecture", ARCHITECTURE, TOGETHER),
      // Names and signatures that programs may call, and what is said of them; slow: a compiler reads all sources.
      project("api", "test/api/**/*.test.ts", TOGETHER),
      project("contracts", "test/contracts/**/*.test.ts", TOGETHER),
      // Every recipe of docs/how-to, followed by a program on a copy of the repository.
      project("how-to", "test/how-to/**/*.test.ts"),
      // Money and questions, worked out by hand on the toy platform: every test that no other project claims.
      project("planner", "test/*.test.ts", { ...TOGETHER, exclude: [...SECOND_OPINION, ...ARCHITECTURE, CALCULATOR] }),
      // The calculator's state, views and documents without a browser.
      project("calculator", CALCULATOR, TOGETHER),
      // Recorded answers of the real software, every one of them.
      project("oracle", "test/oracle/**/*.test.ts", TOGETHER),
      // The example of a service, asked over real connections.
      project("quoting-tool", "examples/quoting-tool/**/*.test.ts"),
      // Parts in a queue of a real server, by workers that are killed.
      project("scale", "examples/scale/**/*.test.ts"),
      // Slow, because every command plans the whole example fleet once, and `whatif` dozens of times.
      project("cli", "test/cli/**/*.test.ts", { ...TOGETHER, globalSetup: "test/cli/bundled-program.ts" }),
      // Slow, because sixty random fleets are planned by every model, some of them with hundreds of pods to place.
      project("properties", "test/properties/**/*.test.ts", { globalSetup: "test/properties/property-seed.ts" }),
      // Slow, because HyperFormula and LibreOffice compute whole workbooks again, and HiGHS proves optima.
      project("second-opinion", SECOND_OPINION),
      // Slow, because it packs, installs and runs what users get: needs the registry and some patience.
      project("packages", "test/packages/**/*.test.ts", {
        globalSetup: "test/packages/support/packed.ts",
        testTimeout: 300_000,
        hookTimeout: 300_000,
      }),
      // Slow, because the site is built and then driven in a real browser, which takes both cores of a small machine: a
      // page's own threads plan at once. So its files come one by one, when all others are through.
      project("site", "test/site/**/*.test.ts", {
        maxWorkers: 1,
        sequence: { groupOrder: 1 },
        globalSetup: "test/site/support/built-site.ts",
        hookTimeout: 180_000,
      }),
    ],
  },
});
