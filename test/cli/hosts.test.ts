import { PlanDocument } from "@nkp-planner/core";
import { describe, expect, it } from "vitest";
import { widthOf } from "../../packages/cli/src/human/layout.ts";
import { cliOnce, FEW, fewText, fileOf } from "../support/command-line.ts";

const HEAD = "What lies on each host";
const HYBRID = [FEW, "--model", "hybrid"];

/** What `--hosts` adds to a plan. */
async function hostsOf(...args: readonly string[]): Promise<string> {
  const { stdout } = await cliOnce(["plan", ...args, "--hosts"]);
  return stdout.slice(stdout.indexOf(HEAD));
}

describe("plan --hosts", () => {
  it("lists after the plan what lies on each host, and where it starts again", async () => {
    const listed = await hostsOf(...HYBRID);
    await expect(listed).toMatchFileSnapshot("../golden/plan-hosts.txt");
    const { stdout } = await cliOnce(["plan", ...HYBRID]);
    expect(stdout).not.toContain(HEAD);
    expect((await cliOnce(["plan", ...HYBRID, "--hosts"])).stdout).toBe(`${stdout}\n${listed}`);
  });

  it.each([[[]], [["--set", "host-spare=n-plus-0"]], [["--set", "host-spare=n-plus-2"]]])(
    "fits 80 columns with %j",
    async (more) => {
      const listed = await hostsOf(...HYBRID, ...more);
      expect(listed.split("\n").filter((line) => widthOf(line) > 80)).toEqual([]);
    },
  );

  it("says which VMs stay down where no host is spare", async () => {
    const listed = await hostsOf(...HYBRID, "--set", "host-spare=n-plus-0");
    expect(listed).toMatch(/No host is spare: when one fails, up to \d+ VMs stay\s+down/);
    expect(listed).toContain("none: down");
  });

  it("is in JSON with every VM of the plan once, hosts that carry the same on one line", async () => {
    const { stdout } = await cliOnce(["plan", ...HYBRID, "--format", "json"]);
    const { clusters, infrastructure, hosts } = PlanDocument.parse(JSON.parse(stdout)).plan;
    const counts = new Map<string, number>();
    for (const { hostCount, vms } of hosts.rows)
      for (const { clusterName, role, isUpgradeRoom, vmCount } of vms)
        if (!isUpgradeRoom)
          counts.set(`${clusterName} ${role}`, (counts.get(`${clusterName} ${role}`) ?? 0) + hostCount * vmCount);
    const pools = clusters.flatMap(({ name, pools }) =>
      pools.map(({ role, nodeCount }) => [`${name} ${role}`, nodeCount] as const),
    );
    expect([...counts].sort()).toEqual(
      [...pools, ["prism-central prism-central", infrastructure.prismCentral?.vmCount] as const]
        .filter(([, count]) => count !== 0)
        .sort(),
    );
    expect(hosts.rows.reduce((sum, { hostCount }) => sum + hostCount, 0)).toBe(infrastructure.hostCount);
  });

  it("says that nothing is placed where the fleet does not run as asked", async () => {
    const large = fileOf("large-pod.yaml", fewText.replace('cpu: "2"', 'cpu: "2000"'));
    const listed = await hostsOf(large, "--allow", "infeasible");
    expect(listed).toMatch(/VMs are not placed, as the fleet does not run\s+as asked/);
    expect(listed).not.toContain("Host lost");
  });
});
