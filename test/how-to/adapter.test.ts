import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { followed } from "./followed.ts";
import { cliOf, siteOf, suiteOf } from "./shells.ts";

/** Followed to the letter, on a copy: the command line and the site write it, and the suite looks at it. */

const { copyDir } = followed("adapter");
const FLEET = "examples/msp-fleet.yaml";
const EMIT = ["emit", "ansible-inventory", FLEET, "--model", "hybrid"];

it("is written by the command line and the site", () => {
  const out = mkdtempSync(join(tmpdir(), "ansible-"));
  const options = join(out, "site.yaml");
  const example = cliOf(copyDir(), [...EMIT, "--example-options"]);
  expect(example.stdout).toContain("domain: nodes.msp.example");
  writeFileSync(options, example.stdout);
  expect(cliOf(copyDir(), [...EMIT, "--options", options, "--out", join(out, "written")]).code).toBe(0);
  const written = readFileSync(join(out, "written/inventory.ini"), "utf8");
  expect(written).toContain("[management]\nmanagement-1.nodes.msp.example vcpu=4 memory_gib=16\n");
  const [formats, answer] = siteOf(
    copyDir(),
    `[["formats", null], ["provision", { adapterId: "ansible-inventory", modelId: "hybrid", options: "domain: a.example" }]]`,
  ) as [{ adapters: readonly { id: string }[] }, { paths: readonly string[] }];
  expect(formats.adapters[0]?.id).toBe("ansible-inventory");
  expect(answer.paths).toEqual(["inventory.ini"]);
});

it("asks for what it must be told, and is listed", () => {
  const bare = cliOf(copyDir(), [...EMIT, "--dry-run"]);
  expect(bare.code).toBe(2);
  expect(bare.stderr).toContain("add for example domain: nodes.msp.example");
  expect(cliOf(copyDir(), ["emit", "--list"]).stdout).toContain("ansible-inventory");
});

it("is looked at by the suite of adapters", () => {
  expect(suiteOf(copyDir(), "test/contracts/adapters.test.ts", "adapter ansible-inventory")).toBeGreaterThan(20);
});
