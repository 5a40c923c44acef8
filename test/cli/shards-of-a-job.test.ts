import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { fileOf, folder, PRICES, root } from "../support/command-line.ts";
import { type JobObject, runPod } from "../support/job-pods.ts";
import { manyLines } from "../support/many-lines.ts";
import { cli } from "../support/process.ts";

const SHARDS = 2;

describe("an emitted Job, its pods run one after the other with the environment that Kubernetes sets", () => {
  it("comes to the bytes of one process, and merges nothing less than all parts", async () => {
    const fleetText = manyLines(SHARDS);
    const fleet = fileOf("job-fleet.ndjson", fleetText);
    const out = join(folder, "job");
    const options = ["image=registry.msp.example/planner:1", `shards=${SHARDS}`, "claim=shared", "models=[hybrid]"];
    const words = options.flatMap((one) => ["--option", one]);
    const common = ["--prices", PRICES, "--set", "floors=none"];
    expect(await cli(["emit", "kubernetes-job", fleet, ...common, ...words, "--out", out])).toMatchObject({ code: 0 });

    const bin = join(folder, "job-bin");
    mkdirSync(bin);
    const program = `#!/bin/sh\nexec ${process.execPath} ${root}packages/cli/src/bin.ts "$@"\n`;
    writeFileSync(join(bin, "nkp-planner"), program, { mode: 0o755 });
    const place = { folder: join(folder, "job-pods"), bin, inputs: join(out, "input") };
    const work = join(place.folder, "claims/work");
    mkdirSync(work, { recursive: true });
    const job = (name: string) => parse(readFileSync(join(out, `${name}.yaml`), "utf8")) as JobObject;
    const pod = (name: string, index: number | null) => runPod(job(name), index, place).at(-1);

    // What a pod left that was killed while it wrote.
    writeFileSync(join(work, "fleet-plan.part-1.json"), '{"half":');
    expect(pod("shard-job", 0)).toEqual({ name: "shard", status: 0, stdout: "", stderr: "" });
    const early = pod("merge-job", null);
    expect(early).toMatchObject({ status: 2, stdout: "" });
    expect(early?.stderr).toContain("found no JSON, or the beginning of it");
    expect(readdirSync(work)).not.toContain("fleet-plan.totals.json");
    expect(pod("shard-job", 1)).toMatchObject({ status: 0, stderr: "" });
    const merged = pod("merge-job", null);
    expect(merged).toMatchObject({ status: 0, stderr: "" });
    expect(readFileSync(join(work, "fleet-plan.totals.json"), "utf8")).toBe(merged?.stdout);

    const whole = join(folder, "job-whole.json");
    const model = ["--model", "hybrid"];
    await cli(["shard", fleet, "--index", "0", "--of", "1", "--workers", "1", ...common, ...model, "--out", whole]);
    const { stdout } = await cli(["merge", whole, "--format", "json"]);
    expect(merged?.stdout).toBe(stdout);
    const { streamedPlans } = JSON.parse(stdout);
    for (const { tenantCount } of streamedPlans) expect(tenantCount).toBe(fleetText.trim().split("\n").length - 1);
    expect(streamedPlans.map(({ modelId }: { modelId: string }) => modelId)).toEqual([
      "ultimate-centralized",
      "hybrid",
    ]);
    rmSync(work, { recursive: true });
  });
});
