import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { parse } from "yaml";
import { fileOf } from "../support/command-line.ts";
import { cli } from "../support/process.ts";

const NEW_FLEET = ["--as-of", "2026-11-23", "--release", "nkp-2.17.1", "--currency", "EUR"];
const VMS = `"VM","Powerstate","Template","CPUs","Memory","Total disk capacity MiB","Folder"
"web-1","poweredOn","False","4","16384","102400","orchid"
"old-1","poweredOff","False","8","32768","51200","kite"
"db-1","poweredOn","False","2","8192","204800","kite"
`;
const INVENTORY = fileOf("rvtools.csv", VMS);
const READ = { file: "rvtools.csv", date: "2026-11-29", reader: "vm-inventory", basis: "size of VMs that are on" };

const unbroken = (text: string) => text.replaceAll(/\s+/g, " ");
const originsOf = (yaml: string) => parse(yaml).tenants.map(({ origin }: { origin: unknown }) => origin);

describe("where a tenant comes from", () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ["Date"], now: new Date(2026, 10, 29, 23, 30) });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("is kept by the fleet: file without folder, row of its first entry, day, reader, basis", async () => {
    const { code, stdout } = await cli(["import", INVENTORY, "--tenant-by", "Folder", ...NEW_FLEET]);
    expect(code).toBe(0);
    // The heads are row 1; kite's first VM is off, and is its own nevertheless: its disks count.
    expect(originsOf(stdout)).toEqual([
      { ...READ, row: 2 },
      { ...READ, row: 3 },
    ]);
  });

  it("says by which factors, and of which of several files", async () => {
    const second = fileOf("second.csv", VMS.replaceAll("orchid", "lark").replaceAll("kite", "orchid"));
    const { stdout } = await cli([
      ...["import", INVENTORY, second, "--tenant-by", "Folder", "--option", "cpu-factor=0.5", ...NEW_FLEET],
    ]);
    const basis = "size of VMs that are on, vCPU × 0.5";
    expect(originsOf(stdout)).toEqual([
      { ...READ, row: 2, basis },
      { ...READ, row: 3, basis },
      { ...READ, row: 2, basis, file: "second.csv" },
    ]);
  });

  it.each([
    ["a table, which has no basis", "tenants.csv", "tenant,preset\n\nOrchid,S\n", { row: 3, reader: "tenants-csv" }],
    [
      "objects of a cluster",
      "web.yaml",
      "apiVersion: v1\nkind: Pod\nmetadata: { name: web }\nspec: { containers: [{ name: a, resources: { requests: { cpu: 1, memory: 1Gi } } }] }\n",
      { row: 1, reader: "kubernetes-objects", basis: "requests of pods" },
    ],
    [
      "recommendations",
      "krr.json",
      JSON.stringify({
        scans: [
          {
            object: { namespace: "kite", name: "web", kind: "Deployment", container: "web", pods: [{ name: "web-1" }] },
            recommended: { requests: { cpu: { value: 0.1 }, memory: { value: 268435456 } } },
          },
        ],
      }),
      { row: 1, reader: "right-sizing", basis: "recommendations of krr" },
    ],
  ])("is known of %s", async (_what, name, text, origin) => {
    const { stdout, stderr } = await cli(["import", fileOf(name, text), ...NEW_FLEET]);
    expect(originsOf(stdout), stderr).toEqual([{ file: name, date: "2026-11-29", ...origin }]);
  });

  it("stays as it is where a fleet file is imported, and is written behind a fleet with its comments", async () => {
    const other = fileOf(
      "other.yaml",
      "apiVersion: nkp-planner/v1\nkind: Fleet\nasOf: 2026-11-23\nrelease: nkp-2.17.1\ncurrency: EUR\ntenants:\n  - id: lark\n    preset: S\n    origin: { file: old.csv, reader: tenants-csv }\n  - id: wren\n    preset: S\n",
    );
    const into = fileOf(
      "into.yaml",
      readFileSync(other, "utf8").replaceAll("lark", "finch # ours").replace("wren", "rook"),
    );
    const { code, stdout, stderr } = await cli(["import", other, INVENTORY, "--into", into]);
    expect(code, stderr).toBe(0);
    expect(stdout.startsWith(readFileSync(into, "utf8"))).toBe(true);
    expect(originsOf(stdout)).toEqual([
      { file: "old.csv", reader: "tenants-csv" },
      undefined,
      { file: "old.csv", reader: "tenants-csv" },
      undefined,
      { ...READ, row: 2 },
    ]);
  });

  it("is standard input where that is read, and nothing in a name hides", async () => {
    const { stdout } = await cli(["import", "-", ...NEW_FLEET], { stdin: "tenant,preset\nOrchid,S\n" });
    expect(originsOf(stdout)).toMatchObject([{ file: "standard input", row: 2 }]);
    const strange = fileOf("a\u001b[2Jb\u200b.csv", "tenant,preset\nOrchid,S\n");
    const read = await cli(["import", strange, ...NEW_FLEET]);
    expect(originsOf(read.stdout)).toMatchObject([{ file: String.raw`a\u001b[2Jb\u200b.csv` }]);
  });

  it("is what explain says of a tenant's figures, and of the workers it runs on, and moves none of them", async () => {
    const { stdout: withOrigin } = await cli(["import", INVENTORY, "--tenant-by", "Folder", ...NEW_FLEET]);
    const fleet = parse(withOrigin);
    const without = {
      ...fleet,
      tenants: fleet.tenants.map(({ origin: _, ...tenant }: object & { origin: unknown }) => tenant),
    };
    const [file, plain] = [fileOf("with.yaml", withOrigin), fileOf("without.json", JSON.stringify(without))];
    const said = "Sizes of kite: from rvtools.csv, row 3, read on 2026-11-29 as vm-inventory: size of VMs that are on";
    const explained = async (fleetPath: string, ...more: readonly string[]) =>
      unbroken((await cli(["explain", fleetPath, ...more])).stdout);
    expect(await explained(file, "tenant.kite.monthlyCost")).toContain(said);
    expect(await explained(file, "cluster.tenant-kite.workerNodeCount")).toContain(said);
    expect(await explained(file, "cluster.tenant-kite.controlPlaneNodeCount")).not.toContain("rvtools");
    expect(await explained(plain, "tenant.kite.monthlyCost")).not.toContain("Sizes of");
    const json = JSON.parse(await explained(file, "tenant.kite.monthlyCost", "--format", "json"));
    expect(json.figures[0].sizedTenants).toEqual([{ tenantId: "kite", name: "kite", origin: { ...READ, row: 3 } }]);
    const planned = async (path: string) => JSON.parse((await cli(["plan", path, "--format", "json"])).stdout).plan;
    const [plan, planWithout] = [await planned(file), await planned(plain)];
    expect(plan.tenants[1].origin).toEqual({ ...READ, row: 3 });
    const bare = plan.tenants.map(({ origin: _, ...tenant }: object & { origin: unknown }) => tenant);
    expect({ ...plan, tenants: bare }).toEqual(planWithout);
  });
});
