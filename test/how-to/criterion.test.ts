import { expect, it } from "vitest";
import { followed } from "./followed.ts";
import { cliOf } from "./shells.ts";

/** Followed to the letter, on a copy: the criterion is measured, scored and weighed by the command line. */

const { copyDir } = followed("criterion");
const FLEET = "examples/msp-fleet.yaml";
const ASKED = ["decide", FLEET, "--months", "12", "--weight", "losses=2"];

it("is measured, scored and ranked by its weight", () => {
  const { code, stdout } = cliOf(copyDir(), [...ASKED, "--format", "json"]);
  expect(code).toBe(0);
  const { decision } = JSON.parse(stdout);
  const losses = decision.criteria.find(({ id }: { id: string }) => id === "losses");
  const plans = JSON.parse(cliOf(copyDir(), ["compare", FLEET, "--format", "json"]).stdout).plans;
  const counts: number[] = plans.map(
    ({ tenants }: { tenants: readonly { monthlyMargin: { amount: string } }[] }) =>
      tenants.filter(({ monthlyMargin }) => monthlyMargin.amount.startsWith("-")).length,
  );
  expect(losses.models.map(({ value }: { value: number }) => value)).toEqual(counts);
  expect(new Set(counts).size).toBeGreaterThan(1);
  const [worst, best] = [Math.max(...counts), Math.min(...counts)];
  expect(losses.scale).toEqual({ worst, best, isGiven: false });
  expect(decision.ranking[0].modelId).toBe(losses.models[counts.indexOf(best)].modelId);
});

it("is known to the words of weights, and said by its name", () => {
  expect(cliOf(copyDir(), [...ASKED]).stdout).toContain("losses: Tenants that cost more");
  expect(cliOf(copyDir(), ["decide", FLEET, "--weight", "loses=1"]).stderr).toContain('did you mean "losses"?');
});
