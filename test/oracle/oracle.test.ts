import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { verdictsOn } from "./judges.ts";

const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith("-cases.json"));

const jsonOf = (name: string): unknown => JSON.parse(readFileSync(join(import.meta.dirname, name), "utf8"));

it("there are recorded answers", () => expect(files.length).toBeGreaterThanOrEqual(2));

describe.each(["pod-requests-cases.json", "quantity-cases.json"])("every answer of %s", (name) => {
  const verdicts = verdictsOn(jsonOf(name)) ?? [];

  it("is ours, or within the range of the real ones", () => {
    expect(verdicts.length).toBeGreaterThan(50);
    expect(verdicts.filter(({ outcome }) => outcome === "different")).toEqual([]);
  });

  it("is the very same, but for the signs the real library gets wrong", () => {
    const unlike = verdicts.filter(({ outcome }) => outcome === "within-range");
    expect(unlike.filter(({ detail }) => !/^"-.*[vV]alue: ours -/.test(detail ?? ""))).toEqual([]);
    expect(unlike.length).toBeLessThan(verdicts.length / 50);
  });
});

describe.each([
  "kube-scheduler-cases.json", // 1.26.4
  "kube-scheduler-1.34-cases.json",
  "kube-scheduler-1.34-no-requests-cases.json",
  "kube-scheduler-1.34-features-cases.json",
])("every answer of %s", (name) => {
  const file = jsonOf(name) as { cases: { id: number; question: string; answers: object }[] };
  const verdicts = verdictsOn(file) ?? [];

  it("is ours, or within the range of the real scheduler over its random ties", () => {
    expect(verdicts.length).toBe(file.cases.length);
    expect(verdicts.filter(({ outcome }) => outcome === "different")).toEqual([]);
  });

  it("is judged: a wrong answer is found in every question", () => {
    const wrong = file.cases.map((one) => ({ ...one, answers: spoiled(one.answers) }));
    const found = (verdictsOn({ cases: wrong }) ?? []).filter(({ outcome }) => outcome === "different");
    expect(found.length).toBe(file.cases.length);
  });
});

describe("every pool of kube-scheduler-loss-cases.json", () => {
  const file = jsonOf("kube-scheduler-loss-cases.json") as { cases: readonly { answers: object }[] };
  const verdicts = verdictsOn(file) ?? [];

  it("survives with our number of nodes, which is one above the real one at the most in 97 of 100", () => {
    expect(verdicts.length).toBe(file.cases.length);
    expect(verdicts.filter(({ isUnsafe }) => isUnsafe)).toEqual([]);
    const tooMany = verdicts.filter(({ outcome }) => outcome === "different");
    expect(tooMany.length / verdicts.length).toBeLessThanOrEqual(0.03);
  });

  it("is judged: fewer nodes than the real scheduler needs are found, and far more", () => {
    const withCount = (count: number | null) =>
      verdictsOn({
        cases: file.cases.map((one) => {
          const both = { listed: count, shuffled: count };
          return {
            ...one,
            answers: { smallestCountPlacing: { listed: 1, shuffled: 1 }, smallestCountSurvivingAll: both },
          };
        }),
      }) ?? [];
    expect(withCount(99).every(({ isUnsafe }) => isUnsafe)).toBe(true);
    expect(withCount(1).every(({ outcome }) => outcome === "different")).toBe(true);
    // none was found up to 11: ours of up to 11 promise too much, larger ones may be right
    expect(new Set(withCount(null).map(({ isUnsafe }) => isUnsafe))).toEqual(new Set([true, undefined]));
  });
});

/** Answers with one node more, one pod more, and another node as the best. */
function spoiled(answers: object): object {
  const { smallestNodeCount, trace } = answers as {
    smallestNodeCount?: { min: number; max: number } | null;
    trace?: readonly (readonly unknown[])[];
  };
  if (trace === undefined) {
    const max = (smallestNodeCount?.max ?? 0) + 1;
    const plain = { over100Seeds: undefined, withRepeatedPasses: undefined, searchedUpTo: undefined };
    return { ...answers, ...plain, smallestNodeCount: { min: max, max } };
  }
  const last = trace.at(-1) ?? [];
  return {
    ...answers,
    trace: [...trace.slice(0, -1), [...last.slice(0, 2), Number(last[2]) + 1, ...last.slice(3)]],
    scheduled: {},
    perNode: { x: {} },
  };
}

describe("a judge of quantities", () => {
  const right = {
    id: 1,
    in: "1.5Gi",
    ok: true,
    canonical: "1536Mi",
    value: "1610612736",
    milliValue: "1610612736000",
    decimal: "1610612736",
    sign: 1,
    format: "BinarySI",
    asInt64: null,
    roundTrips: true,
  };
  const outcomeOf = (change: object) => verdictsOn({ cases: [{ ...right, ...change }] })?.[0]?.outcome;

  it("finds every field that differs", () => {
    expect(outcomeOf({})).toBe("same");
    for (const change of [
      { canonical: "1.5Gi" },
      { value: "1610612735" },
      { milliValue: "0" },
      { decimal: "1.5" },
      { sign: -1 },
      { format: "DecimalSI" },
      { asInt64: "1" },
      { roundTrips: false },
      { ok: false, error: "suffix" },
      { in: "1.5gi" },
    ]) {
      expect(outcomeOf(change), JSON.stringify(change)).toBe("different");
    }
  });

  it("does not ask for numbers wrapped at 64 bits, and tolerates what is marked, where ours is the exact answer", () => {
    expect(outcomeOf({ value: "0", valueOverflows: true })).toBe("same");
    expect(outcomeOf({ value: "7", valueQuirk: "rounding away from zero would give 1610612736" })).toBe("within-range");
    expect(outcomeOf({ value: "7", valueQuirk: "rounding away from zero would give 8" })).toBe("different");
  });

  it("compares the class of an error", () => {
    const verdict = verdictsOn({ cases: [{ id: 3, in: "1kk", ok: false, error: "format" }] })?.[0];
    expect(verdict).toEqual({
      id: 3,
      category: "invalid",
      outcome: "different",
      detail: '"1kk": ours suffix error, theirs format error',
    });
  });

  it("compares pairs", () => {
    const pair = { id: 5, a: "1Gi", b: "1G", cmp: 1, equal: false, add: "2073741824", sub: "73741824" };
    expect(verdictsOn({ pairs: [pair] })?.[0]?.outcome).toBe("same");
    expect(verdictsOn({ pairs: [{ ...pair, sub: "73741825" }] })?.[0]?.detail).toBe(
      '"1Gi" and "1G" sub: ours 73741824, theirs 73741825 (-1)',
    );
    expect(verdictsOn({ pairs: [{ ...pair, b: "1Q" }] })?.[0]?.outcome).toBe("different");
  });
});

describe("a judge of pods", () => {
  const totals = {
    podRequests: { cpu: { milli: "100", quantity: "100m" } },
    podLimits: {},
    scheduler: {
      milliCPU: "100",
      memory: "0",
      ephemeralStorage: "0",
      nonZeroMilliCPU: "100",
      nonZeroMemory: "209715200",
    },
  };
  const judged = (answers: object, spec: object = { containers: [{ resources: { requests: { cpu: "100m" } } }] }) =>
    verdictsOn({ cases: [{ id: 7, note: "one", spec, answers: { afterApiDefaults: totals, ...answers } }] }) ?? [];

  it("judges both readings, and skips a scheduler that does not know the pod", () => {
    expect(judged({ asWritten: totals }).map(({ category, outcome }) => `${category} ${outcome}`)).toEqual([
      "asWritten same",
      "afterApiDefaults same",
    ]);
    expect(judged({ asWritten: { ...totals, scheduler: null } })[0]?.outcome).toBe("same");
  });

  it("says what differs, an answer too many or too few included", () => {
    const more = { ...totals, podLimits: { cpu: { milli: "1", quantity: "1m" } } };
    expect(judged({ asWritten: more })[0]?.detail).toBe(
      "one: podLimits cpu milli: ours nothing, theirs 1; one: podLimits cpu quantity: ours nothing, theirs 1m",
    );
    expect(judged({ asWritten: { ...totals, podRequests: {} } })[0]?.outcome).toBe("different");
    const off = { ...totals, scheduler: { ...totals.scheduler, milliCPU: "98" } };
    expect(judged({ asWritten: off })[0]?.detail).toBe("one: scheduler milliCPU: ours 100, theirs 98 (+2)");
  });

  it("counts a pod we refuse as different", () => {
    expect(judged({ asWritten: totals }, { containers: 1 })[0]?.outcome).toBe("different");
  });
});

it.each([null, 1, [], {}, { cases: 1 }, { cases: [1] }, { cases: [{ id: 1 }] }, { cases: [{ id: "1", in: "1" }] }])(
  "no judge takes %j",
  (file) => expect(verdictsOn(file)).toBeNull(),
);
