import { kubernetesObjects, type LargeFile, vmInventory } from "@nkp-planner/adapters";
import { readXlsx, writeXlsx } from "hucre";
import { figureText, printPart, tableText, timeText } from "./report.ts";
import { processorMs, progress } from "./timing.ts";

const POD_COUNT = 100_000;
const QUICK_POD_COUNT = 10_000;
const VM_COUNT = 20_000;
const QUICK_VM_COUNT = 2000;
const CHUNK_BYTES = 65_536;
const BYTES_PER_MB = 2 ** 20;

/** How long files of others take to become tenants, beside what only opens them. */
export async function measureReading(isQuick: boolean): Promise<void> {
  const podCount = isQuick ? QUICK_POD_COUNT : POD_COUNT;
  const vmCount = isQuick ? QUICK_VM_COUNT : VM_COUNT;
  const bytes = listOfPods(podCount);
  progress(`a list of ${podCount} pods`);
  const pieces = await timedLater(async () => {
    const { report } = await kubernetesObjects.readTogether([inPieces(bytes)], {
      options: { "tenant-by": "namespace" },
    });
    if (report.usedCount !== podCount) throw new Error(`${report.usedCount} of ${podCount} pods`);
  });
  const parsed = await timedLater(async () => {
    JSON.parse(new TextDecoder().decode(bytes));
  });
  progress(`a workbook of ${vmCount} VMs`);
  const workbook = await workbookOf(vmCount);
  const read = await timedLater(async () => {
    const { report } = await vmInventory.read(
      { name: "vms.xlsx", bytes: workbook },
      { options: { "tenant-by": "Folder" } },
    );
    if (report.usedCount !== vmCount) throw new Error(`${report.usedCount} of ${vmCount} VMs`);
  });
  const opened = await timedLater(async () => {
    await readXlsx(workbook);
  });
  const sized = (what: string, size: number) => `${what}, ${figureText(size / BYTES_PER_MB)} MB`;
  printPart(
    "13  Files of others",
    [
      "Pods: a list of kubectl in pieces of 64 KiB, to tenants by namespace; beside it JSON.parse of the same bytes, held as",
      "a whole. VMs: a workbook of RVTools to tenants by folder; beside it the library that opens it, which makes none.",
    ],
    tableText(
      ["", "ours", "opened only", "ratio"],
      [
        [sized(`${podCount} pods`, bytes.length), timeText(pieces), timeText(parsed), figureText(pieces / parsed)],
        [sized(`${vmCount} VMs`, workbook.length), timeText(read), timeText(opened), figureText(read / opened)],
      ],
    ),
  );
}

async function timedLater(work: () => Promise<void>): Promise<number> {
  const start = processorMs();
  await work();
  return processorMs() - start;
}

function inPieces(bytes: Uint8Array): LargeFile {
  return {
    name: "pods.json",
    head: bytes.subarray(0, CHUNK_BYTES),
    async *chunks() {
      for (let at = 0; at < bytes.length; at += CHUNK_BYTES) yield bytes.subarray(at, at + CHUNK_BYTES);
    },
  };
}

/** As kubectl writes them, seven pods a ReplicaSet, in forty namespaces. */
function listOfPods(count: number): Uint8Array {
  const pods = Array.from({ length: count }, (_, index) => {
    const app = `app-${Math.floor(index / 7) % 900}`;
    const namespace = `tenant-${index % 40}`;
    return JSON.stringify(
      {
        apiVersion: "v1",
        kind: "Pod",
        metadata: {
          ...{ name: `${app}-5d9c7b8f6-${index}`, namespace, uid: `u-${index}` },
          labels: { app, "pod-template-hash": "5d9c7b8f6" },
          ownerReferences: [
            {
              apiVersion: "apps/v1",
              kind: "ReplicaSet",
              name: `${app}-5d9c7b8f6`,
              uid: `r-${app}-${namespace}`,
              controller: true,
            },
          ],
        },
        spec: {
          nodeName: `node-${index % 300}`,
          containers: [
            { name: "c", env: [{ name: "A", value: "b" }], resources: { requests: { cpu: "250m", memory: "256Mi" } } },
          ],
        },
        status: { phase: "Running", hostIP: "192.0.2.1" },
      },
      null,
      1,
    );
  });
  return new TextEncoder().encode(`{"apiVersion":"v1","kind":"List","items":[\n${pods.join(",\n")}\n]}`);
}

async function workbookOf(count: number): Promise<Uint8Array> {
  const heads = ["VM", "Powerstate", "Template", "CPUs", "Memory", "Total disk capacity MiB", "Folder"];
  const rows = Array.from({ length: count }, (_, index) => {
    const size = 2 ** (index % 4);
    return [`vm-${index}`, "poweredOn", "False", size, size * 4096, 102_400, `tenant ${index % 40}`];
  });
  return writeXlsx({ sheets: [{ name: "vInfo", rows: [heads, ...rows] }] });
}
