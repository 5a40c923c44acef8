import { readers, recognise, recogniseFor } from "@nkp-planner/adapters";
import { problemOf } from "@nkp-planner/core";
import { describe, expect, it } from "vitest";
import { fileOf } from "./support/read.ts";

/** Files that people have, and that say no sizes: each is refused by its name. */

const refused = (text: string, name: string) => {
  const found = recognise(fileOf(text, name), readers);
  if (found.reader !== null) throw new Error(`${found.reader.id} takes it`);
  const { found: what, fix } = problemOf(found.finding);
  return { what, fix, isKnown: found.isKnown };
};

describe("a format that says no sizes is refused by its name", () => {
  it.each([
    [
      "a bill",
      "AvailabilityZone,BilledCost,BillingAccountId,ChargeCategory\nNULL,0.1,1,Usage\nGB,2,tenant,pods\n",
      "bill.csv",
      /FOCUS/,
    ],
    [
      "an estimate",
      '{ "version": "0.2", "metadata": { "infracostCommand": "breakdown" }, "projects": [] }',
      "b.json",
      /Infracost/,
    ],
    ["findings", '{ "version": "2.1.0", "runs": [{ "tool": { "driver": { "name": "x" } } }] }', "a.sarif", /SARIF/],
    ["tests", '<?xml version="1.0"?>\n<testsuites name="a"><testsuite/></testsuites>', "junit.xml", /JUnit/],
    [
      "metrics",
      '# HELP up Whether it is up.\n# TYPE up gauge\nup{job="a"} 1 1592829361218\n',
      "metrics",
      /Prometheus scrapes/,
    ],
    ["a plan", '{"format_version":"1.0","terraform_version":"1.9.0","planned_values":{}}', "plan.json", /Terraform/],
    ["a chart", "apiVersion: v2\nname: shop\nversion: 1.0.0\n", "shop/Chart.yaml", /Helm chart, which is not rendered/],
    ["a kustomization", "resources:\n  - web.yaml\n", "kustomization.yaml", /kustomization, which is not rendered/],
    ["a print", "%PDF-1.7\n%âãÏÓ\n", "sizes.pdf", /PDF/],
  ])("%s", (_what, text, name, words) => {
    const { what, fix, isKnown } = refused(text, name);
    expect(what).toMatch(words);
    expect(fix).toMatch(/^give /);
    expect(isKnown).toBe(true);
  });

  it("none of them is taken for the examples of readers, nor for a file without a name", () => {
    for (const reader of readers) {
      expect(recognise(fileOf(reader.example.text, reader.example.name), readers)).toEqual({ reader });
    }
    expect(refused("hello", "notes.md").isKnown).toBe(false);
  });
});

describe("what two readers may be for", () => {
  const nkpCluster = `apiVersion: clusters.nkp.nutanix.com/v1alpha1
kind: NKPCluster
metadata: { name: orchid, namespace: default }
spec:
  version: 2.18.0
  capiCluster:
    topology:
      controlPlane: { replicas: 3 }
      workers: { machineDeployments: [{ class: default-worker, name: md-0, replicas: 4 }] }
`;
  const both = `apiVersion: cluster.x-k8s.io/v1beta2
kind: MachineDeployment
metadata: { name: md, namespace: n }
spec: { clusterName: a, replicas: 1 }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { replicas: 1 }
`;

  it("is for the one that gives what is wanted", () => {
    const file = fileOf(nkpCluster, "cluster.yaml");
    expect(recogniseFor(file, readers, ["tenants", "fleet"]).reader?.id).toBe("cluster-shapes");
    expect(recogniseFor(file, readers, ["calendar"]).reader?.id).toBe("nkp-objects");
    expect(recogniseFor(fileOf("kind: PriceBook\n", "p.yaml"), readers, ["tenants"]).reader?.id).toBe(
      "price-book-yaml",
    );
  });

  it("and where both give it, is asked about by their names", () => {
    const found = recogniseFor(fileOf(both, "all.yaml"), readers, ["tenants", "fleet"]);
    if (found.reader !== null) throw new Error(`${found.reader.id} takes it`);
    expect(found.isAmbiguous).toBe(true);
    expect(problemOf(found.finding).found).toBe("a file that may be kubernetes-objects or cluster-shapes");
  });
});
