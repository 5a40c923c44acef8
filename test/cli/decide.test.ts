import { describe, expect, it } from "vitest";
import { FEW, fewText, fileOf } from "../support/command-line.ts";
import { cli } from "../support/process.ts";

const TOO_LARGE = fileOf(
  "decide-too-large.yaml",
  `${fewText.trimEnd()}
  - id: giant
    demand: { pods: 1, cpu: "900", memory: 64Gi }
`,
);

describe("decide", () => {
  it("refuses words that it does not know, and numbers that are none, all at once and before anything is planned", async () => {
    const { code, stdout, stderr } = await cli([
      ...["decide", FEW, "--weight", "autonmy=2", "--weight", "cost=-1", "--weight", "blast"],
      ...["--scale", "cost=1..2"],
    ]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    const text = stderr.replaceAll(/\s+/g, " ");
    expect(text).toContain('found "autonmy", expected a criterion did you mean "autonomy"?');
    expect(text).toContain('cost found "-1", expected a number that is zero or more, such as 3 or 0.5 write cost=1');
    expect(text).toContain('found "blast", expected KEY=VALUE write for example cost=3');
    expect(text).toContain('cost found "1..2", expected the worst value first, and less is better write cost=2..1');
  });

  it("refuses weights that are all 0", async () => {
    const { code, stderr } = await cli(["decide", FEW, "--weight", "all=0"]);
    expect(code).toBe(2);
    expect(stderr).toContain("no weight above 0");
  });

  it("ranks the models that are asked for, and answers for no tenant where one way is missing", async () => {
    const models = ["--model", "hybrid", "--model", "ultimate-centralized"];
    const { code, stdout } = await cli(["decide", FEW, ...models, "--weight", "cost=1", "--months", "12"]);
    expect(code).toBe(0);
    // Of two models one is the best and the other the worst: 100 and 0.
    expect(stdout).toMatch(/^Hybrid ranks first with 100 of 100, before Ultimate, centralized with 0\./);
    expect(stdout).toContain("Attached or self-managed is not answered");
    expect(stdout).not.toContain("Starter per tenant");
  });

  it("measures what cannot run, ranks none of it, and has an exit code of its own", async () => {
    const { code, stdout, stderr } = await cli(["decide", TOO_LARGE, "--weight", "cost=1", "--months", "12"]);
    expect(code).toBe(3);
    expect(stderr).toContain("--allow infeasible");
    expect(stdout.replaceAll(/\s+/g, " ")).toMatch(
      /^Starter per tenant, Ultimate, centralized, Hybrid cannot run as it is described/,
    );
    expect(stdout).not.toContain("Place");
  });
});
