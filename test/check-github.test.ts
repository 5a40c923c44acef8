import { type CheckResult, checkFormats } from "@nkp-planner/adapters/check";
import { describe, expect, it } from "vitest";
import { SMALL_FLEET } from "./support/check-scenario.ts";
import { checkFiles, edited, emittedFiles } from "./support/checked.ts";

const KITE = "clusters/tenant-kite/cluster.yaml";
const github = checkFormats.find(({ id }) => id === "github");

describe("annotations of GitHub", () => {
  const found = async () =>
    checkFiles({
      fleet: SMALL_FLEET,
      files: edited(await emittedFiles({ fleet: SMALL_FLEET }), KITE, "replicas: 5", "replicas: 4"),
    });
  const times = (result: CheckResult, count: number): CheckResult => ({
    ...result,
    judged: result.judged
      .filter(({ state }) => state === "fail")
      .flatMap((one) => Array.from({ length: count }, () => one)),
  });

  it("says how many of a kind are dropped: ten are shown", async () => {
    const result = await found();
    const [one] = result.judged.filter(({ state }) => state === "fail");
    const only = (count: number) => times({ ...result, judged: one === undefined ? [] : [one] }, count);
    expect(github?.dropped?.(only(10))).toBeNull();
    expect(github?.dropped?.(only(12))).toContain("2 more of severity error");
    expect(github?.write(only(12), { version: "" }).split("\n")).toHaveLength(13);
  });

  it("say of what cannot be known that it is not", async () => {
    const result = await found();
    const unknown = result.judged.map((one) => ({ ...one, state: "unknown" as const }));
    const text = github?.write(
      { ...result, judged: unknown.filter(({ finding }) => finding !== null) },
      { version: "" },
    );
    expect(text).toMatch(/^::error file=clusters[^\n]*::Not known: tenant-kite[^\n]* Raise the pool/);
  });

  it("are the worst first, and nothing of a file ends or begins one", async () => {
    const result = await found();
    const hostile = result.judged.map((one) => ({
      ...one,
      severity: one.severity === "error" ? ("note" as const) : one.severity,
      about: { ...one.about, place: { ...one.about.place, file: "a,b:c%0A\n::error::x" } },
    }));
    const [error] = result.judged.filter(({ state }) => state === "fail");
    const text = github?.write({ ...result, judged: error === undefined ? [] : [...hostile, error] }, { version: "" });
    const lines = text?.trimEnd().split("\n") ?? [];
    expect(lines[0]).toMatch(/^::error file=clusters/);
    expect(lines.slice(1).every((line) => line.startsWith("::notice file=a%2Cb%3Ac%250A%0A%3A%3Aerror%3A%3Ax,"))).toBe(
      true,
    );
    expect(lines.length).toBeGreaterThan(1);
  });
});
