import { spawn } from "node:child_process";
import { once } from "node:events";
import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as after } from "node:timers/promises";
import { describe, expect, inject, it } from "vitest";
import { folder, PRICES } from "../support/command-line.ts";

const COUNT = 1000;
/** Enough that blocks are added up while others are planned, and not all. */
const BEFORE_KILLED = 800;

const lines = Array.from({ length: COUNT }, (_, index) =>
  JSON.stringify({
    id: `t${index}`,
    price: { monthly: "4200.00" },
    workloads: [{ name: "web", replicas: 1 + (index % 2), requests: { cpu: "500m", memory: "1Gi" } }],
  }),
);
const textOf = (some: readonly string[]) => some.map((line) => `${line}\n`).join("");

/** As long as it lasts between two checkpoints passes between any two looks at the clock. */
const SLOWLY = "let seconds = 0; process.uptime = () => (seconds += 60);";

describe("compare --stream that is killed", () => {
  const bin = inject("programFile");
  const [checkpoint, out, whole] = ["killed.checkpoint", "killed.ndjson", "whole.ndjson"].map((name) =>
    join(folder, name),
  ) as [string, string, string];

  /** The program in two threads, that reads what its standard input is given. */
  function started(...more: readonly string[]) {
    const args = ["compare", "--stream", "-", "--prices", PRICES, "--workers", "2", "--as-of", "2026-11-23"];
    const preloaded = ["--import", `data:text/javascript,${encodeURIComponent(SLOWLY)}`];
    const program = spawn(process.execPath, [
      ...preloaded,
      bin,
      ...args,
      ...["--model", "starter-self-managed", "--format", "json"],
      ...more,
    ]);
    let stdout = "";
    program.stdout.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
    });
    program.stderr.resume();
    return { program, ended: once(program, "close").then(([code, signal]) => ({ code, signal, stdout })) };
  }

  async function toItsEnd(...more: readonly string[]) {
    const { program, ended } = started(...more);
    program.stdin.end(textOf(lines));
    return await ended;
  }

  it("goes on from its checkpoint to the same bytes and the same results", async () => {
    const kept = ["--checkpoint", checkpoint, "--tenants-out", out];
    const { program, ended } = started(...kept);
    program.stdin.write(textOf(lines.slice(0, BEFORE_KILLED)));
    while (!existsSync(checkpoint) && program.exitCode === null) await after(20);
    program.kill("SIGKILL");
    expect(await ended).toEqual({ code: null, signal: "SIGKILL", stdout: "" });
    const { blockCount } = JSON.parse(readFileSync(checkpoint, "utf8").split("\n")[1] ?? "");
    expect(blockCount).toBeGreaterThan(0);
    // What was written after the last checkpoint, and not to its end.
    appendFileSync(out, '{"tenantId":"t1');

    const resumed = await toItsEnd(...kept);
    const atOnce = await toItsEnd("--tenants-out", whole);
    expect(atOnce).toMatchObject({ code: 0, signal: null });
    expect(resumed).toEqual(atOnce);
    expect(readFileSync(out, "utf8")).toBe(readFileSync(whole, "utf8"));
    expect(readFileSync(out, "utf8").trimEnd().split("\n")).toHaveLength(COUNT);
  });
});
