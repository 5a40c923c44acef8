import { kubernetesObjects, type Reader, rightSizing, vmInventory } from "@nkp-planner/adapters";
import { describe, expect, it } from "vitest";
import { fileOf } from "./support/read.ts";

/** What a reader says may tell tenants apart does so, into as many as it says. */

const deployment = (namespace: string, name: string, team: string) => ({
  apiVersion: "apps/v1",
  kind: "Deployment",
  metadata: { name, namespace, labels: { ...(team === "" ? {} : { team }), app: name } },
  spec: {
    replicas: 1,
    template: { spec: { containers: [{ name: "c", resources: { requests: { cpu: "1", memory: "1Gi" } } }] } },
  },
});
const scan = (cluster: string, namespace: string, name: string) => ({
  object: { cluster, namespace, name, kind: "Deployment", container: "c", pods: [{ name: "a", deleted: false }] },
  recommended: { requests: { cpu: { value: 0.1 }, memory: { value: 1e8 } } },
});

const CASES: readonly (readonly [string, Reader, string, string])[] = [
  [
    "workloads",
    kubernetesObjects,
    "list.json",
    JSON.stringify({
      apiVersion: "v1",
      kind: "List",
      items: [
        deployment("a", "x", "red"),
        deployment("a", "y", "red"),
        deployment("b", "z", "blue"),
        deployment("b", "w", ""),
      ],
    }),
  ],
  [
    "VMs",
    vmInventory,
    "vms.csv",
    "VM,Powerstate,Template,CPUs,Memory,Folder,Cluster,Owner\na,poweredOn,False,1,1024,f,c,o\nb,poweredOn,False,1,1024,f,c,\nc,poweredOn,False,1,1024,g,c,o\n",
  ],
  [
    "sizes",
    rightSizing,
    "krr.json",
    JSON.stringify({ scans: [scan("k", "a", "x"), scan("k", "b", "y"), scan("l", "b", "z")] }),
  ],
];

describe("what may tell tenants apart", () => {
  it.each(CASES)("of %s", async (_what, reader, name, text) => {
    const { tenantKeys, data } = await reader.read(fileOf(text, name));
    expect(data).toHaveLength(1);
    expect(tenantKeys.length).toBeGreaterThan(0);
    for (const { key, tenantCount } of tenantKeys) {
      const apart = await reader.read(fileOf(text, name), { options: { "tenant-by": key } });
      expect([key, (apart.data as unknown[]).length]).toEqual([key, tenantCount]);
    }
  });

  it("is no column that all have alike, none that tells VMs apart, and no label of copies", async () => {
    const keysOf = async ([, reader, name, text]: (typeof CASES)[number]) =>
      (await reader.read(fileOf(text, name))).tenantKeys.map(({ key }) => key);
    const [workloads, vms, sizes] = await Promise.all(CASES.map(keysOf));
    // `app` has a value of its own for each of the four; who has no `team` is one tenant more.
    expect(workloads).toEqual(["namespace", "label:team"]);
    expect(vms).toEqual(["Folder", "Owner"]);
    expect(sizes).toEqual(["namespace", "cluster"]);
  });
});
