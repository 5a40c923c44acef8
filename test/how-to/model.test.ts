import { expect, it } from "vitest";
import { followed } from "./followed.ts";
import { runIn } from "./recipe.ts";
import { cliOf, siteOf } from "./shells.ts";

/** Followed to the letter, on a copy: the model is in the command line and on the site, with the same cost. */

const { copyDir } = followed("model");
const FLEET = "examples/msp-fleet.yaml";

it("is planned by the command line and the site, to the same figures", () => {
  const { code, stdout } = cliOf(copyDir(), ["compare", FLEET, "--format", "json"]);
  expect(code).toBe(0);
  const { plans, verdict } = JSON.parse(stdout);
  const plan = plans.find(({ modelId }: { modelId: string }) => modelId === "shared-starter");
  expect(plan.clusters.filter(({ name }: { name: string }) => name === "shared")).toHaveLength(1);
  expect(plan.tenants.length).toBeGreaterThan(10);
  // One control plane for all instead of one for each costs least.
  expect(verdict.winner).toBe("shared-starter");
  const [charts, exported] = siteOf(
    copyDir(),
    `[["charts", null], ["export", { reportId: "comparison-json", modelId: "shared-starter" }]]`,
  ) as [{ platform: { modelId: string }[] }, { content: string }];
  expect(charts.platform.map(({ modelId }) => modelId)).toContain("shared-starter");
  expect(JSON.parse(exported.content).plans.at(-1)).toEqual(plan);
});

it("can be asked for alone", () => {
  expect(cliOf(copyDir(), ["plan", FLEET, "--model", "shared-starter"]).stdout).toContain("One shared Starter");
  const { stdout } = cliOf(copyDir(), ["compare", "--help"]);
  expect(stdout.replaceAll(/\s+/g, " ")).toContain("hybrid, shared-starter");
});

it("has its colour on the site", () => {
  const css = runIn(
    copyDir(),
    `import { modelTones } from "./site/build-time/model-tones.ts";
     console.log(modelTones().load("/__model-tones.css"));`,
  );
  expect(css).toContain("--model-shared-starter:var(--blue);");
});
