import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { fileOf } from "../support/command-line.ts";
import { cli } from "../support/process.ts";

const NEW_FLEET = ["--as-of", "2026-11-23", "--release", "nkp-2.17.1", "--currency", "EUR"];

const scan = (namespace: string, cpu: unknown) => ({
  object: {
    ...{ cluster: "prod", namespace, name: "web", kind: "Deployment", container: "web" },
    pods: [{ name: "web-1", deleted: false }],
    allocations: { requests: { cpu: 1, memory: 1073741824 }, limits: {} },
  },
  recommended: { requests: { cpu: { value: cpu }, memory: { value: 268435456 } } },
});
const KRR = fileOf("krr.json", JSON.stringify({ scans: [scan("kite", 0.1), scan("orchid", 0.2)] }));
const UNKNOWN = fileOf("unknown.json", JSON.stringify({ scans: [scan("kite", 0.1), scan("orchid", "?")] }, null, 1));

const unbroken = (text: string) => text.replaceAll(/\s+/g, " ");

describe("sizes of a tool", () => {
  it("become a fleet with a tenant for each namespace, and say what requests would be", async () => {
    const { code, stdout, stderr } = await cli(["import", KRR, "--tenant-by", "namespace", ...NEW_FLEET]);
    expect(code).toBe(0);
    expect(parse(stdout).tenants).toMatchObject([
      { id: "kite", workloads: [{ name: "web", replicas: 1, requests: { cpu: "100m", memory: "256Mi" } }] },
      { id: "orchid", workloads: [{ requests: { cpu: "200m" } }] },
    ]);
    expect(unbroken(stderr)).toContain("2 containers found, 2 used.");
    // 2 vCPU and 2 GiB; 0.3 vCPU and 0.5 GiB.
    expect(unbroken(stderr)).toContain("by recommendation 0.3 vCPU and 0.5 GiB: 85 % less CPU, 75 % less memory.");
  });

  it("that are not known are refused with their line, unless it is said what becomes of them", async () => {
    const refused = await cli(["import", UNKNOWN, ...NEW_FLEET]);
    expect(refused.code).toBe(2);
    expect(unbroken(refused.stderr)).toMatch(
      /unknown\.json:\d+:\d+ found no recommendation for CPU of Deployment orchid\/web/,
    );
    const skipped = await cli(["import", UNKNOWN, "--skip-unreadable", ...NEW_FLEET]);
    expect(unbroken(skipped.stderr)).toContain("2 containers found, 1 used, 1 unreadable");
    const byRequests = await cli(["import", UNKNOWN, "--option", "basis=requests", ...NEW_FLEET]);
    expect(parse(byRequests.stdout).tenants[0].workloads).toHaveLength(2);
  });

  it("are planned in one step", async () => {
    const { code, stdout } = await cli(["compare", KRR]);
    expect(code).toBe(0);
    expect(unbroken(stdout)).toContain("Sizes are recommendations of krr, not requests.");
  });
});
