import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { CHECKED_ON, CI_EXAMPLE, exampleFiles } from "../../support/ci-example.ts";
import { folder, root } from "../../support/command-line.ts";
import { program } from "../../support/program.ts";

const text = (path: string) => readFileSync(`${root}${path}`, "utf8");
const blocksOf = (path: string, language: string) =>
  [...text(path).matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].flatMap(([, own, block = ""]) =>
    own === language ? [block] : [],
  );
const FILES = exampleFiles();
const WORKFLOW = ".github/workflows/sizing.yml";

/** The lines of the one step that uses the action. */
const step = /^ {6}- uses: nkp-planner\/nkp-planner@.*\n(?: {8}.*\n)+/m.exec(FILES[WORKFLOW] ?? "")?.[0];

describe("what people copy", () => {
  it("of a workflow is the step that the tests run", () => {
    expect(step).toContain("comment: true");
    expect(blocksOf("README.md", "yaml").filter((block) => block.includes("uses:"))).toEqual([step]);
    expect(blocksOf("docs/ci.md", "yaml")).toEqual([step, FILES[".gitlab-ci.yml"], FILES[".pre-commit-config.yaml"]]);
  });

  it("of the example's README runs", async () => {
    const [block = ""] = blocksOf("examples/ci/README.md", "sh");
    const [check, emit] = block.split("\n").map((line) => line.replace(/^npx nkp-planner /, "").split(" "));
    const checked = await program([...(check ?? []), "--on", CHECKED_ON], { cwd: CI_EXAMPLE });
    expect(checked).toMatchObject({ code: 0, stdout: expect.stringContaining("Nothing found") });
    const emitted = await program([...(emit ?? []).slice(0, -1), join(folder, "planned")], { cwd: CI_EXAMPLE });
    expect(emitted.code).toBe(0);
  });

  it("names one version everywhere, that of the program", () => {
    const { version } = JSON.parse(text("packages/cli/package.json"));
    const named = [
      ...["README.md", "docs/ci.md", "templates/gitlab-ci.yml", ".pre-commit-hooks.yaml"].map(text),
      ...[WORKFLOW, ".gitlab-ci.yml", ".pre-commit-config.yaml"].map((name) => FILES[name] ?? ""),
    ].flatMap((one) =>
      [...one.matchAll(/(?:nkp-planner[@/]v?|rev: v|NKP_PLANNER_VERSION: )(\d+\.\d+\.\d+)/g)].map(([, found]) => found),
    );
    expect(named.length).toBeGreaterThanOrEqual(9);
    expect(new Set(named)).toEqual(new Set([version]));
  });
});
