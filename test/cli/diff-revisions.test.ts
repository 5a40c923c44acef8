import { readFileSync } from "node:fs";
import { DiffDocument } from "@nkp-planner/core";
import { beforeAll, describe, expect, it } from "vitest";
import { diffOf, GROWN, HYBRID, unbroken } from "../support/changed-fleets.ts";
import { FEW, fewText, HOST_PRICES } from "../support/command-line.ts";
import { newRepository } from "../support/git-repository.ts";
import type { Outcome } from "../support/process.ts";
import { program } from "../support/program.ts";

describe("a revision", () => {
  const repository = newRepository();
  const inRepository = (args: readonly string[], more: { cwd?: string; env?: Record<string, string> } = {}) =>
    program(args, { cwd: repository.folder, ...more });

  beforeAll(() => {
    repository.write("fleets/fleet.yaml", fewText);
    repository.write("prices.yaml", readFileSync(HOST_PRICES, "utf8"));
    repository.commit("One");
    repository.write("prices.yaml", readFileSync(HOST_PRICES, "utf8").replace(/unitPrice: "95/, 'unitPrice: "96'));
    repository.commit("Two");
    repository.git("tag", "-m", "named", "v1");
    repository.write("fleets/fleet.yaml", fewText.replace("name: web, replicas: 6,", "name: web, replicas: 14,"));
    repository.git("add", "--all");
  });

  const sameAs = async (outcome: Promise<Outcome>, base: string, head: string) => {
    const { stdout, stderr, code } = await outcome;
    expect({ stderr, code }).toEqual({ stderr: "", code: 0 });
    const { diffs } = DiffDocument.parse(JSON.parse(stdout));
    expect(diffs).toEqual((await diffOf(base, head, ...HYBRID)).diffs);
  };

  it.each(["HEAD:fleets/fleet.yaml", "HEAD~1:fleets/fleet.yaml", "v1:fleets/fleet.yaml", "main:./fleets/fleet.yaml"])(
    "%s is the file that it had",
    async (revision) => {
      const args = ["diff", revision, "fleets/fleet.yaml", ...HYBRID, "--format", "json"];
      await sameAs(inRepository(args), FEW, GROWN);
    },
  );

  it("may be what is staged, and be on either side", async () => {
    const args = ["diff", "HEAD:fleets/fleet.yaml", ":fleets/fleet.yaml", ...HYBRID, "--format", "json"];
    await sameAs(inRepository(args), FEW, GROWN);
  });

  it("has prices too", async () => {
    const prices = ["--base-prices", "HEAD~1:prices.yaml", "--prices", "HEAD:prices.yaml"];
    const { stdout } = await inRepository([
      "diff",
      "HEAD:fleets/fleet.yaml",
      "HEAD:fleets/fleet.yaml",
      ...HYBRID,
      ...prices,
    ]);
    expect(unbroken(stdout)).toContain("Not the same on both sides: price book HEAD~1:prices.yaml → HEAD:prices.yaml.");
    expect(stdout).toContain("95.00");
  });

  it.each([
    ["HEAD", "a revision without a file", "write HEAD:fleet.yaml"],
    ["HEAD~9:fleets/fleet.yaml", 'no revision "HEAD~9"', "git log"],
    ["nowhere:fleets/fleet.yaml", 'no revision "nowhere"', "git log"],
    ["HEAD:fleets", "a folder", "name the fleet file in it"],
    ["HEAD:fleets/other.yaml", 'no file "fleets/other.yaml" in "HEAD"', "from the top of the repository"],
    ["HEAD:/etc/passwd", 'no file "/etc/passwd"', "from the top of the repository"],
    ["HEAD:../../etc/passwd", "no file", "from the top of the repository"],
    ["HEAD:", "no such file", "HEAD~1:fleet.yaml"],
    ["-x:fleets/fleet.yaml", "no name of a revision", "HEAD~1:fleet.yaml"],
    ["$(touch pwned):fleets/fleet.yaml", 'no revision "$(touch pwned)"', "git log"],
    ["HEAD;touch pwned;:fleets/fleet.yaml", "no revision", "git log"],
    ["HEAD\n--output=pwned:fleets/fleet.yaml", "no name of a revision", "HEAD~1:fleet.yaml"],
    ["HEAD:fleets/fleet.yaml\n--output=pwned", "no file", "from the top of the repository"],
    ["HEAD..main:fleets/fleet.yaml", "no revision", "git log"],
  ])("%j is refused, and does no harm", async (word, found, fix) => {
    const { code, stderr, stdout } = await inRepository(["diff", word, "fleets/fleet.yaml"]);
    const said = unbroken(stderr);
    expect(said).toContain(found);
    expect(said).toContain(fix);
    expect(said).not.toContain(" at ");
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(repository.git("status", "--porcelain", "--untracked-files=all")).toBe("M  fleets/fleet.yaml\n");
  });

  it("says how to write the path from a folder below", async () => {
    const { code, stderr } = await inRepository(["diff", "HEAD:fleet.yaml", "fleet.yaml"], {
      cwd: `${repository.folder}/fleets`,
    });
    expect(unbroken(stderr)).toContain("from this folder, write HEAD:./fleet.yaml");
    expect(code).toBe(2);
  });

  it("needs git, and a repository, and says which of them is missing", async () => {
    const without = await inRepository(["diff", "HEAD:fleets/fleet.yaml", "fleets/fleet.yaml"], {
      env: { PATH: "/nowhere" },
    });
    expect(unbroken(without.stderr)).toContain("no git to read a revision with");
    expect(without.code).toBe(2);
    const outside = await inRepository(["diff", "HEAD:fleet.yaml", FEW], { cwd: "/" });
    expect(unbroken(outside.stderr)).toContain("a folder of no git repository");
    expect(outside.code).toBe(2);
  });

  it("gives way to a file of its name", async () => {
    repository.write("HEAD:fleets/odd.yaml", fewText);
    const { code, stdout } = await inRepository(["diff", "HEAD:fleets/odd.yaml", "HEAD:fleets/fleet.yaml", ...HYBRID]);
    expect(stdout).toMatch(/^Hybrid: no change/);
    expect(code).toBe(0);
    repository.git("clean", "--quiet", "--force", "-d");
  });

  it("tells of what is wrong with both sides at once", async () => {
    const { stderr, code } = await inRepository(["diff", "HEAD:nothing.yaml", "nothing.yaml"]);
    expect(stderr).toContain("2 problems");
    expect(code).toBe(2);
  });
});
