import { type Adapter, adapters, exampleOptions, type PlanToEmit, textOf } from "@nkp-planner/adapters";
import { findingText, InputError, podGroup } from "@nkp-planner/core";
import { load } from "js-yaml";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { cluster, HOSTILE_NAMES, planOf } from "./support/clusters-to-emit.ts";

const konnector = adapters.find(({ id }) => id === "konnector-values") as Adapter;

const TENANTS = ["orchid", "kite"].map((id) => ({ id, name: id }));
const SHARED = planOf(cluster("shared-1", { tenants: TENANTS }), cluster("other"));
/** The same before the platform brought the agent itself. */
const EARLIER: PlanToEmit = { ...SHARED, release: { ...SHARED.release, id: "nkp-2.16.1", version: "2.16.1" } };

async function emitted(plan: PlanToEmit, more: Record<string, unknown> = {}) {
  const { files, findings } = await konnector.emit({ plan, options: { ...exampleOptions(konnector, plan), ...more } });
  const at = (path: string) => textOf(files.find((file) => file.path === path) ?? { path, text: "" });
  return { at, paths: files.map(({ path }) => path), said: findings.map((one) => findingText(one)) };
}

async function refusal(plan: PlanToEmit, more: Record<string, unknown> = {}): Promise<string> {
  const error = await emitted(plan, more).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(InputError);
  return (error as InputError).message;
}

describe("konnector-values", () => {
  it("says nothing of what the plan counts already", async () => {
    const podGroups = [podGroup({ name: "konnector-agent", namespace: "platform" })];
    const { said } = await emitted({ ...EARLIER, clusters: [cluster("a", { podGroups })] });
    expect(said).toEqual([]);
  });

  it("says what the chart must be told of a cluster, and names the secret", async () => {
    const { at, said } = await emitted(EARLIER, { categories: { Environment: "production" } });
    const text = at("shared-1/values.yaml");
    expect(parse(text)).toEqual({
      k8sClusterName: "shared-1",
      k8sDistribution: "NKP",
      pc: { endpoint: "pc.msp.example", port: 9440, insecure: false },
      createSecret: false,
      prismCredentialsSecretName: "shared-1-pc-credentials-for-konnector-agent",
      additionalTrustBundleConfigMapName: "prism-central-trust",
      categoryMappings: "Tenant=orchid,Tenant=kite,Environment=production",
    });
    expect(load(text)).toEqual(parse(text));
    expect(said).toEqual([expect.stringMatching(/^The plan does not count the agent.*: shared-1, other\.$/)]);
  });

  it.each(["README.md", "shared-1/values.yaml"])("%s", async (path) => {
    const { at } = await emitted(EARLIER);
    await expect(at(path)).toMatchFileSnapshot(`golden/konnector-values/${path}`);
  });

  it("trusts no bundle where the certificate is not checked, and takes the port of https", async () => {
    const prismCentral = { url: "https://pc.msp.example", insecure: true };
    const { at } = await emitted(EARLIER, { prismCentral });
    const values = parse(at("other/values.yaml"));
    expect(values.pc).toEqual({ endpoint: "pc.msp.example", port: 443, insecure: true });
    expect(values).not.toHaveProperty("additionalTrustBundleConfigMapName");
    expect(values).not.toHaveProperty("categoryMappings");
    expect(at("README.md")).not.toContain("prism-central-trust");
  });

  it("says from 2.17 on that the platform brings it, and writes for those that the options name", async () => {
    const { said, paths } = await emitted(SHARED, { konnectorClusters: ["other"] });
    expect(said).toEqual([
      expect.stringContaining("NKP 2.17.1 installs Konnector itself"),
      expect.stringContaining("The plan does not count the agent"),
    ]);
    expect(paths).toEqual(["README.md", "other/values.yaml"]);
  });

  it("takes a cluster's own name and categories before those of all", async () => {
    const clusters = { other: { name: "another", categories: { Zone: "a" } } };
    const { at } = await emitted(EARLIER, { clusters, categories: { Environment: "production" } });
    expect(parse(at("another/values.yaml"))).toMatchObject({ k8sClusterName: "another", categoryMappings: "Zone=a" });
  });

  it("refuses what would be read as another category, clusters that are not there, and names, all at once", async () => {
    const plan = planOf(
      cluster("a", { tenants: [{ id: "x,Owner=me", name: "x" }] }),
      cluster("b", { tenants: [{ id: "y/z", name: "y" }] }),
      cluster("No Name"),
    );
    const message = await refusal(plan, {
      clusters: { c: {} },
      categories: { A: "b=c" },
      konnectorClusters: undefined,
    });
    for (const words of ["x,Owner=me", "y/z", '"A": "b=c"', "No Name", '"c", which the plan does not have'])
      expect(message).toContain(words);
    expect(await refusal(plan, { konnectorClusters: ["d"] })).toContain('"d", which the plan does not have');
  });

  it("hostile tenants are written so that the list has as many categories, or refused", async () => {
    const written = await Promise.all(
      HOSTILE_NAMES.map(async (id) => {
        const plan = planOf(cluster("a", { tenants: [{ id, name: id }] }));
        const { at } = await emitted(plan).catch((error: unknown) => {
          expect(error).toBeInstanceOf(InputError);
          return { at: () => "" };
        });
        return { id, mappings: at("a/values.yaml") === "" ? null : parse(at("a/values.yaml")).categoryMappings };
      }),
    );
    for (const { id, mappings } of written) if (mappings !== null) expect(mappings).toBe(`Tenant=${id}`);
    const refused = written.filter(({ mappings }) => mappings === null).map(({ id }) => id);
    expect(refused).toEqual(
      expect.arrayContaining(["", "/", "../../etc/passwd", "$(reboot) `reboot` $" + "{HOME} %PATH%", "a".repeat(300)]),
    );
    expect(refused).not.toContain("no");
  });
});
