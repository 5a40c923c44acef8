import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: ["packages/*/src/**/*.test.ts", "test/**/*.test.ts"],
          exclude: ["test/site/**", "test/packages/**", "**/node_modules/**"],
          testTimeout: 120_000,
        },
      },
      {
        // Packs, installs and runs what users get: needs the registry and some patience.
        test: { name: "packages", include: ["test/packages/**/*.test.ts"], testTimeout: 300_000, hookTimeout: 300_000 },
      },
      {
        test: {
          name: "site",
          include: ["test/site/**/*.test.ts"],
          globalSetup: "test/site/support/built-site.ts",
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
