import { describe, expect, it } from "vitest";
import { fileOf } from "../support/command-line.ts";
import { cli } from "../support/process.ts";

const giants = (name: string, workloads: string) =>
  fileOf(
    `${name}.yaml`,
    `apiVersion: nkp-planner/v1
kind: Fleet
asOf: 2026-11-23
release: nkp-2.17.1
currency: EUR
tenants:
  - id: giant
    upgradeCadence: fleet
    workloads:
${workloads}
`,
  );

const MILLION = giants(
  "million",
  `      - { name: apart, replicas: 1000000, requests: { cpu: 100m, memory: 256Mi }, antiAffinity: hostname }
      - { name: any, replicas: 1000000, requests: { cpu: 100m, memory: 256Mi } }`,
);
const VOLUMES = giants(
  "volumes",
  "      - { name: db, kind: StatefulSet, replicas: 1000, requests: { cpu: 100m, memory: 256Mi }, storagePerReplica: 1Pi }",
);
const CROWD = giants("crowd", "      - { name: web, replicas: 12000, requests: { cpu: 100m, memory: 256Mi } }");
/** So that a cluster may have more workers than the planner tries one after the other. */
const LARGE = ["--set", "pod-network-prefix=12", "--set", "workload-node-shape=8x32x80"];

const flat = (text: string) => text.replaceAll(/\s+/g, " ");

describe("a giant that is accepted ends", () => {
  it.each(["sizes", "breakeven"])("in %s, with the tenant, the workload and the limit by name", async (command) => {
    const { code, stderr } = await cli([command, MILLION, "--up-to", "10"]);
    expect(code).toBe(3);
    expect(flat(stderr)).toContain("tenant-giant needs more than the 252 workers that a cluster may have; a");
  });

  it("with volumes for which a fleet of hosts stands without any VM", async () => {
    const { code, stderr } = await cli(["sizes", VOLUMES, "--up-to", "10"]);
    expect({ code, isTooMany: flat(stderr).includes("No Prism Central is large enough") }).toEqual({
      code: 3,
      isTooMany: true,
    });
  });

  it("with a number of workers that is proven where too many would have to be tried, and says so", async () => {
    const { code, stdout } = await cli(["plan", CROWD, "--model", "starter-self-managed", ...LARGE]);
    expect(code).toBe(0);
    expect(flat(stdout)).toMatch(
      /tenant-giant has so many pods that not every number of workers was tried: (\d+) workers are proven by arithmetic to take them, and fewer may do/,
    );
  });
});

it("ends at its limit while one cluster is counted", async () => {
  let lookCount = 0;
  const clock = () => {
    lookCount += 1;
    return lookCount < 12 ? 0 : 99;
  };
  const args = ["plan", CROWD, "--model", "starter-self-managed", ...LARGE, "--limit-seconds", "10"];
  const { code, stderr } = await cli(args, { clock });
  expect(code).toBe(3);
  expect(flat(stderr)).toContain("It was at Starter per tenant, cluster 1 of 2, tenant-giant");
});
