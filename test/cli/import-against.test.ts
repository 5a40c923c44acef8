import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { parse } from "yaml";
import { fileOf, folder, root } from "../support/command-line.ts";
import { cli } from "../support/process.ts";

const NEW_FLEET = ["--as-of", "2026-11-23", "--release", "nkp-2.17.1", "--currency", "EUR"];
const HEADS = "VM,Powerstate,Template,CPUs,Memory,Total disk capacity MiB,Folder\n";
const unbroken = (text: string) => text.replaceAll(/\s+/g, " ");

/** A fleet imported from such rows, with what is added to its text. */
async function fleetOf(name: string, rows: string, change: (text: string) => string = (text) => text): Promise<string> {
  const { stdout, code, stderr } = await cli([
    ...["import", fileOf(`${name}.csv`, HEADS + rows), "--tenant-by", "Folder", ...NEW_FLEET],
  ]);
  expect(code, stderr).toBe(0);
  return fileOf(`${name}.yaml`, change(stdout));
}

const against = (rows: string, fleet: string, ...more: readonly string[]) =>
  cli(["import", fileOf("now.csv", HEADS + rows), "--tenant-by", "Folder", "--against", fleet, ...more]);

describe("import --against", () => {
  it("says who is new, who is gone and whose size changed, in sum and each, in 80 columns", async () => {
    const fleet = await fleetOf(
      "may",
      "web-1,poweredOn,False,4,16384,102400,orchid\nold-1,poweredOn,False,2,8192,0,kite\nx-1,poweredOn,False,1,1024,0,same\n",
    );
    const { code, stdout, stderr } = await against(
      "web-1,poweredOn,False,4,16384,102400,orchid\nweb-2,poweredOn,False,6,8192,0,orchid\nx-1,poweredOn,False,1,1024,0,same\nl-1,poweredOn,False,2,2048,512,lark\n",
      fleet,
    );
    expect(code).toBe(0);
    expect(unbroken(stderr)).toContain("4 VMs found, 4 used.");
    const said = unbroken(stdout);
    expect(said).toContain(`What changed since ${fleet}: tenants 1 changed, 1 new, 1 gone; 1 is as before.`);
    // Before 4 + 2 + 1 vCPU, 16 + 8 + 1 GiB; now 4 + 6 + 1 + 2 vCPU, 16 + 8 + 1 + 2 GiB, 100 GiB + 512 MiB of disks.
    expect(said).toContain("Before 3 7 vCPU 25 GiB 100 GiB");
    expect(said).toContain("Now 4 13 vCPU 27 GiB 100.5 GiB");
    expect(said).toContain("Difference +1 +6 vCPU +2 GiB +512 MiB");
    expect(said).toContain(
      "Changed orchid: 1 pod → 2 pods, 4 vCPU → 10 vCPU, memory 16 GiB → 24 GiB, largest pod 4 vCPU, 16 GiB → 6 vCPU, 16 GiB",
    );
    expect(said).toContain("New lark: 1 pod, 2 vCPU, memory 2 GiB, storage 512 MiB; from now.csv, row 5, read on");
    expect(said).toContain("Gone kite: 1 pod, 2 vCPU, memory 8 GiB; from may.csv, row 3, read on");
    expect(Math.max(...stdout.split("\n").map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(stdout).not.toContain("apiVersion");
  });

  it("names workloads with their replicas and requests", async () => {
    const objects = (replicas: number, name: string, cpu: string) =>
      JSON.stringify({
        ...{ apiVersion: "apps/v1", kind: "Deployment", metadata: { name, namespace: "kite" } },
        spec: {
          replicas,
          template: { spec: { containers: [{ name: "a", resources: { requests: { cpu, memory: "1Gi" } } }] } },
        },
      });
    const list = (...all: readonly string[]) => `{"apiVersion":"v1","kind":"List","items":[${all.join()}]}`;
    const first = fileOf("objects.json", list(objects(3, "web", "500m"), objects(1, "old", "1")));
    const { stdout } = await cli(["import", first, ...NEW_FLEET]);
    const fleet = fileOf("objects.yaml", stdout);
    fileOf("objects.json", list(objects(4, "web", "750m"), objects(2, "new", "250m")));
    const { stdout: changes } = await cli(["import", first, "--against", fleet]);
    // 3 × 0.5 + 1 = 2.5 vCPU, 4 GiB; 4 × 0.75 + 2 × 0.25 = 3.5 vCPU, 6 GiB.
    expect(unbroken(changes)).toContain(
      "objects: 4 pods → 6 pods, 2.5 vCPU → 3.5 vCPU, memory 4 GiB → 6 GiB · web: 3 → 4 replicas, each 0.5 vCPU, 1 GiB → 0.75 vCPU, 1 GiB · old is gone: 1 × 1 vCPU, 1 GiB · new is new: 2 × 0.25 vCPU, 1 GiB",
    );
  });

  it("is nothing where only what you wrote yourself differs, and knows a tenant by its name", async () => {
    const rows = "web-1,poweredOn,False,4,16384,102400,orchid\n";
    const fleet = await fleetOf("priced", rows, (text) =>
      text.replace(
        "  - id: orchid\n",
        '  - id: ours\n    price: { monthly: "900.00" }\n    growthPercentPerYear: 20\n',
      ),
    );
    const { stdout } = await against(rows, fleet);
    const said = unbroken(stdout);
    expect(said).toContain(`Nothing changed since ${fleet}: 1 tenant as before.`);
    expect(said).toContain("Taken as the same, though their ids differ ours of the fleet and orchid of the files:");
    expect(said).toContain("both are called orchid");
    expect(said).not.toContain("In sum");
  });

  it("does not take those for gone who are not of these files, and says so", async () => {
    const fleet = await fleetOf(
      "sites",
      "web-1,poweredOn,False,4,16384,0,orchid\n",
      (text) =>
        `${text}  - id: by-hand\n    preset: S\n  - id: site-b\n    preset: S\n    origin: { file: "b\\u001b.csv", row: 2, reader: vm-inventory }\n`,
    );
    const { stdout } = await against("web-1,poweredOn,False,4,16384,0,orchid\n", fleet);
    const said = unbroken(stdout);
    expect(said).toContain("1 tenant as before.");
    expect(said).toContain(
      String.raw`Not in the files, and so not compared site-b: from b\u001b.csv, row 2, read as vm-inventory by-hand: the fleet does not say where from`,
    );
  });

  it("says where sizes are read in another way, and so are of another size", async () => {
    const rows = "web-1,poweredOn,False,4,16384,0,orchid\nl-1,poweredOn,False,2,2048,0,lark\n";
    const fleet = await fleetOf("halved", rows);
    const { stdout } = await against(rows, fleet, "--option", "cpu-factor=0.5");
    const said = unbroken(stdout);
    // (4 + 2) ÷ 2 = 3 vCPU.
    expect(said).toContain("Difference 0 −3 vCPU 0 GiB 0 GiB");
    expect(said).toContain(
      "Their sizes rest on something else now orchid, lark: vm-inventory, size of VMs that are on → vm-inventory, size of VMs that are on, vCPU × 0.5",
    );
  });

  it("compares totals with workloads by their sums, and says that they are divided now", async () => {
    const fleet = await fleetOf("totals", "web-1,poweredOn,False,4,16384,0,orchid\n");
    const pod = {
      metadata: { name: "web", namespace: "orchid" },
      spec: { containers: [{ name: "a", resources: { requests: { cpu: 4, memory: "16Gi" } } }] },
    };
    const objects = fileOf("pod.json", JSON.stringify({ apiVersion: "v1", kind: "Pod", ...pod }));
    const { stdout } = await cli(["import", objects, "--tenant-by", "namespace", "--against", fleet]);
    expect(unbroken(stdout)).toContain("Changed orchid: totals → 1 workload");
    expect(unbroken(stdout)).toContain("Difference 0 0 vCPU 0 GiB 0 GiB");
  });

  it("says how much it could not read", async () => {
    const fleet = await fleetOf("whole", "web-1,poweredOn,False,4,16384,0,orchid\n");
    const rows = "web-1,poweredOn,False,4,16384,0,orchid\nweb-2,poweredOn,False,,16384,0,orchid\n";
    expect(await against(rows, fleet)).toMatchObject({ code: 2, stdout: "" });
    const { stdout } = await against(rows, fleet, "--skip-unreadable");
    expect(unbroken(stdout)).toContain("1 entry could not be read: what it asks for is missing here.");
    expect(unbroken(stdout)).not.toContain("Who is gone");
    const other = "web-1,poweredOn,False,,16384,0,orchid\nl-1,poweredOn,False,1,1024,0,lark\n";
    const two = await fleetOf("two", other.replace("False,,", "False,4,"));
    const gone = await against(other, two, "--skip-unreadable");
    expect(unbroken(gone.stdout)).toContain("Who is gone may be among what could not be read.");
    const none = await against("web-1,poweredOn,False,,16384,0,orchid\n", fleet, "--skip-unreadable");
    expect(unbroken(none.stdout)).toContain(`Nothing of ${fleet} can be compared: the files give no tenant of it.`);
  });

  it("writes the fleet to a file alone: a new one like the old, or one that they join", async () => {
    const fleet = await fleetOf("old", "web-1,poweredOn,False,4,16384,0,orchid\n");
    const rows = "l-1,poweredOn,False,2,2048,512,lark\n";
    const [fresh, joined] = [`${folder}/fresh.yaml`, `${folder}/joined.yaml`];
    const first = await against(rows, fleet, "--out", fresh, "--currency", "USD");
    expect(first.stdout).toContain("What changed since");
    expect(parse(readFileSync(fresh, "utf8"))).toMatchObject({
      ...{ asOf: "2026-11-23", release: "nkp-2.17.1", currency: "USD" },
      tenants: [{ id: "lark", origin: { file: "now.csv", row: 2 } }],
    });
    const second = await against(rows, fleet, "--into", fleet, "--out", joined);
    expect(unbroken(second.stdout)).toContain("0 changed, 1 new, 0 gone");
    expect(parse(readFileSync(joined, "utf8")).tenants.map(({ id }: { id: string }) => id)).toEqual(["orchid", "lark"]);
    for (const more of [
      ["--into", fleet],
      ["--out", "-"],
      ["--into", fleet, "--out", "-"],
    ]) {
      const { code, stdout, stderr } = await against(rows, fleet, ...more);
      expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
      expect(unbroken(stderr)).toContain("add --out FILE");
    }
    expect(existsSync(`${folder}/-`)).toBe(false);
  });

  it.each([
    ["no fleet at all", "tenant,preset\nA,S\n", "FLEET_CSV"],
    ["a fleet with a mistake", "apiVersion: nkp-planner/v1\nkind: Fleet\nasOf: 2026-11-23\n", "release"],
  ])("refuses %s", async (_what, text, words) => {
    const name = words === "FLEET_CSV" ? "table.csv" : "broken.yaml";
    const { code, stdout, stderr } = await against("a,poweredOn,False,1,1024,0,b\n", fileOf(name, text));
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(words === "FLEET_CSV" ? "table.csv" : words);
    expect(stderr).not.toMatch(/^\s+at .*:\d+:\d+/m);
  });
});

describe("its page", () => {
  const page = readFileSync(join(root, "docs/from-an-inventory.md"), "utf8");
  const blocksOf = (language: string) =>
    [...page.matchAll(new RegExp(`^\`\`\`${language}\\b[^\\n]*\\n([\\s\\S]*?)^\`\`\`$`, "gm"))].map(
      ([, text]) => text ?? "",
    );
  afterEach(() => {
    vi.useRealTimers();
  });

  it("says what is so of its lists of May and June", async () => {
    const [may = "", june = ""] = blocksOf("csv");
    vi.useFakeTimers({ toFake: ["Date"], now: new Date(2026, 4, 29) });
    const list = fileOf("may.csv", may);
    const { stdout: fleet } = await cli(["import", list, "--tenant-by", "Folder", ...NEW_FLEET]);
    expect(parse(fleet).tenants[1].origin).toEqual(
      parse(blocksOf("yaml").find((text) => text.startsWith("origin:")) ?? "").origin,
    );
    vi.setSystemTime(new Date(2026, 5, 30));
    const path = fileOf("fleet.yaml", fleet);
    const changes = await cli(["import", fileOf("june.csv", june), "--tenant-by", "Folder", "--against", path]);
    // Before 4 + 2 + 1 + 2 vCPU; now 6 + 4 + 2 + 2: the path alone is another here.
    expect(unbroken(changes.stdout.replace(path, "fleet.yaml"))).toBe(unbroken(blocksOf("text")[0] ?? ""));
  });
});
