import { describe, expect, it } from "vitest";
import { cleanResult, HOSTILE_FILES, writtenAs as written } from "./support/hostile-check.ts";

describe("code quality of GitLab", () => {
  const issues = JSON.parse(written("gitlab")) as Issue[];

  it("has what GitLab reads of each, the worst first", () => {
    expect(issues[0]).toEqual({
      description: `${HOSTILE_FIRST}: is found.`,
      check_name: "loud",
      fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
      severity: "critical",
      location: { path: expect.any(String), lines: { begin: 3 } },
    });
    expect([...new Set(issues.map(({ severity }) => severity))]).toEqual(["critical", "major", "info"]);
    expect(new Set(issues.map(({ location }) => location.path))).toEqual(new Set(HOSTILE_FILES));
    expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(issues.length);
  });

  it("is an empty list where nothing is found", () => {
    expect(written("gitlab", cleanResult())).toBe("[]\n");
  });
});

/** The first name that no exemption lets pass. */
const HOSTILE_FIRST = String.raw`a | b \| c`;

interface Issue {
  readonly fingerprint: string;
  readonly severity: string;
  readonly location: { readonly path: string };
}
