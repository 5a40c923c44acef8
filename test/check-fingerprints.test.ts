import { type CheckResult, checkFormats } from "@nkp-planner/adapters/check";
import { describe, expect, it } from "vitest";
import { SMALL_FLEET } from "./support/check-scenario.ts";
import { checkFiles, edited, emittedFiles } from "./support/checked.ts";
import { hostileResult } from "./support/hostile-check.ts";

const KITE = "clusters/tenant-kite/cluster.yaml";

/** Fingerprints of a report and the lines that it points at, by the format that it has. */
const READ = {
  gitlab: (text: string) =>
    JSON.parse(text).map((one: Issue) => ({ fingerprint: one.fingerprint, line: one.location.lines.begin })),
  sarif: (text: string) =>
    JSON.parse(text).runs[0].results.map((one: Result) => ({
      fingerprint: one.partialFingerprints.primaryLocationLineHash,
      line: one.locations[0].physicalLocation.region.startLine,
    })),
};

interface Issue {
  readonly fingerprint: string;
  readonly location: { readonly lines: { readonly begin: number } };
}

interface Result {
  readonly partialFingerprints: { readonly primaryLocationLineHash: string };
  readonly locations: readonly [{ readonly physicalLocation: { readonly region: { readonly startLine: number } } }];
}

describe.each(["gitlab", "sarif"] as const)("fingerprints of %s", (id) => {
  const read = (result: CheckResult): readonly { fingerprint: string; line: number }[] =>
    READ[id](checkFormats.find((one) => one.id === id)?.write(result, { version: "" }) ?? "");

  it("stay the same when lines come in above, and when the count is another one", async () => {
    const planned = await emittedFiles({ fleet: SMALL_FLEET });
    const short = (replicas: number) => edited(planned, KITE, "replicas: 5", `replicas: ${replicas}`);
    const was = short(4);
    const found = read(await checkFiles({ fleet: SMALL_FLEET, files: was }));
    const moved = { ...was, [KITE]: `# one\n# two\n${was[KITE]}` };
    expect(found).not.toEqual([]);
    expect(read(await checkFiles({ fleet: SMALL_FLEET, files: moved }))).toEqual(
      found.map(({ fingerprint, line }) => ({ fingerprint, line: line + 2 })),
    );
    const shorter = read(await checkFiles({ fleet: SMALL_FLEET, files: short(3) }));
    const prints = shorter.map(({ fingerprint }) => fingerprint);
    for (const { fingerprint } of found) expect(prints).toContain(fingerprint);
  });

  it("are different for what is said twice of one thing in one file", () => {
    const prints = read(hostileResult({ names: Array.from({ length: 12 }, () => "twice") })).map(
      (one) => one.fingerprint,
    );
    expect(prints.length).toBeGreaterThan(24);
    expect(new Set(prints).size).toBe(prints.length);
  });
});
