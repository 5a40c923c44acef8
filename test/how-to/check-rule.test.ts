import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { followed } from "./followed.ts";
import { cliOf, suiteOf } from "./shells.ts";

/** Followed to the letter, on a copy: the command line asks it, shows it and takes policies of it, and the suite looks at it. */

const { copyDir } = followed("check-rule");
const PAUSED = `apiVersion: cluster.x-k8s.io/v1beta1
kind: Cluster
metadata:
  name: tenant-alder
spec:
  paused: true
`;

it("is asked by check, at its line, and as a policy wants it", () => {
  writeFileSync(join(copyDir(), "paused.yaml"), PAUSED);
  const head = ["check", "examples/five-models/fleet.yaml", "--against", "paused.yaml", "--on", "2026-11-30"];
  const check = (...more: readonly string[]) =>
    cliOf(copyDir(), [...head, "--model", "ultimate-centralized", "--format", "github", ...more]).stdout;
  const place = "file=paused.yaml,line=6,col=11,title=A cluster that is paused::tenant-alder is paused.";
  expect(check()).toContain(`::warning ${place}`);
  const policy = "apiVersion: nkp-planner/v1\nkind: SizingPolicy\nrules: { cluster-paused: { severity: note } }\n";
  writeFileSync(join(copyDir(), "policy.yaml"), policy);
  expect(check("--policy", "policy.yaml")).toContain(`::notice ${place}`);
});

it("is shown by its id", () => {
  const { code, stdout } = cliOf(copyDir(), ["rules", "show", "cluster-paused"]);
  expect(code).toBe(0);
  expect(stdout).toContain("A cluster that is paused");
});

it("is looked at by the suite of rules", () => {
  expect(suiteOf(copyDir(), "test/contracts/check-rules.test.ts", "rule cluster-paused")).toBe(3);
});
