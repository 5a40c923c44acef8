import { defineConfig } from "vitest/config";

/** The quick tests of money, for mutation testing; those that draw whole fleets would take a day. */
export default defineConfig({
  // The sources beside this file: by their names they would be found where they are not mutated.
  resolve: {
    alias: ["core", "catalog"].map((name) => ({
      find: `@nkp-planner/${name}`,
      replacement: new URL(`packages/${name}/src/index.ts`, import.meta.url).pathname,
    })),
  },
  test: {
    include: [
      "packages/core/src/base/money.test.ts",
      "packages/core/src/prices/*.test.ts",
      "test/prices.test.ts",
      "test/sharing.test.ts",
      "test/questions.test.ts",
    ],
    testTimeout: 60_000,
  },
});
