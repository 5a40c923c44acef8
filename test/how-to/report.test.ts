import { expect, it } from "vitest";
import { followed } from "./followed.ts";
import { cliOf, siteOf, suiteOf } from "./shells.ts";

/** Followed to the letter, on a copy: the command line and the site write it, and the suite looks at it. */

const { copyDir } = followed("report");
const FLEET = "examples/msp-fleet.yaml";

it("is written by the command line and the site, the same", () => {
  const { code, stdout } = cliOf(copyDir(), ["cost", FLEET, "--model", "hybrid", "--format", "tenants-md"]);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^Prices are invented\.\n\n- /);
  const plan = JSON.parse(cliOf(copyDir(), ["plan", FLEET, "--model", "hybrid", "--format", "json"]).stdout);
  expect(stdout).toContain(`<!-- ${plan.plan.totals.monthlyCost.amount} -->`);
  const [formats, exported] = siteOf(
    copyDir(),
    `[["formats", null], ["export", { reportId: "tenants-md", modelId: "hybrid" }]]`,
  ) as [{ reports: readonly { id: string }[] }, { fileName: string; content: string }];
  expect(formats.reports.at(-1)?.id).toBe("tenants-md");
  expect(exported).toMatchObject({ fileName: "tenants.md", content: stdout });
  expect(cliOf(copyDir(), ["cost", "--help"]).stdout).toContain("--format tenants-md");
});

it("is looked at by the suite of reports", () => {
  expect(suiteOf(copyDir(), "test/contracts/reports.test.ts", "report tenants-md")).toBeGreaterThan(5);
});
