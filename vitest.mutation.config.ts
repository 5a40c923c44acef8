import { defineConfig } from "vitest/config";

/** The quick tests of money, for mutation testing; those that draw whole fleets would take a day. */
export default defineConfig({
  test: {
    include: [
      "packages/core/src/money.test.ts",
      "packages/core/src/prices/*.test.ts",
      "test/prices.test.ts",
      "test/sharing.test.ts",
      "test/questions.test.ts",
      "test/scenarios/scenarios.test.ts",
    ],
    testTimeout: 60_000,
  },
});
