import { PlanDocument } from "@nkp-planner/core";
import { describe, expect, it } from "vitest";
import { fileOf, fleetText } from "../support/command-line.ts";
import { cli } from "../support/process.ts";

describe("a fleet of presets and applications", () => {
  const small = (tenant: string) =>
    fileOf("presets.yaml", `${fleetText.slice(0, fleetText.indexOf("  - id: orchid"))}  - id: fern\n${tenant}`);
  const planOf = (text: string) => PlanDocument.parse(JSON.parse(text)).plan;
  const findingsOf = async (tenant: string) =>
    planOf((await cli(["plan", small(tenant), "--format", "json"])).stdout).findings;

  it("is planned as if its pods were written out", async () => {
    const named = small("    preset: S\n    applications: [{ application: ghost, count: 2 }]\n");
    const { code, stdout } = await cli(["plan", named, "--format", "json"]);
    expect(code).toBe(0);
    const pods = (name: string, replicas: number, cpu: string, memory: string, storage: string) =>
      `      - { name: ${name}, replicas: ${replicas}, requests: { cpu: ${cpu}, memory: ${memory} }, storagePerReplica: ${storage} }\n`;
    const written = small(
      `    workloads:\n${[
        pods("wordpress", 1, "250m", "256Mi", "10Gi"),
        pods("mariadb", 1, "250m", "256Mi", "8Gi"),
        pods("redis", 1, "100m", "128Mi", "8Gi"),
        pods("ingress", 1, "100m", "90Mi", '"0"'),
        pods("ghost", 2, "250m", "256Mi", "8Gi"),
        pods("mysql", 2, "500m", "512Mi", "8Gi"),
      ].join("")}`,
    );
    const { totals } = planOf((await cli(["plan", written, "--format", "json"])).stdout);
    expect(planOf(stdout).totals).toEqual(totals);
  });

  it("says which pods have unknown requests, and of whom", async () => {
    const findings = await findingsOf(
      "    name: Fern\n    applications: [{ application: minio }, { application: vault }]\n",
    );
    expect(findings.find(({ code }) => code === "requests-not-stated")?.statement).toBe(
      "Fern runs pods whose requests no source states; they count as 0, so the tenant needs more than is planned: minio/minio (CPU), vault/server (CPU, memory), vault/injector (CPU, memory).",
    );
    expect(findings.find(({ code }) => code === "named-sizes")?.statement).toContain("Fern (minio, vault)");
    const { stdout } = await cli(["compare", small("    applications: [{ application: vault }]\n")]);
    expect(stdout.replaceAll(/\s+/g, " ")).toContain("vault/server (CPU, memory)");
    expect((await findingsOf("    preset: XL\n")).filter(({ code }) => code === "requests-not-stated")).toEqual([]);
  });

  it("points at names that the catalog has not", async () => {
    const { code, stderr } = await cli([
      "compare",
      small("    preset: m\n    applications: [{ application: wordpres }]\n"),
    ]);
    expect(code).toBe(2);
    expect(stderr).toContain('presets.yaml:14:13  tenants[0].preset\n  found "m"');
    expect(stderr).toContain('did you mean "M"?');
    expect(stderr).toContain('presets.yaml:15:35  tenants[0].applications[0].application\n  found "wordpres"');
    expect(stderr).toContain('did you mean "wordpress"?');
  });
});
