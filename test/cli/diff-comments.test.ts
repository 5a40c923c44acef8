import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, expect, inject, it } from "vitest";
import { parse } from "yaml";
import { GROWN, HYBRID } from "../support/changed-fleets.ts";
import { cliOnce, FEW, fewText, fileOf, fleetText, root } from "../support/command-line.ts";
import { newRepository } from "../support/git-repository.ts";

describe("files with names that would be markup", () => {
  const HOSTILE = "</details> @octocat [x](https://evil.example) <!-- nkp-planner diff --> | a `b` *c* #1 <img src=x>";

  it("are texts in the comment, and nothing else", async () => {
    const named = (replicas: number) =>
      fewText
        .replace("name: Orchid Foods", `name: ${JSON.stringify(HOSTILE)}`)
        .replace("name: web, replicas: 6,", `name: web, replicas: ${replicas},`);
    const paths = [fileOf("hostile-was.yaml", named(6)), fileOf("hostile-is.yaml", named(14))] as const;
    const { stdout } = await cliOnce(["diff", ...paths, ...HYBRID, "--format", "markdown"]);
    expect(stdout).toContain("@&#8203;octocat");
    expect(stdout).not.toMatch(/@octocat|https:\/\/evil|<img|\[x\]\(/);
    expect(stdout.match(/<!--/g)).toHaveLength(1);
    expect(stdout.match(/<details>/g)?.length).toBe(stdout.match(/<\/details>/g)?.length);
  });

  it("are told with their signs in what people read", async () => {
    const { stderr, code } = await cliOnce(["diff", "no\u001b[31m:x.yaml", FEW]);
    expect(stderr).not.toContain("\u001b");
    expect(stderr).toContain(String.raw`\u001b`);
    expect(code).toBe(2);
  });
});

describe("a comment about very many tenants", () => {
  it("is cut below what GitHub takes, with the count of what is left out", async () => {
    const tenant = (index: number, replicas: number) =>
      `  - id: tenant-number-${index}\n    name: "${"@<".repeat(45)}${index}"\n    workloads:\n      - { name: web, replicas: ${replicas}, requests: { cpu: 500m, memory: 1Gi } }\n    price: { monthly: "100.00" }\n`;
    const [head] = fleetText.split(/^(?= {2}- id: )/m);
    const fleet = (replicas: number) =>
      `${head}${Array.from({ length: 90 }, (_, index) => tenant(index, replicas)).join("")}`;
    const paths = [fileOf("many-was.yaml", fleet(1)), fileOf("many-is.yaml", fleet(30))] as const;
    const { stdout } = await cliOnce(["diff", ...paths, "--format", "markdown", "--model", "starter-self-managed"]);
    expect(stdout.length).toBeLessThanOrEqual(65_536);
    expect(stdout.length).toBeGreaterThan(50_000);
    expect(stdout).toMatch(/… and \d+ more, left out because a comment may not be longer;/);
  });
});

describe("the page about changes in review", () => {
  const page = readFileSync(`${root}docs/changes-in-review.md`, "utf8");
  const [, block = ""] = /```yaml title="a workflow"\n([\s\S]*?)```/.exec(page) ?? [];
  const { steps } = (parse(block) as Workflow).jobs.diff;

  /** A forge of which only the API of comments is there: it keeps them in a file, as the steps ask it to. */
  const FORGE = `#!/bin/sh
echo "$@" >> asked
case "$*" in
  *--jq*) [ -f kept ] && grep -qF "$(printf '%s' "$*" | sed 's/.*startswith("\\(.*\\)")).*/\\1/')" kept && echo 42; true ;;
  *) cp comment.md kept ;;
esac
`;

  it("writes one comment, and replaces it", async () => {
    const repository = newRepository();
    repository.write("fleet.yaml", fewText);
    repository.commit("One");
    repository.git("update-ref", "refs/remotes/origin/main", "HEAD");
    repository.write("fleet.yaml", readFileSync(GROWN, "utf8"));
    repository.write("bin/gh", FORGE);
    repository.write("bin/npx", `#!/bin/sh\nshift\nexec "${process.execPath}" "${inject("programFile")}" "$@"\n`);
    const env = {
      PATH: `${repository.folder}/bin:${process.env["PATH"]}`,
      ...{ GITHUB_BASE_REF: "main", GITHUB_REPOSITORY: "o/r", COMMENTS: "repos/o/r/issues/7/comments" },
    };
    const runs = steps.flatMap(({ run }) => (run === undefined ? [] : [run]));
    expect(runs).toHaveLength(2);
    const script = `chmod +x bin/*; ${runs.join("\n")}\n${runs.join("\n")}`;
    const { status, stderr } = spawnSync("bash", ["--norc", "-e", "-c", script], {
      cwd: repository.folder,
      env,
      encoding: "utf8",
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    const asked = readFileSync(`${repository.folder}/asked`, "utf8").trimEnd().split("\n");
    expect(asked).toHaveLength(4);
    expect(asked[1]).toBe("api repos/o/r/issues/7/comments -F body=@comment.md");
    expect(asked[3]).toBe("api --method PATCH repos/o/r/issues/comments/42 -F body=@comment.md");
    expect(readFileSync(`${repository.folder}/kept`, "utf8")).toMatch(/^<!-- nkp-planner diff -->\n/);
  });
});

interface Workflow {
  readonly jobs: { readonly diff: { readonly steps: readonly { readonly run?: string }[] } };
}
