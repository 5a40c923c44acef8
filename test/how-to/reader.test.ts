import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { followed } from "./followed.ts";
import { cliOf, siteOf, suiteOf } from "./shells.ts";

/** Followed to the letter, on a copy: the command line and the site read its files, and the suite looks at it. */

const { copyDir } = followed("reader");
const NOTES = "Kite 12 pods 3.5 vCPU 14 GiB\nsomething else\nLark 2 pods 1 vCPU 4 GiB\n";
const TENANTS = [
  { id: "kite", name: "Kite", demand: { pods: 12, cpu: "3.5", memory: "14Gi" } },
  { id: "lark", name: "Lark", demand: { pods: 2, cpu: "1", memory: "4Gi" } },
];

it("is recognised by import, and in its help", () => {
  writeFileSync(join(copyDir(), "tenants.notes"), NOTES);
  const head = ["--as-of", "2026-11-23", "--release", "nkp-2.17.1", "--currency", "EUR"];
  const { code, stdout, stderr } = cliOf(copyDir(), ["import", "tenants.notes", ...head, "--skip-unreadable"]);
  expect(code).toBe(0);
  const origin = { file: "tenants.notes", date: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/), reader: "tenant-lines" };
  // It does not say where its tenants stand, so no row is told.
  expect(parse(stdout).tenants).toEqual(TENANTS.map((tenant) => ({ ...tenant, origin })));
  expect(stderr.replaceAll(/\s+/g, " ")).toContain("3 tenants found, 2 used, 1 unreadable");
  expect(cliOf(copyDir(), ["import", "--help"]).stdout).toContain("--as tenant-lines");
});

it("is taken by the site's import", () => {
  const [formats, read] = siteOf(
    copyDir(),
    `[["formats", null], ["read", { files: [{ name: "", content: new Blob([${JSON.stringify(NOTES)}]) }], options: {}, currency: "EUR", day: "2026-11-23" }]]`,
  );
  expect(formats).toMatchObject({ fileNames: expect.stringContaining(".notes") });
  expect(read).toMatchObject([{ content: { kind: "tenants", tenants: TENANTS }, problems: [{ line: 2 }] }]);
});

it("is looked at by the suite of readers", () => {
  expect(suiteOf(copyDir(), "test/contracts/readers.test.ts", "reader tenant-lines")).toBeGreaterThan(5);
});
