import { type CheckResult, type CheckRule, checkRules, isOpen } from "@nkp-planner/adapters/check";
import { messageText, operatingModels, valueText } from "@nkp-planner/core";
import { beforeAll, describe, expect, it } from "vitest";
import { caseOf, type RuleScenario, SMALL_FLEET } from "../support/check-scenario.ts";
import { type CheckCase, checkFiles, emittedFiles, type Files, textOfInput } from "../support/checked.ts";

describe.each(checkRules.map((rule): [string, CheckRule] => [rule.id, rule]))("rule %s", (id, rule) => {
  let scenario: RuleScenario;
  beforeAll(async () => {
    ({ scenario } = (await import(`../check-rules/${id}.ts`)) as { readonly scenario: RuleScenario });
  });

  it("says what it is", () => {
    expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    for (const words of [rule.title, rule.summary, rule.why, rule.fix]) expect(words).toMatch(/\S/);
    for (const words of [rule.summary, rule.why, rule.fix]) expect(words).toMatch(/\.$/);
    expect(rule.title).not.toMatch(/\.$/);
    expect(Object.keys(rule.statements)).not.toEqual([]);
    for (const code of Object.keys(rule.severities ?? {})) expect(Object.keys(rule.statements)).toContain(code);
    const others = checkRules.filter((one) => one !== rule).map((one) => one.id);
    expect(others).toEqual(expect.arrayContaining([...(rule.followsFrom ?? [])]));
  });

  it("finds what its scenario has, on the right lines, and nothing else", async () => {
    const { finds, ...fires } = scenario.fires;
    const one = await caseOf(fires);
    const result = await checkFiles(one);
    const found = ofRule(result, id).map(({ about: { place }, finding, state }) => ({
      file: place.file,
      line: lineOf(textsOf(one), place.file, place.line),
      text: finding === null ? "" : messageText(finding.message, valueText),
      state,
    }));
    expect(found.map(({ file, text, state }) => ({ file, text, state }))).toEqual(
      finds.map(({ file, text, isUnknown }) => ({ file, text, state: isUnknown === true ? "unknown" : "fail" })),
    );
    expect(finds).not.toEqual([]);
    for (const [index, { onLine }] of finds.entries()) expect(found[index]?.line).toContain(onLine);
  });

  it("holds in its twin, which it looks at", async () => {
    const result = await checkFiles(await caseOf(scenario.holds));
    expect(ofRule(result, id)).toEqual([]);
    expect(result.judged.some((one) => one.rule === rule && one.state === "pass")).toBe(true);
  });
});

function ofRule({ judged }: CheckResult, id: string) {
  return judged
    .filter((one) => one.rule.id === id && isOpen(one))
    .toSorted(
      (a, b) => a.about.place.file.localeCompare(b.about.place.file) || a.about.place.line - b.about.place.line,
    );
}

/** Files of a case, those of the planner's own included. */
function textsOf({ files, fleet, priceList, policy }: CheckCase): Files {
  return {
    ...files,
    "fleet.json": textOfInput(fleet),
    ...(priceList === undefined ? {} : { "price-list.json": textOfInput(priceList) }),
    ...(policy === undefined ? {} : { "sizing-policy.yaml": policy }),
  };
}

function lineOf(files: Files, file: string, line: number): string {
  return String(files[file]).split("\n")[line - 1] ?? "";
}

describe("every rule together", () => {
  it.each(operatingModels.map(({ id }) => id))("finds nothing in files that follow the plan of %s", async (model) => {
    const result = await checkFiles({
      fleet: SMALL_FLEET,
      model,
      files: await emittedFiles({ fleet: SMALL_FLEET, model }),
    });
    expect(result.judged.filter(isOpen).map(({ rule, finding }) => [rule.id, finding?.message])).toEqual([]);
  });

  it.each([
    { "kubelet-reservations": "capacity-tiered", "pods-per-node": "200" },
    { "reserved-memory-mib": "512", "reserved-cpu-millicores": "200", "eviction-memory-mib": "200" },
    { "headroom-percent": "50", "headroom-pods": "2", "growth-percent-per-year": "30" },
    { "loss-survived": "none", "control-plane-count": "1", floors: "none" },
    { zones: "3", "loss-survived": "zone", "pod-network-prefix": "20" },
  ])("finds nothing in files that follow a plan with %o", async (settings) => {
    const files = await emittedFiles({ fleet: SMALL_FLEET, settings });
    const result = await checkFiles({ fleet: SMALL_FLEET, settings, files });
    expect(result.judged.filter(isOpen).map(({ rule, finding }) => [rule.id, finding?.message])).toEqual([]);
  });

  it("has its id, and each of its fingerprints, once", async () => {
    const ids = checkRules.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const { judged } = await checkFiles({ fleet: SMALL_FLEET, files: await emittedFiles({ fleet: SMALL_FLEET }) });
    const prints = judged.map(({ fingerprint }) => fingerprint);
    expect(new Set(prints).size).toBe(prints.length);
  });
});
