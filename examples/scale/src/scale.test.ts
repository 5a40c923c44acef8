import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterEach, describe, expect, it } from "vitest";
import { manyLines } from "../../../test/support/many-lines.ts";
import { freePort, RedisServer, SERVER } from "./support/redis-server.ts";
import { Started } from "./support/started.ts";

const PRICES = new URL("../../price-book-eur.yaml", import.meta.url).pathname;
const REAL_SHARDS = 2;
const SHARDS = 6;
const SLOW = 3;
/**
 * A planner that says which part it begins and who started it, waits in one of them until it may go on, and gives every
 * line of the fleet that is the part's.
 */
const FAKE_PLANNER = `#!/usr/bin/env bash
set -euo pipefail
case $1 in
  --version) echo 0.0.0 ;;
  shard)
    fleet=$2 index=$4 of=$6 out="\${!#}"
    echo "$index" >>"$FOLDER/begun"
    if [[ -e $FOLDER/bad-$index ]]; then echo "line 3: no tenant" >&2; exit 2; fi
    if [[ $index == ${SLOW} && ! -e $FOLDER/go ]]; then
      echo "$PPID" >"$FOLDER/slow.new" && mv "$FOLDER/slow.new" "$FOLDER/slow"
      while [[ ! -e $FOLDER/go ]]; do sleep 0.1; done
    fi
    awk -v index_="$index" -v of="$of" 'NR % of == index_' "$fleet" >"$out"
    ;;
  merge)
    if [[ -e $FOLDER/unfit && "$*" != *"--allow infeasible"* ]]; then echo "cannot run" >&2; exit 3; fi
    shift; while [[ $1 != --format ]]; do cat "$1"; shift; done ;;
esac
`;
const FLEET = Array.from({ length: 50 }, (_, line) => `tenant ${line + 1}\n`).join("");
/** What one process gives, part after part. */
const WHOLE = Array.from({ length: SHARDS }, (_, index) =>
  FLEET.split(/(?<=\n)/)
    .filter((_line, at) => (at + 1) % SHARDS === index)
    .join(""),
).join("");

describe.skipIf(SERVER === null && process.env["CI"] === undefined)("a fleet in parts, through a queue", () => {
  const going: { kill(): Promise<void> }[] = [];
  afterEach(async () => {
    for (const one of going.splice(0).reverse()) await one.kill();
  });

  async function prepared(appendOnly: "yes" | "no" = "yes") {
    const folder = mkdtempSync(join(tmpdir(), "nkp-planner-scale-test-"));
    const at = (name: string) => join(folder, name);
    writeFileSync(at("planner"), FAKE_PLANNER, { mode: 0o755 });
    writeFileSync(at("fleet.ndjson"), FLEET);
    const redis = new RedisServer(await freePort(), appendOnly);
    going.push(redis);
    await redis.start();
    const start = (file: "main.ts" | "worker.ts", ...args: readonly string[]) => {
      const common = ["--redis", redis.url, "--planner", at("planner")];
      const program = new Started(file, [...common, ...args], { FOLDER: folder });
      going.push(program);
      return program;
    };
    return {
      ...{ at, redis },
      main: (...args: readonly string[]) => start("main.ts", at("fleet.ndjson"), "--shards", String(SHARDS), ...args),
      worker: () => start("worker.ts", "--lock-seconds", "1"),
      begun: () => (existsSync(at("begun")) ? readFileSync(at("begun"), "utf8").trim().split("\n").map(Number) : []),
    };
  }

  const until = async (isSo: () => boolean): Promise<void> => {
    while (!isSo()) await wait(50);
  };

  it("gives the bytes of one process, though a worker is killed in a part and the server is killed beside it", async () => {
    const { at, redis, main, worker, begun } = await prepared();
    const asking = main();
    const workers = [worker(), worker()];
    await until(() => existsSync(at("slow")) && workers.every(({ stdout }) => stdout.includes("Waiting for parts.")));
    const pid = Number(readFileSync(at("slow"), "utf8"));
    const busy = workers.find(({ child }) => child.pid === pid);
    expect(busy).toBeDefined();
    await busy?.kill();
    await redis.kill();
    rmSync(at("slow"));
    await redis.start();
    // Another takes the part that nobody is alive in any more, in a process of its own.
    await until(() => existsSync(at("slow")));
    expect(Number(readFileSync(at("slow"), "utf8"))).not.toBe(pid);
    writeFileSync(at("go"), "");
    expect([await asking.ended(), asking.stdout]).toEqual([0, WHOLE]);
    // It was planned twice, and counted once.
    expect(begun().filter((index) => index === SLOW).length).toBeGreaterThanOrEqual(2);

    // The same question again is answered from what is there.
    const before = begun().length;
    const again = main();
    expect([await again.ended(), again.stdout]).toEqual([0, WHOLE]);
    expect(begun().length).toBe(before);
  });

  it("waits for the same run when who asked for it was killed", async () => {
    const { at, main, worker, begun } = await prepared();
    const first = main();
    worker();
    await until(() => existsSync(at("slow")));
    await first.kill();
    const second = main();
    await until(() => second.stderr.includes(`${SHARDS} parts`));
    writeFileSync(at("go"), "");
    expect([await second.ended(), second.stdout]).toEqual([0, WHOLE]);
    expect(begun().sort()).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it("ends with the planner's words where a part is refused, tries it once, and can be asked again", async () => {
    const { at, main, worker, begun } = await prepared();
    writeFileSync(at("go"), "");
    writeFileSync(at("bad-2"), "");
    worker();
    const asking = main();
    expect(await asking.ended()).toBe(2);
    expect(asking.stdout).toBe("");
    expect(asking.stderr).toMatch(/^run-[0-9a-f]{20}: 6 parts\. .*\nrun-[0-9a-f]{20}-2: line 3: no tenant\n$/);
    expect(begun().filter((index) => index === 2)).toEqual([2]);
    rmSync(at("bad-2"));
    const again = main();
    expect([await again.ended(), again.stdout]).toEqual([0, WHOLE]);
  });

  it("gives a plan that cannot run only where it is told to", async () => {
    const { at, main, worker } = await prepared();
    writeFileSync(at("go"), "");
    writeFileSync(at("unfit"), "");
    worker();
    const refused = main();
    expect([await refused.ended(), refused.stdout]).toEqual([2, ""]);
    expect(refused.stderr).toMatch(/\nrun-[0-9a-f]{20}-merge: cannot run\n$/);
    const allowed = main("--allow", "infeasible");
    expect([await allowed.ended(), allowed.stdout]).toEqual([0, WHOLE]);
  });

  it("gives the bytes of one process of the planner itself, whose worker is killed in the middle of a part", async () => {
    const { at, redis } = await prepared();
    writeFileSync(at("fleet.ndjson"), manyLines(REAL_SHARDS));
    const bin = new URL("../../../packages/cli/src/bin.ts", import.meta.url).pathname;
    const noting = `echo "$PPID $1" >>"${at("begun")}"`;
    writeFileSync(at("planner"), `#!/bin/sh\n${noting}\nexec ${process.execPath} ${bin} "$@"\n`, { mode: 0o755 });
    const start = (file: "main.ts" | "worker.ts", ...args: readonly string[]) => {
      const program = new Started(file, ["--redis", redis.url, "--planner", at("planner"), ...args], {});
      going.push(program);
      return program;
    };
    const workers = [1, 2].map(() => start("worker.ts", "--lock-seconds", "1", "--threads", "1"));
    await until(() => workers.every(({ stdout }) => stdout.includes("Waiting for parts.")));
    const asking = start("main.ts", at("fleet.ndjson"), "--shards", String(REAL_SHARDS), "--prices", PRICES);
    const shards = () =>
      existsSync(at("begun")) ? [...readFileSync(at("begun"), "utf8").matchAll(/^(\d+) shard$/gm)] : [];
    await until(() => shards().length > 0);
    const pid = Number(shards()[0]?.[1]);
    await workers.find(({ child }) => child.pid === pid)?.kill();
    expect([await asking.ended(), asking.stderr.split("\n").length]).toEqual([0, 2]);
    // One part more than there are: that of the worker that was killed.
    expect(shards().length).toBe(REAL_SHARDS + 1);

    const planned = (...args: readonly string[]) => {
      const { status, stdout, stderr } = spawnSync(at("planner"), args, { encoding: "utf8" });
      expect([status, stderr]).toEqual([0, ""]);
      return stdout;
    };
    const whole = at("whole.json");
    planned(
      "shard",
      at("fleet.ndjson"),
      "--index",
      "0",
      "--of",
      "1",
      "--workers",
      "1",
      "--prices",
      PRICES,
      "--out",
      whole,
    );
    expect(asking.stdout).toBe(planned("merge", whole, "--format", "json"));
  });

  it("says of a server that keeps nothing on disk what that means", async () => {
    const { redis, worker } = await prepared("no");
    const one = worker();
    await until(() => one.stdout.includes("Waiting for parts."));
    expect(one.stderr).toContain(
      `${redis.url} does not keep an append-only file (appendonly yes): a run may be lost when it ends.\n`,
    );
  });
});

describe("a server that is not there", () => {
  it.each(["main.ts", "worker.ts"] as const)("is named by %s, without a password, with exit code 2", async (file) => {
    const port = await freePort();
    const folder = mkdtempSync(join(tmpdir(), "nkp-planner-scale-test-"));
    writeFileSync(join(folder, "planner"), FAKE_PLANNER, { mode: 0o755 });
    writeFileSync(join(folder, "fleet.ndjson"), FLEET);
    const fleet = file === "main.ts" ? [join(folder, "fleet.ndjson")] : [];
    const end = async (url: string) => {
      const args = [...fleet, "--redis", url, "--planner", join(folder, "planner")];
      const program = new Started(file, args, { FOLDER: folder });
      return [await program.ended(), program.stdout, program.stderr];
    };
    expect(await end(`redis://planner:s3cret@127.0.0.1:${port}`)).toEqual([
      ...[2, ""],
      `redis://127.0.0.1:${port} does not answer (connect ECONNREFUSED 127.0.0.1:${port}): start a Redis or Valkey there, or name another with --redis\n`,
    ]);
    expect(await end("nonsense")).toEqual([
      ...[2, ""],
      "--redis: found an address that is none, expected an address such as redis://127.0.0.1:6379\n",
    ]);
  });

  it("is no reason to forget that the fleet is not there either", async () => {
    const program = new Started("main.ts", ["no-fleet.ndjson", "--planner", "true"], {});
    expect(await program.ended()).toBe(2);
    expect(program.stderr).toMatch(/^ENOENT: no such file or directory, open '.*no-fleet\.ndjson'\n$/);
  });
});
