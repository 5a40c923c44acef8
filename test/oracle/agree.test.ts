import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { main } from "./agree.ts";

const SCRIPT = join(import.meta.dirname, "agree.ts");
const QUANTITIES = join(import.meta.dirname, "quantity-cases.json");
const PODS = join(import.meta.dirname, "pod-requests-cases.json");
const folder = mkdtempSync(join(tmpdir(), "nkp-planner-agree-"));

/** Runs it in this process, with what it prints kept apart. */
function agree(...args: readonly string[]) {
  const said = { stdout: "", stderr: "" };
  const status = main(args, {
    log: (text) => {
      said.stdout += `${text}\n`;
    },
    error: (text) => {
      said.stderr += `${text}\n`;
    },
  });
  return { status, ...said };
}

function fileOf(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
}

/** So many wrong answers, the rest right. */
function answers(wrongCount: number, count: number) {
  return {
    cases: Array.from({ length: count }, (_, id) => ({
      id,
      in: "1000m",
      ok: true,
      canonical: id < wrongCount ? "1000m" : "1",
      value: id < wrongCount ? "3" : "1",
    })),
  };
}

it("the recorded answers agree to the last one, in a table of 80 columns", () => {
  const { status, stdout, stderr } = agree(QUANTITIES, PODS, "--at-least", "100");
  expect(stderr).toBe("");
  expect(status).toBe(0);
  for (const category of ["valid", "invalid", "pairs", "asWritten", "afterApiDefaults"]) {
    expect(stdout).toMatch(new RegExp(`^  ${category} +\\d+ +\\d+ +\\d+ +0 +100\\.00 %$`, "m"));
  }
  expect(stdout).toMatch(/^ {2}at least 100 % asked$/m);
  expect(stdout).toMatch(/^Total: 480 cases, 0 different, agreement 100\.00 %$/m);
  const wide = stdout.split("\n").filter((line) => line.length > 80 && !line.startsWith("/"));
  expect(wide).toEqual([]);
});

it("says what is different, and fails below the share that was asked for", () => {
  const path = fileOf("wrong.json", answers(2, 100));
  const { status, stdout } = agree(path);
  expect(status).toBe(1);
  expect(stdout).toMatch(/^ {2}valid +100 +98 +0 +2 +98\.00 %$/m);
  expect(stdout).toContain(
    '\n  0 valid: "1000m" canonical: ours 1, theirs 1000m; "1000m" value: ours 1, theirs 3 (-2)\n  1 valid: ',
  );
  expect(agree(path, "--at-least", "98").status).toBe(0);
  expect(agree(path, "--at-least=98.01").status).toBe(1);
});

it("asks the share of each file, not of all together", () => {
  const good = fileOf("good.json", answers(0, 1000));
  const bad = fileOf("bad.json", answers(1, 2));
  expect(agree(good, bad).status).toBe(1);
});

it("shows the first differences and counts the rest", () => {
  const { stdout } = agree(fileOf("many.json", answers(25, 100)));
  expect(stdout.split("\n").filter((line) => line.includes("theirs"))).toHaveLength(20);
  expect(stdout).toContain("\n  and 5 more\n");
});

it("never rounds up to a hundred", () => {
  expect(agree(fileOf("nearly.json", answers(1, 30_000))).stdout).toContain("99.99 %");
});

it.each([
  ["no file", [], /no FILE/],
  ["a missing file", [join(folder, "missing.json")], /missing\.json: ENOENT/],
  ["text that is no JSON", [fileOf("text.json", "{")], /text\.json: .*JSON/],
  ["a file of another kind", [fileOf("other.json", { cases: [{ id: 1 }] })], /other\.json: a file of no known kind/],
  ["a file without cases", [fileOf("empty.json", { cases: [] })], /empty\.json: holds no cases/],
  ["a share that is none", [QUANTITIES, "--at-least", "many"], /--at-least/],
  ["a share above all", [QUANTITIES, "--at-least", "101"], /--at-least/],
  ["an unknown option", [QUANTITIES, "--loud"], /--loud/],
])("%s: one line, exit code 2", (_name, args, message) => {
  const { status, stdout, stderr } = agree(...args);
  expect(status).toBe(2);
  expect(stdout).toBe("");
  expect(stderr).toMatch(message);
  expect(stderr.trim().split("\n")).toHaveLength(1);
});

it("judges the others beside a bad file, and still says 2", () => {
  const { status, stdout, stderr } = agree(join(folder, "missing.json"), PODS);
  expect(status).toBe(2);
  expect(stderr).toContain("ENOENT");
  expect(stdout).toContain("afterApiDefaults");
});

it.each([
  ["of answers that agree", [PODS]],
  ["of bad usage", [PODS, "--loud"]],
  ["of itself", ["--help"]],
])("says the same as a process of its own: %s", (_what, args) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [SCRIPT, ...args], { encoding: "utf8" });
  expect({ status, stdout, stderr }).toEqual(agree(...args));
});

it("--help says how", () => {
  const { status, stdout, stderr } = agree("--help");
  expect([status, stderr]).toEqual([0, ""]);
  expect(stdout).toContain("--at-least PERCENT");
  expect(Math.max(...stdout.split("\n").map((line) => line.length))).toBeLessThanOrEqual(80);
});

it("asks for percent, and refuses a ratio", () => {
  expect(agree(QUANTITIES, "--at-least", "0.99")).toMatchObject({
    status: 2,
    stderr: "--at-least: expected percent, found the ratio 0.99; write 99\n",
  });
});

it("fails a file with one promise that does not hold, however many others are right", () => {
  const node = { allocatable: { cpuMillicores: 4000, memoryMiB: 16384, pods: 110 } };
  const workloads = [{ name: "web", kind: "Deployment", replicas: 6, requests: { cpuMillicores: 2000 } }];
  const lossCase = (id: number, count: number) => ({
    ...{ id, question: "loss", category: "resources", kubernetesVersion: "1.34.1", nodeTemplate: node, workloads },
    answers: {
      smallestCountPlacing: { listed: 3, shuffled: 3 },
      smallestCountSurvivingAll: { listed: count, shuffled: count },
    },
  });
  // 6 pods of 2 of 4 vCPU are 3 nodes, and 4 with the loss of one
  const cases = Array.from({ length: 200 }, (_, id) => lossCase(id, id === 0 ? 5 : 4));
  const { status, stdout } = agree(fileOf("losses.json", { cases }));
  expect(status).toBe(1);
  expect(stdout).toContain("0 resources: ours 4 nodes, theirs 5: fewer");
  expect(stdout).toContain("at least 97 % asked; 1 promise with fewer nodes what does not hold, none may");
});
