import { describe, expect, it } from "vitest";
import { FEW, fileOf, PRICES } from "../support/command-line.ts";
import { cli } from "../support/process.ts";

const TABLE = fileOf("quoted.csv", "tenant,pods,vcpu,memory,price\nAegir,4,2,8,100\nLast,4,2,8,200\n");
const ASSUMED = 'The column "memory" names no unit: its numbers without one are read as GiB.';
const LIST = fileOf(
  "vcpu-list.yaml",
  `apiVersion: nkp-planner/v1
kind: PriceList
id: own
title: Own list
currency: EUR
validFrom: 2026-01-01
illustrative: false
items:
  - { sku: V, name: vCPU, per: requested-vcpu, unitPrice: "85.00" }
`,
);
const WORKING = fileOf(
  "agents-and-jobs.yaml",
  `apiVersion: nkp-planner/v1
kind: Fleet
asOf: 2026-11-23
release: nkp-2.17.1
currency: EUR
tenants:
  - id: acme
    workloads:
      - { name: web, replicas: 2, requests: { cpu: 500m, memory: 1Gi } }
      - { name: scan, kind: DaemonSet, requests: { cpu: 100m, memory: 128Mi } }
      - { name: sums, kind: Job, requests: { cpu: 500m, memory: 1Gi } }
  - id: plain
    workloads:
      - { name: web, replicas: 2, requests: { cpu: 500m, memory: 1Gi } }
`,
);

/** Text with its lines run together, the messages of the JSON, and the lines of the CSV. */
async function formsOf(...args: readonly string[]) {
  const [text, json, csv] = await Promise.all(
    ["human", "json", "quote-csv"].map((format) => cli(["quote", ...args, "--format", format])),
  );
  const findings: readonly { code: string; text: string }[] = JSON.parse(json?.stdout ?? "").findings;
  const [head = "", ...lines] = (csv?.stdout ?? "").trim().split("\r\n");
  return { text: text?.stdout.replaceAll(/\s+/g, " ") ?? "", json: json?.stdout ?? "", findings, head, lines };
}

describe("what must be known of a quote", () => {
  it("is in every form of it: how a table was read", async () => {
    const { text, json, findings, head, lines } = await formsOf(TABLE);
    expect(text).toContain(ASSUMED);
    expect(findings.map(({ code }) => code)).toEqual(["left-out", "table-as-fleet"]);
    expect(json).toContain("names no unit");
    expect(head).toMatch(/,group,notes$/);
    expect(lines).toHaveLength(2);
    for (const line of lines) expect(line.replaceAll('""', '"')).toContain(ASSUMED);
    expect(json).not.toContain("quoted.csv");
  });

  it("is in every form of it: what is charged by the node, or as if it ran all the time, to whom it concerns", async () => {
    const { text, findings, lines } = await formsOf(WORKING, "--price-list", LIST, "--prices", PRICES);
    const said = ["DaemonSets are charged once for each node", "Jobs are charged as pods that run all the time."];
    for (const sentence of said) {
      expect(text).toContain(sentence);
      expect(lines.map((line) => line.includes(sentence))).toEqual([true, false]);
    }
    expect(findings.map(({ code }) => code)).toEqual(["quoted-by-node", "quoted-as-always-running"]);
  });

  it("names no other tenant, which is said beside", async () => {
    const same = fileOf("same-names.csv", "tenant,id,pods,vcpu,memory GiB,price\nSame,a,4,2,8,100\nSame,b,4,2,8,200\n");
    const { code, stdout, stderr } = await cli(["quote", same]);
    expect(code).toBe(0);
    expect(stdout).not.toContain("is the name of several");
    expect(stderr).toContain("Same is the name of several tenants: a, b.");
    expect((await cli(["quote", FEW, "--tenant", "basalt", "--format", "json"])).stdout).not.toContain("clinic");
  });
});
