import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parameters } from "@nkp-planner/catalog";
import { MeasuredFootprintDocument, MeasurementDocument } from "@nkp-planner/core";
import { fromJSON } from "nkp-planner/documents";
import { describe, expect, it } from "vitest";
import { fileOf, fleetText, folder, root } from "../support/command-line.ts";
import { cli } from "../support/process.ts";
import { listOf, maker, node, podsOf } from "../support/running-objects.ts";

const unbroken = (text: string) => text.replaceAll(/\s+/g, " ");
const RELEASE = ["--release", "nkp-2.17.1"];
const CLUSTER = fileOf(
  "measured.json",
  listOf(
    ["a", "b", "c"].map((one) => podsOf("kommander", `rook-ceph-mon-${one}`, 1, { cpu: "200m", memory: "612Mi" })),
    podsOf("kommander", "kubetunnel-webhook", 1, { cpu: "100m", memory: "64Mi" }),
    podsOf("kommander", "kommander-traefik", 2, { cpu: "500m" }),
    podsOf("kommander", "new-thing", 1, { cpu: "20m", memory: "32Mi" }),
    podsOf("shop", "web", 3, { cpu: "1", memory: "1Gi" }),
    node("w", { cpu: "7910m", memory: "29023Mi" }),
  ),
);

describe("measure", () => {
  it("says component by component what the catalog has and what runs, within 80 columns", async () => {
    const { code, stdout, stderr } = await cli(["measure", CLUSTER, ...RELEASE]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout.split("\n").filter((line) => [...line].length > 80)).toEqual([]);
    const said = unbroken(stdout);
    expect(said).toContain(
      "3 components of nkp-2.17.1 found: 1 as the catalog has them, 0 with more, 1 with less, 1 not to be compared.",
    );
    // 3 × (200 − 1,100) and 3 × (612 − 1,124).
    expect(said).toContain("request 2,700 millicores less than the catalog has, and 1,536 MiB less than");
    expect(said).toContain("The files: 11 objects found, 11 used.");
    expect(said).toContain("Known by names that are alike, which may be wrong: traefik.");
    expect(said).toContain("rook-ceph-cluster/ceph-mon 3 → 3 1,100 → 200 1,124 → 612 less");
    expect(said).toContain("kubetunnel/kubetunnel-webhook 1 → 1 ? → 100 ? → 64 measured");
    expect(said).toContain("worker, 8,000m 32,768 MiB 1 0 → 90 100 → 3,745 110 → 110 more");
    expect(said).toContain("--set rook-ceph-requests=declared-in-manifest (ceph-mon)");
    expect(said).toContain("--set kubelet-reservations=capacity-tiered (worker nodes)");
    expect(said).toContain("No assumption takes this figure yet: kubetunnel-webhook 100m, 64 MiB × 1.");
    expect(said).toContain("kommander/new-thing 1 20 32");
    expect(said).toContain("shop 1 3 3,000 3,072");
    expect(stdout.indexOf("Open questions of the catalog")).toBeLessThan(stdout.indexOf("What a node keeps"));
    expect(stdout.indexOf("What a node keeps")).toBeLessThan(stdout.indexOf("All other components"));
  });

  it("prints settings that measure, and plan, take over", async () => {
    const settings = ["rook-ceph-requests=declared-in-manifest", "kubelet-reservations=capacity-tiered"];
    const set = settings.flatMap((one) => ["--set", one]);
    const { stdout } = await cli(["measure", CLUSTER, ...RELEASE, ...set]);
    expect(unbroken(stdout)).toContain("rook-ceph-cluster/ceph-mon 3 → 3 200 → 200 612 → 612 same");
    expect(unbroken(stdout)).toContain("90 → 90 3,745 → 3,745 110 → 110 same");
    expect(stdout).not.toContain("--set ");
  });

  it("prints JSON that adds up, and takes the release of a fleet", async () => {
    const fleet = fileOf("of-2.16.yaml", fleetText.replace(/release: .*/, "release: nkp-2.16.1"));
    const { code, stdout } = await cli(["measure", CLUSTER, "--fleet", fleet, "--format", "json"]);
    expect(code).toBe(0);
    const { measurement, report, findings } = MeasurementDocument.parse(JSON.parse(stdout));
    expect(measurement.release).toBe("nkp-2.16.1");
    expect(report).toEqual({ foundCount: 11, usedCount: 11, excluded: [], unreadableCount: 0 });
    expect(findings.map(({ statement }) => statement)).toContainEqual(
      expect.stringContaining("Nodes run Kubernetes 1.34.3, and nkp-2.16.1 has 1.33."),
    );
  });

  it("takes the newest release that is out where none is named, and says so", async () => {
    const { stdout } = await cli(["measure", CLUSTER]);
    expect(unbroken(stdout)).toMatch(/No release is named: nkp-\d+\.\d+\.\d+, the newest that is out, is taken\./);
  });

  it("writes a footprint, once, without a name of its owner's", async () => {
    const out = join(folder, "footprint.json");
    const write = (...more: readonly string[]) => cli(["measure", CLUSTER, ...RELEASE, "--footprint", out, ...more]);
    const { code, stderr } = await write();
    expect(code).toBe(0);
    expect(unbroken(stderr)).toContain("is written. It holds numbers and names of the catalog, and no name of yours.");
    const text = readFileSync(out, "utf8");
    for (const name of ["shop", "new-thing", '"web"', "registry.example", "node-1"]) expect(text).not.toContain(name);
    const { measuredFootprint } = MeasuredFootprintDocument.parse(JSON.parse(text));
    expect(measuredFootprint).toMatchObject({ release: "nkp-2.17.1", confidence: "measured", notInCatalogCount: 1 });
    expect(fromJSON(text)).toMatchObject({ ok: true, value: { kind: "measured-footprint" } });
    const again = await write();
    expect({ code: again.code, stdout: again.stdout }).toEqual({ code: 2, stdout: "" });
    expect(unbroken(again.stderr)).toContain("a file that is there already");
    expect((await write("--force")).code).toBe(0);
    const printed = await cli(["measure", CLUSTER, ...RELEASE, "--footprint", "-"]);
    expect(printed.stdout).toBe(text);
    expect(existsSync("-")).toBe(false);
  });

  it("reads standard input, and folders with other files in them", async () => {
    const stdin = readFileSync(CLUSTER, "utf8");
    const { code, stdout } = await cli(["measure", "-", ...RELEASE], { stdin });
    expect(code).toBe(0);
    const path = join(folder, "dump");
    mkdirSync(path);
    writeFileSync(join(path, "all.json"), stdin);
    writeFileSync(join(path, "notes.yaml"), "hello: there\n");
    const ofFolder = await cli(["measure", path, ...RELEASE]);
    expect(unbroken(ofFolder.stdout)).toMatch(/Not read, as they hold no objects of a cluster: \S*notes\.yaml\./);
    expect(ofFolder.stdout.split("Open questions of")[1]).toBe(stdout.split("Open questions of")[1]);
  });

  it.each([
    [
      "of tenants alone",
      listOf(podsOf("shop", "web", 3, { cpu: "1" })),
      "found nothing of the platform among 3 objects",
    ],
    ["of no pods", listOf({ apiVersion: "v1", kind: "ConfigMap", metadata: { name: "a" } }), "found nothing that runs"],
    ["of a fleet", fleetText, "found nothing that runs, and no node"],
    ["that is broken", '{"kind": "List", "items": [', "hostile.json"],
    ["that is empty", "", "found nothing that runs, and no node"],
  ])("refuses a file %s", async (_what, text, says) => {
    const { code, stdout, stderr } = await cli(["measure", fileOf("hostile.json", text), ...RELEASE]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(unbroken(stderr)).toContain(says);
    expect(stderr).not.toContain(" at ");
  });

  it("says what cannot be read, and compares the rest", async () => {
    const file = fileOf(
      "partly.json",
      listOf(podsOf("kube-system", "coredns", 2, { cpu: "100m", memory: "70Mi" }), {
        ...maker("Deployment", "shop", "web", 2, { cpu: "1o0m" }),
      }),
    );
    const { code, stdout } = await cli(["measure", file, ...RELEASE]);
    expect(code).toBe(0);
    expect(unbroken(stdout)).toContain("3 objects found, 2 used, 1 unreadable.");
    expect(unbroken(stdout)).toMatch(/partly\.json, line 1: found "1o0m"/);
  });

  it("knows a release, or says which there are", async () => {
    const { code, stderr } = await cli(["measure", CLUSTER, "--release", "nkp-9.9.9"]);
    expect(code).toBe(2);
    expect(stderr).toContain("nkp-2.17.1");
  });
});

describe("its page", () => {
  const page = readFileSync(join(root, "docs/measuring.md"), "utf8");
  const blocksOf = (language: string) =>
    [...page.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, "gm"))].map(([, text = ""]) => text);

  it("says what its example prints", async () => {
    const file = fileOf("page.yaml", blocksOf("yaml")[0] ?? "");
    const { code, stdout } = await cli(["measure", file, ...RELEASE]);
    expect(code).toBe(0);
    const lines = blocksOf("text").flatMap((text) => text.trimEnd().split("\n"));
    expect(lines).toHaveLength(5);
    for (const line of lines) expect(unbroken(stdout)).toContain(unbroken(line));
  });

  it("names assumptions that there are", () => {
    const table = page.slice(page.indexOf("| Measured |"), page.indexOf("Of everything else"));
    const named = [...table.matchAll(/`([a-z-]+)`/g)].map(([, name]) => name);
    expect(named).toHaveLength(7);
    for (const name of named) expect(parameters.map(({ id }) => id)).toContain(name);
  });
});
