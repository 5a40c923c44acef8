import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { fileOf } from "../support/command-line.ts";
import { cli } from "../support/process.ts";

const NEW_FLEET = ["--as-of", "2026-11-23", "--release", "nkp-2.17.1", "--currency", "EUR"];

const workload = (namespace: string, name: string, replicas: number, requests: string) => `---
apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name}, namespace: ${namespace} }
spec: { replicas: ${replicas}, template: { spec: { containers: [{ name: a, resources: ${requests} }] } } }
`;
const KNOWN = "{ requests: { cpu: 500m, memory: 2Gi } }";
const CLUSTER = fileOf(
  "cluster.yaml",
  workload("kite", "web", 4, KNOWN) + workload("orchid", "web", 2, KNOWN) + workload("kube-system", "dns", 2, KNOWN),
);
const MUTE = fileOf("mute.yaml", workload("kite", "web", 4, KNOWN) + workload("kite", "mute", 2, "{}"));

const unbroken = (text: string) => text.replaceAll(/\s+/g, " ");

describe("a cluster's objects", () => {
  it("become a fleet with a tenant for each namespace, and a report that adds up", async () => {
    const by = ["--tenant-by", "namespace", "--option", "leave-out=kube-system"];
    const { code, stdout, stderr } = await cli(["import", CLUSTER, ...by, ...NEW_FLEET]);
    expect(code).toBe(0);
    expect(unbroken(stderr)).toContain("3 objects found, 2 used, 1 left out: in namespaces that are left out.");
    expect(parse(stdout).tenants).toMatchObject([
      { id: "kite", workloads: [{ name: "web", replicas: 4, requests: { cpu: "500m", memory: "2048Mi" } }] },
      { id: "orchid", workloads: [{ name: "web", replicas: 2 }] },
    ]);
  });

  it("are one tenant by name, and are compared in one step", async () => {
    const named = await cli(["import", CLUSTER, "--tenant", "Kite Media", ...NEW_FLEET]);
    expect(parse(named.stdout).tenants).toMatchObject([{ id: "kite-media", name: "Kite Media" }]);
    const { code, stdout } = await cli(["compare", CLUSTER]);
    expect(code).toBe(0);
    expect(unbroken(stdout)).toContain("Sizes are requests as the objects state them");
    expect(unbroken(stdout)).toContain("1 tenant; amounts in EUR a month");
  });

  it("that state no request are refused with their line, unless it is said what becomes of them", async () => {
    const refused = await cli(["import", MUTE, ...NEW_FLEET]);
    expect(refused.code).toBe(2);
    expect(refused.stdout).toBe("");
    expect(unbroken(refused.stderr)).toMatch(
      /mute\.yaml:10:\d+ found no request for CPU and memory in Deployment kite\/mute/,
    );
    const skipped = await cli(["import", MUTE, "--skip-unreadable", ...NEW_FLEET]);
    expect(parse(skipped.stdout).tenants[0].workloads).toHaveLength(1);
    expect(unbroken(skipped.stderr)).toContain("2 objects found, 1 used, 1 unreadable");
    const filled = await cli(["import", MUTE, "--option", "default-requests=100m/128Mi", ...NEW_FLEET]);
    expect(parse(filled.stdout).tenants[0].workloads[1]).toMatchObject({ requests: { cpu: "100m", memory: "128Mi" } });
  });

  it("refuse other ways to tell tenants apart, by name", async () => {
    const { code, stderr } = await cli(["import", CLUSTER, "--tenant-by", "mood", ...NEW_FLEET]);
    expect(code).toBe(2);
    expect(unbroken(stderr)).toContain('found "mood", expected namespace, label:KEY or annotation:KEY');
  });
});

describe("a folder", () => {
  it("is read as one, entered but for what is hidden; what is of no known format is named", async () => {
    const folder = mkdtempSync(join(tmpdir(), "nkp-folder-"));
    mkdirSync(join(folder, "apps"));
    mkdirSync(join(folder, ".git"));
    writeFileSync(join(folder, "apps", "web.yaml"), workload("kite", "web", 4, KNOWN));
    writeFileSync(join(folder, "apps", "db.yml"), workload("kite", "db", 1, KNOWN));
    writeFileSync(join(folder, "values.yaml"), "replicas: 3\n");
    writeFileSync(join(folder, ".git", "x.yaml"), workload("kite", "hidden", 9, KNOWN));
    writeFileSync(join(folder, "Chart.yaml"), "apiVersion: v2\nname: shop\n");
    writeFileSync(join(folder, "README.md"), "# Shop\n");
    const { code, stdout, stderr } = await cli(["import", folder, ...NEW_FLEET]);
    expect(code).toBe(0);
    expect(unbroken(stderr)).toContain("2 objects found, 2 used");
    const chart = `${join(folder, "Chart.yaml")} (a Helm chart, which is not rendered)`;
    const values = `${join(folder, "values.yaml")} (of no format that is known)`;
    expect(unbroken(stderr)).toContain(`Not read: ${chart}, ${values}.`);
    expect(parse(stdout).tenants).toMatchObject([{ id: "apps", workloads: [{ name: "db" }, { name: "web" }] }]);
    const empty = await cli(["import", join(folder, ".git", ".."), "--tenant", "Shop", ...NEW_FLEET]);
    expect(parse(empty.stdout).tenants).toMatchObject([{ id: "shop" }]);
    const nothing = mkdtempSync(join(tmpdir(), "nkp-folder-"));
    const refused = await cli(["import", nothing, ...NEW_FLEET]);
    expect([refused.code, refused.stdout]).toEqual([2, ""]);
    expect(unbroken(refused.stderr)).toContain("a folder without files that can be read");
  });
});
