import { readFileSync } from "node:fs";
import { type Baseline, baselineText, goneCount, isOpen, readBaseline } from "@nkp-planner/adapters/check";
import { Ajv } from "ajv";
import { beforeAll, describe, expect, it } from "vitest";
import { baselineFileSchema } from "../packages/adapters/src/check/baseline/baseline-schema.ts";
import { SMALL_FLEET } from "./support/check-scenario.ts";
import { checkFiles, edited, emittedFiles } from "./support/checked.ts";

const KITE = "clusters/tenant-kite/cluster.yaml";
const schema = baselineFileSchema();

describe("the file of findings that are known", () => {
  let result: Awaited<ReturnType<typeof checkFiles>>;
  let text: string;
  let baseline: Baseline;

  beforeAll(async () => {
    const files = edited(await emittedFiles({ fleet: SMALL_FLEET }), KITE, "replicas: 5", "replicas: 4");
    result = await checkFiles({ fleet: SMALL_FLEET, files });
    text = baselineText(result);
    baseline = readBaseline({ name: "known.json", bytes: new TextEncoder().encode(text) });
  });

  it("has a schema that ships as it is of today: `pnpm schemas`", () => {
    const shipped = new URL("../packages/adapters/schema/check-baseline.schema.json", import.meta.url);
    expect(JSON.parse(readFileSync(shipped, "utf8"))).toEqual(JSON.parse(JSON.stringify(schema)));
  });

  it("follows it, and is read as it was written", () => {
    const takes = new Ajv({ strict: false }).compile(schema);
    expect(takes(JSON.parse(text)), JSON.stringify(takes.errors)).toBe(true);
    const open = [...result.judged.filter(isOpen), ...result.followed].map(({ fingerprint }) => fingerprint);
    expect(open).not.toEqual([]);
    expect([...baseline.fingerprints].toSorted()).toEqual(open.toSorted());
  });

  it("knows what follows as well, which is new where it was not there when the file was written", async () => {
    const files = edited(await emittedFiles({ fleet: SMALL_FLEET }), KITE, "replicas: 5", "replicas: 4");
    const openWith = async (known: ReadonlySet<string>) => {
      const checked = await checkFiles({ fleet: SMALL_FLEET, files, baseline: known });
      return checked.judged.filter(isOpen).map(({ rule }) => rule.id);
    };
    expect(await openWith(baseline.fingerprints)).toEqual([]);
    const tooFew = result.judged.filter((one) => isOpen(one) && one.rule.id === "too-few-nodes");
    expect(await openWith(new Set(tooFew.map(({ fingerprint }) => fingerprint)))).toEqual(["no-room-for-loss"]);
  });

  it("is the same in whichever order rules were asked", () => {
    expect(baselineText({ ...result, judged: result.judged.toReversed() })).toBe(text);
  });

  it("counts what is there no more, but not what the policy lets pass", () => {
    expect(goneCount(baseline, result)).toBe(0);
    const passing = result.judged.map((one) => ({ ...one, state: "pass" as const }));
    expect(goneCount(baseline, { judged: passing, followed: [] })).toBe(baseline.fingerprints.size);
    const exemption = { ruleId: "a", reason: "b", expires: "2099-01-01", place: { file: "p", line: 1, column: 1 } };
    const letPass = (all: typeof result.judged) => all.map((one) => ({ ...one, exemption }));
    const exempted = { ...result, judged: letPass(result.judged), followed: letPass(result.followed) };
    expect(goneCount(baseline, exempted)).toBe(0);
    expect(JSON.parse(baselineText(exempted))).toMatchObject({ findings: [] });
  });
});
