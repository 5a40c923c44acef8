import {
  type Adapter,
  adapters,
  type ClusterToEmit,
  type EmittedFile,
  exampleOptions,
  type PlanToEmit,
  planToEmit,
  textOf,
} from "@nkp-planner/adapters";
import { exampleFleet, examplePriceBook, planningContext } from "@nkp-planner/catalog";
import { findingText, InputError, operatingModels, plannedFleet, podGroup } from "@nkp-planner/core";
import { loadAll } from "js-yaml";
import { describe, expect, it } from "vitest";
import { parseAllDocuments } from "yaml";
import { tenantDemand } from "../packages/adapters/src/emit/making/planned-demand.ts";
import { mayDoWithout, toolOn } from "./support/alert-tools.ts";
import { capacity, cluster, HOSTILE_NAMES, planOf, pool } from "./support/clusters-to-emit.ts";
import { type CrdSchema, crdProblems } from "./support/crd-schemas.ts";
import { schemaProblems } from "./support/kubernetes-schemas.ts";
import gitRepository from "./support/schemas/flux/flux-GitRepository-v1.schema.json" with { type: "json" };
import helmRelease from "./support/schemas/flux/flux-HelmRelease-v2.schema.json" with { type: "json" };
import helmRepository from "./support/schemas/flux/flux-HelmRepository-v1.schema.json" with { type: "json" };
import kustomization from "./support/schemas/flux/flux-Kustomization-v1.schema.json" with { type: "json" };
import prometheusRule from "./support/schemas/flux/PrometheusRule-v1.schema.json" with { type: "json" };

// biome-ignore lint/suspicious/noExplicitAny: a manifest read back is as free in shape as YAML
type Manifest = any;

const GIB = 2 ** 30;
const MIB = 2 ** 20;
const flux = adapters.find(({ id }) => id === "flux-repository") as Adapter;

const CRDS: Readonly<Record<string, CrdSchema>> = {
  "source.toolkit.fluxcd.io/v1 GitRepository": gitRepository,
  "source.toolkit.fluxcd.io/v1 HelmRepository": helmRepository,
  "kustomize.toolkit.fluxcd.io/v1 Kustomization": kustomization,
  "helm.toolkit.fluxcd.io/v2 HelmRelease": helmRelease,
  "monitoring.coreos.com/v1 PrometheusRule": prometheusRule,
};
/** Kept by schemas of their own, in the test of the adapter that writes them. */
const CLUSTERS = ["cluster.x-k8s.io/v1beta1 Cluster", "clusters.nkp.nutanix.com/v1alpha1 NKPCluster"];

const AGENT = podGroup({
  name: "tenant-services/prometheus-agent",
  namespace: "platform",
  requests: { cpuMillicores: null, memoryBytes: 100 * MIB },
});
const STACK = podGroup({
  name: "kube-prometheus-stack/prometheus",
  namespace: "platform",
  requests: { cpuMillicores: 1000, memoryBytes: 4000 * MIB },
});

/** Two nodes: 4 and 8 vCPU, 16 and 32 GiB of which 100 MiB each are kept. */
const POOLS = [pool("control-plane", { capacityPerNode: capacity(4, 16) }), pool("workload")];

function small(name: string, more: Partial<ClusterToEmit> = {}): ClusterToEmit {
  return cluster(name, {
    pools: POOLS,
    podGroups: [AGENT],
    requests: { cpuMillicores: 6000, memoryBytes: 24 * GIB },
    ...more,
  });
}

/** 9 pods that ask for 9 vCPU and 30 GiB, the largest for 2 and 8. */
const DEMAND = {
  podCount: 9,
  cpuMillicores: 9000,
  memoryBytes: 30 * GIB,
  storageBytes: 300 * GIB,
  largestPod: { cpuMillicores: 2000, memoryBytes: 8 * GIB },
};
const ORCHID = small("tenant-orchid", { tenants: [{ id: "orchid", name: "Orchid Foods", demand: DEMAND }] });
const CENTRAL = small("central-services", { services: "central", podGroups: [STACK] });

/** Plans that several tests look at are written once. */
const written = new Map<PlanToEmit, ReturnType<Adapter["emit"]>>();

async function emitted(plan: PlanToEmit, more: Record<string, unknown> = {}) {
  const options = { ...exampleOptions(flux, plan), ...more };
  const isUsual = Object.keys(more).length === 0;
  const emitting = (isUsual ? written.get(plan) : undefined) ?? flux.emit({ plan, options });
  if (isUsual) written.set(plan, emitting);
  const { files, findings } = await emitting;
  const at = (path: string) => textOf(files.find((file) => file.path === path) ?? { path, text: "" });
  return {
    files,
    said: findings.map((one) => findingText(one)),
    at,
    objectsAt: (path: string) => objectsIn(at(path)),
    paths: files.map(({ path }) => path),
  };
}

function objectsIn(text: string): readonly Manifest[] {
  return parseAllDocuments(text, { uniqueKeys: true }).map((document) => {
    expect([...document.errors, ...document.warnings]).toEqual([]);
    return document.toJS();
  });
}

function isYaml({ path }: EmittedFile): boolean {
  return path.endsWith(".yaml");
}

async function refusal(plan: PlanToEmit, more: Record<string, unknown>): Promise<string> {
  const error = await emitted(plan, more).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(InputError);
  return (error as InputError).message;
}

/** What an API server finds wrong with an object that Kubernetes, Flux or the operator of Prometheus knows. */
function problemsOf(object: Manifest): readonly string[] {
  const kind = `${object.apiVersion} ${object.kind}`;
  if (CLUSTERS.includes(kind) || kind === "kustomize.config.k8s.io/v1beta1 Kustomization") return [];
  const crd = CRDS[kind];
  return crd === undefined ? schemaProblems(object) : crdProblems(crd, object);
}

const contextOf = (release: string) => planningContext({ release, priceBook: examplePriceBook, settings: {} });
const PLANNED = operatingModels.flatMap((model) =>
  [exampleFleet.release, "nkp-2.18.0-dev"].map((release): [string, PlanToEmit] => [
    `the example fleet, ${model.id}, ${release}`,
    planToEmit(plannedFleet({ ...exampleFleet, release }, model, contextOf(release))),
  ]),
);
const HOSTILE = planOf(
  ...HOSTILE_NAMES.map((name, index) =>
    small(`c-${index}`, { tenants: [{ id: name, name: `${name} {{ $value }}`, demand: DEMAND }] }),
  ),
  small("shared", {
    tenants: HOSTILE_NAMES.map((name) => ({ id: `${name}!`, name })),
    podGroups: [STACK],
  }),
  { ...CENTRAL, name: "central" },
);
const PLANS: readonly [string, PlanToEmit][] = [...PLANNED, ["hostile tenants", HOSTILE]];
/** What of hostile names no slug has. */
const HOSTILE_MARKS = /\$\(|%PATH|\.\.\/|"quoted"|:\\|#c|größe|東京/;
/** Receivers of every kind; amtool must take them. */
const RECEIVERS = {
  rest: { kind: "webhook", url: "https://alerts.msp.example/hook" },
  pages: { kind: "pagerduty", tenants: ["orchid"] },
  genie: { kind: "opsgenie", clusters: ["tenant-orchid"] },
  talk: { kind: "slack", channel: "#alerts", tenants: ["orchid"] },
};

describe("flux-repository", () => {
  it.each(PLANS)("%s: every object fits its schema, without a field that it does not know", async (_what, plan) => {
    const { files } = await emitted(plan);
    const objects = files
      .filter((file) => isYaml(file) && !/^central\/(rules\/|alertmanager)/.test(file.path))
      .flatMap((file) => objectsIn(textOf(file)));
    expect(objects.length).toBeGreaterThan(50);
    expect(objects.flatMap(problemsOf)).toEqual([]);
    const kinds = new Set(objects.map(({ apiVersion, kind }) => `${apiVersion} ${kind}`));
    for (const kind of Object.keys(CRDS).filter((one) => !/Helm/.test(one))) expect(kinds).toContain(kind);
    for (const kind of kinds) expect(kind).not.toMatch(/toolkit\.fluxcd\.io\/v\dbeta/);
  });

  it.each(PLANS)("%s: every file reads the same by another reader of YAML", async (_what, plan) => {
    const { files } = await emitted(plan);
    for (const file of files.filter(isYaml)) expect(loadAll(textOf(file)), file.path).toEqual(objectsIn(textOf(file)));
  });

  it.each(PLANS)(
    "%s: what Flux is told to apply is there, in one order, from a source beside it",
    async (_what, plan) => {
      const { files, paths, objectsAt } = await emitted(plan);
      const folders = paths.filter((path) => path.endsWith("/kustomization.yaml"));
      for (const path of folders) {
        const folder = path.slice(0, path.lastIndexOf("/"));
        const [{ resources }] = objectsAt(path);
        const there = paths.filter((one) => one.startsWith(`${folder}/`) && one !== path);
        expect(resources.map((name: string) => `${folder}/${name}`).toSorted()).toEqual(there.toSorted());
      }
      const applied = files
        .filter(({ path }) => path.endsWith("/flux/kustomizations.yaml"))
        .flatMap(({ path }) => objectsAt(path).map((one) => ({ one, flux: path.slice(0, path.lastIndexOf("/")) })));
      expect(applied.length).toBeGreaterThan(plan.clusters.length);
      for (const { one, flux: folder } of applied) {
        expect(folders).toContain(`${one.spec.path.slice(2)}/kustomization.yaml`);
        const [source] = objectsAt(`${folder}/source.yaml`);
        expect(source.metadata).toEqual({ name: one.spec.sourceRef.name, namespace: one.metadata.namespace });
        const before = applied.filter((other) => other.flux === folder).map((other) => other.one.metadata.name);
        for (const { name } of one.spec.dependsOn ?? [])
          expect(before.slice(0, before.indexOf(one.metadata.name))).toContain(name);
        expect(one.spec.prune).toBe(!/\/(cluster|flux)$/.test(one.spec.path));
        expect(one.metadata.name).toMatch(/^[a-z0-9-]{1,63}$/);
      }
      const names = applied.map(({ one, flux: folder }) => `${folder} ${one.metadata.name}`);
      expect(new Set(names).size).toBe(names.length);
    },
  );

  it("a cluster's object and a tenant's namespace are never pruned", async () => {
    const { objectsAt } = await emitted(planOf(ORCHID));
    const kept = { "kustomize.toolkit.fluxcd.io/prune": "disabled" };
    expect(objectsAt("tenants/orchid/cluster/cluster.yaml")[0].metadata.annotations).toEqual(kept);
    expect(objectsAt("tenants/orchid/apps/tenant.yaml")[0].metadata).toEqual({
      name: "tenant-orchid",
      annotations: { "nkp-planner/name": "Orchid Foods", ...kept },
    });
  });

  it("limits a tenant to what the plan counts and a quarter more, at least its largest pod", async () => {
    const { objectsAt } = await emitted(planOf(ORCHID));
    const found = (kind: string) => objectsAt("tenants/orchid/apps/tenant.yaml").find((one) => one.kind === kind);
    // 9 + ⌈9 × 25 %⌉ pods; 9 + 2.25 vCPU; 30 + max(7.5, 8) GiB; 300 + 75 GiB.
    expect(found("ResourceQuota").spec.hard).toEqual({
      pods: "12",
      "requests.cpu": "11250m",
      "requests.memory": "38Gi",
      "requests.storage": "375Gi",
    });
    // 9 vCPU ÷ 9, and 30 GiB ÷ 9 = 3413.3 MiB.
    expect(found("LimitRange").spec.limits).toEqual([
      { type: "Container", defaultRequest: { cpu: "1", memory: "3414Mi" } },
    ]);
    expect(found("RoleBinding")).toBeUndefined();
  });

  it("counts a tenant's DaemonSets on their nodes, and its devices", async () => {
    const tenant = exampleFleet.tenants.find(({ id }) => id === "orchid");
    if (tenant === undefined || "podCount" in tenant.demand) throw new Error("The example has no orchid.");
    const [web, ...others] = tenant.demand;
    if (web === undefined) throw new Error("Orchid has no workloads.");
    const demand = [{ ...web, extended: { "nvidia.com/gpu": 1 } }, ...others];
    const daemons = [
      {
        tenantId: "orchid",
        demand: {
          ...{ podCount: 4, groups: [], claims: [] },
          requests: { cpuMillicores: 400, memoryBytes: 4 * GIB, storageBytes: 0 },
        },
      },
    ];
    // Six of web have one device each; four pods of a DaemonSet ask for 100m and 1 GiB.
    const counted = tenantDemand({ ...tenant, demand }, { daemons });
    expect(counted).toEqual({
      ...DEMAND,
      podCount: 9 + 4,
      cpuMillicores: 9000 + 400,
      memoryBytes: (30 + 4) * GIB,
      extended: { "nvidia.com/gpu": 6 },
    });
    const tenants = [{ id: "orchid", name: "x", demand: counted }];
    const { objectsAt } = await emitted(planOf(small("a", { tenants })), { quotaExtraPercent: 0 });
    // Without a share more there is still room for the largest pod.
    expect(objectsAt("tenants/orchid/apps/tenant.yaml").find(({ kind }) => kind === "ResourceQuota").spec.hard).toEqual(
      {
        pods: "14",
        "requests.cpu": "11400m",
        "requests.memory": "42Gi",
        "requests.storage": "300Gi",
        "requests.nvidia.com/gpu": "6",
      },
    );
  });

  it("tells of the end of a version only where it is the one that nodes run", async () => {
    const [, plan] = PLANNED[0] as [string, PlanToEmit];
    const path = "central/rules/tenant-orchid.yaml";
    expect((await emitted(plan)).at(path)).toContain("v1[.]34[.].*");
    const other = await emitted(plan, { kubernetesVersion: "1.35.2" });
    expect(other.at(path)).not.toContain("KubernetesVersionEnds");
    expect(other.said).toContain(
      "No alert is written for the end of Kubernetes 1.35.2, because the plan does not know it.",
    );
  });

  it("counts what a tenant of the example asks for, and what its cluster's pods ask for", () => {
    for (const [name, { clusters }] of PLANNED) {
      for (const one of clusters) {
        expect(one.requests, `${name} ${one.name}`).toEqual(countedAgain(one));
        for (const { id, demand } of one.tenants) if (id === "orchid") expect(demand).toEqual(DEMAND);
      }
    }
  });

  it("gives rights to the group that the options name, whatever the tenant is called", async () => {
    const tenants = [{ id: "$& {tenant} $1", name: "x", demand: DEMAND }];
    const { files } = await emitted(planOf(small("a", { tenants })), { tenantGroup: "oidc:{tenant}-admins" });
    const text = files.filter(({ path }) => path.endsWith("/tenant.yaml")).map(textOf);
    const binding = objectsIn(text.join("---\n")).find(({ kind }) => kind === "RoleBinding");
    expect(problemsOf(binding)).toEqual([]);
    expect(binding.subjects[0].name).toBe("oidc:$& {tenant} $1-admins");
  });

  it("tenants change nothing of their limits and rights", async () => {
    const { objectsAt } = await emitted(planOf(ORCHID));
    const { rules } = objectsAt("tenants/orchid/apps/tenant.yaml").find(({ kind }) => kind === "Role");
    const writable = rules
      .filter(({ verbs }: Manifest) => verbs.some((verb: string) => !["get", "list", "watch"].includes(verb)))
      .flatMap(({ resources }: Manifest) => resources);
    for (const kind of ["resourcequotas", "limitranges", "roles", "rolebindings", "*"])
      expect(writable).not.toContain(kind);
    for (const { apiGroups, verbs } of rules) expect([...apiGroups, ...verbs]).not.toContain("*");
  });

  it("installs an agent where the plan counts one, with what it counts and whose metrics they are", async () => {
    const { objectsAt } = await emitted(planOf(ORCHID, CENTRAL));
    const release = objectsAt("tenants/orchid/apps/monitoring.yaml").find(({ kind }) => kind === "HelmRelease");
    expect(release.spec.values.prometheus).toEqual({
      agentMode: true,
      prometheusSpec: {
        externalLabels: { cluster: "tenant-orchid", tenant: "orchid" },
        remoteWrite: [
          {
            url: "https://metrics.msp.example/api/v1/write",
            authorization: { credentials: { name: "remote-write-token", key: "token" } },
          },
        ],
        resources: { requests: { memory: "100Mi" } },
      },
    });
    const central = objectsAt("platform/central-services/apps/monitoring.yaml").at(-1).spec.values;
    expect(central.prometheus.prometheusSpec).toEqual({
      enableRemoteWriteReceiver: true,
      resources: { requests: { cpu: "1", memory: "4000Mi" } },
    });
    expect(central.alertmanager.config).toEqual(objectsAt("central/alertmanager.yaml")[0]);
  });

  it("leaves NKP's own Prometheus where it is, and tells it by a ConfigMap where to write", async () => {
    const own = small("tenant-orchid", { edition: "pro", podGroups: [STACK], tenants: ORCHID.tenants });
    const { objectsAt, paths, at } = await emitted(planOf(own));
    expect(paths.filter((path) => path.includes("monitoring"))).toEqual([
      "tenants/orchid/apps/monitoring-overrides.yaml",
    ]);
    const [map] = objectsAt("tenants/orchid/apps/monitoring-overrides.yaml");
    expect(map.metadata).toEqual({ name: "tenant-orchid-kube-prometheus-stack", namespace: "kommander" });
    const [values] = objectsIn(map.data["values.yaml"]);
    expect(values.prometheus.prometheusSpec.externalLabels).toEqual({ cluster: "tenant-orchid", tenant: "orchid" });
    expect(at("README.md")).toContain(
      `patch appdeployment kube-prometheus-stack --type merge --patch '{"spec":{"configOverrides":{"name":"tenant-orchid-kube-prometheus-stack"}}}'`,
    );
  });

  it("a cluster of several tenants is in a folder of its own, and each tenant in its own", async () => {
    const shared = small("shared-1", {
      managedBy: "management",
      role: "attached",
      tenants: ["a", "b"].map((id) => ({ id, name: id, demand: DEMAND })),
    });
    const management = small("management", { role: "management", edition: "ultimate", podGroups: [STACK] });
    const { objectsAt, paths } = await emitted(planOf(management, shared));
    expect(paths.filter((path) => /^(shared|tenants)\//.test(path))).toEqual([
      "shared/shared-1/cluster/cluster.yaml",
      "shared/shared-1/cluster/kustomization.yaml",
      "shared/shared-1/apps/monitoring.yaml",
      "shared/shared-1/apps/kustomization.yaml",
      "shared/shared-1/flux/source.yaml",
      "shared/shared-1/flux/kustomizations.yaml",
      "shared/shared-1/flux/kustomization.yaml",
      "tenants/a/apps/tenant.yaml",
      "tenants/a/apps/kustomization.yaml",
      "tenants/b/apps/tenant.yaml",
      "tenants/b/apps/kustomization.yaml",
    ]);
    const kubeConfig = { secretRef: { name: "shared-1-kubeconfig" } };
    expect(
      objectsAt("shared/shared-1/flux/kustomizations.yaml").map(({ metadata, spec }) => [
        metadata.namespace,
        spec.path,
        spec.kubeConfig,
      ]),
    ).toEqual([
      ["kommander-default-workspace", "./shared/shared-1/cluster", undefined],
      ["kommander-default-workspace", "./shared/shared-1/apps", kubeConfig],
      ["kommander-default-workspace", "./tenants/a/apps", kubeConfig],
      ["kommander-default-workspace", "./tenants/b/apps", kubeConfig],
    ]);
    expect(objectsAt("platform/management/flux/kustomizations.yaml").map(({ spec }) => spec.path)).toEqual([
      "./platform/management/cluster",
      "./platform/management/apps",
      "./central/prometheus-rules",
      "./shared/shared-1/flux",
    ]);
    const { prometheusSpec } = objectsAt("shared/shared-1/apps/monitoring.yaml").at(-1).spec.values.prometheus;
    expect(prometheusSpec.externalLabels).toEqual({ cluster: "shared-1" });
    expect(prometheusSpec.remoteWrite[0].writeRelabelConfigs).toEqual([
      { sourceLabels: ["namespace"], regex: "tenant-a", targetLabel: "tenant", replacement: "a" },
      { sourceLabels: ["namespace"], regex: "tenant-b", targetLabel: "tenant", replacement: "b" },
    ]);
  });

  it.skipIf(mayDoWithout("git"))("a source holds what is applied from it, and no other tenant's files", async () => {
    const [, plan] = PLANNED.find(([name]) => name.includes("hybrid")) as [string, PlanToEmit];
    const { files, objectsAt } = await emitted(plan);
    const tree = Object.fromEntries(files.map((file) => [file.path, textOf(file)]));
    for (const folder of ["platform/management", "tenants/basalt"]) {
      const [{ spec }] = objectsAt(`${folder}/flux/source.yaml`);
      const paths = files.map(({ path }) => path).join("\n");
      // git itself says what the rules leave out.
      const left = leftOut(spec.ignore, { ...tree, "paths.txt": paths });
      const kept = files.map(({ path }) => path).filter((path) => !left.includes(path));
      for (const one of objectsAt(`${folder}/flux/kustomizations.yaml`))
        expect(kept).toContain(`${one.spec.path.slice(2)}/kustomization.yaml`);
      if (folder === "tenants/basalt") expect(kept.filter((path) => !path.startsWith(`${folder}/`))).toEqual([]);
    }
  });

  it("nothing of a hostile name reaches a path, a query, a template or a line of README.md", async () => {
    const { files, at } = await emitted(HOSTILE, { tenantGroup: "oidc:{tenant}-admins" });
    for (const file of files) {
      expect(file.path).toMatch(/^([a-z0-9][a-z0-9-]{0,62}\/)*[A-Za-z][A-Za-z0-9-]*(\.[a-z0-9]+)+$/);
      expect(textOf(file)).not.toMatch(/(?!\n)\p{Cc}/u);
    }
    const central = files.filter(({ path }) => path.startsWith("central/")).map(textOf);
    for (const text of central) expect(text).not.toMatch(HOSTILE_MARKS);
    // One line for each cluster, a head and its rule.
    const table = at("README.md")
      .split("\n")
      .filter((line) => line.startsWith("|"));
    expect(table).toHaveLength(HOSTILE.clusters.length + 2);
    for (const line of table) expect(line).not.toMatch(HOSTILE_MARKS);
    expect(at("README.md").split("\n")).not.toContain("lines");
  });

  it("lets a cluster follow a repository of its own, so that it reads no other tenant's files", async () => {
    const gitUrls = { "tenant-orchid": "https://git.msp.example/tenants/orchid.git" };
    const { objectsAt, at } = await emitted(planOf(ORCHID, CENTRAL), { gitUrls });
    expect(objectsAt("tenants/orchid/flux/source.yaml")[0].spec.url).toBe(gitUrls["tenant-orchid"]);
    expect(objectsAt("platform/central-services/flux/source.yaml")[0].spec.url).toBe(
      "https://git.msp.example/fleet.git",
    );
    expect(at("README.md")).toContain("- `tenants/orchid/`: to https://git.msp.example/tenants/orchid.git");
    const managed = small("a", { managedBy: "central-services", role: "attached" });
    const message = await refusal(planOf(CENTRAL, managed), {
      gitUrls: { a: "https://x.example", b: "https://x.example" },
    });
    for (const key of ["gitUrls.a", "gitUrls.b"]) expect(message).toContain(key);
  });

  it("says what is assumed, left out and to be done by hand", async () => {
    const { said } = await emitted(
      planOf(small("a", { podGroups: [], tenants: [{ id: "A b", name: "x" }] }), small("b")),
    );
    for (const words of [
      "where the plan counts nothing that writes metrics: a.",
      "The plan has no cluster with a central stack",
      "Nobody is given rights in the namespaces of a-b",
      "No quota is written for tenants of whom the plan counts no pod: a-b.",
      "The tenant A b is called a-b in the files",
      "No alert is written for the end of Kubernetes 1.34.3",
    ])
      expect(said.join("\n")).toContain(words);
  });

  it("refuses receivers that are told of nothing, or of somebody who is not there, all at once", async () => {
    const message = await refusal(planOf(ORCHID), {
      receivers: {
        a: { kind: "webhook", tenants: ["orchit"] },
        b: { kind: "slack", clusters: ["tenant-basalt"] },
      },
    });
    for (const words of ["exactly one", 'did you mean "orchid"', "its url", "its channel", "a cluster of the plan"])
      expect(message).toContain(words);
  });

  it("refuses addresses that a chart would take for a template", async () => {
    const message = await refusal(planOf(ORCHID), {
      remoteWriteUrl: "https://{{ .Release.Name }}.example/write",
      gitUrl: "ftp://git.msp.example/x",
      gitBranch: "--upload-pack=x",
    });
    for (const key of ["remoteWriteUrl", "gitUrl", "gitBranch"]) expect(message).toContain(key);
  });

  it("refuses a tenant in two clusters", async () => {
    const message = await refusal(planOf(ORCHID, { ...ORCHID, name: "second" }), {});
    expect(message).toContain('the tenant "orchid" again');
  });

  it.each(["README.md", ...goldenPaths()])("%s of two tenants of the example", async (path) => {
    const fleet = { ...exampleFleet, tenants: exampleFleet.tenants.slice(0, 2) };
    const [model] = operatingModels;
    if (model === undefined) throw new Error("There is no model.");
    const plan = planToEmit(plannedFleet(fleet, model, contextOf(fleet.release)));
    const { at } = await emitted(plan, { tenantGroup: "oidc:{tenant}-admins", receivers: RECEIVERS });
    await expect(at(path)).toMatchFileSnapshot(`golden/flux-repository/${path}`);
  });
});

function goldenPaths(): readonly string[] {
  return [
    "tenants/orchid/cluster/cluster.yaml",
    "tenants/orchid/apps/tenant.yaml",
    "tenants/orchid/apps/monitoring.yaml",
    "tenants/orchid/flux/source.yaml",
    "tenants/orchid/flux/kustomizations.yaml",
    "platform/central-services/apps/monitoring.yaml",
    "platform/central-services/flux/kustomizations.yaml",
    "central/alertmanager.yaml",
    "central/rules/tenant-orchid.yaml",
    "central/prometheus-rules/central-services.yaml",
  ];
}

describe("the alerts", () => {
  const mayAlerts = mayDoWithout("promtool");

  it.skipIf(mayAlerts).each(PLANS)("%s: promtool takes all of them, and finds each rule", async (_what, plan) => {
    const { files, objectsAt } = await emitted(plan);
    const rules = files.filter(({ path }) => path.startsWith("central/rules/"));
    expect(rules.length).toBe(plan.clusters.length);
    const named = Object.fromEntries(rules.map((file, index) => [`${index}.yaml`, textOf(file)]));
    const { status, output } = toolOn("promtool", ["check", "rules", ...Object.keys(named)], named);
    expect(output).not.toContain("FAILED");
    expect(status).toBe(0);
    for (const { path } of rules) {
      const [{ groups }] = objectsAt(path);
      const [object] = objectsAt(path.replace("central/rules", "central/prometheus-rules"));
      expect(object.spec.groups).toEqual(groups);
      expect(groups[0].rules.length).toBeGreaterThanOrEqual(6);
    }
  });

  it.skipIf(mayAlerts)("are raised where a cluster leaves its plan, and not where it keeps to it", async () => {
    // The last day of this Kubernetes starts 24 hours after the test's clock.
    const plan = planOf(ORCHID);
    const release = { ...plan.release, kubernetesEndOfLifeOn: "1970-01-02" };
    const { at } = await emitted({ ...plan, release }, { kubernetesNoticeDays: 0 });
    const test = (interval: string, at_: string, series: Series, raised: readonly string[]) => ({
      interval,
      // Two replicas of a Prometheus write the same: nothing may count twice.
      input_series: ["a", "b"].flatMap((replica) =>
        Object.entries(series).map(([name, value]) => ({
          series: name.replace("}", `, prometheus_replica="${replica}"}`),
          values: `${value}x400`,
        })),
      ),
      alert_rule_test: Object.entries(RAISED).map(([alertname, alert]) => ({
        eval_time: at_,
        alertname,
        exp_alerts: raised.includes(alertname) ? [alert] : [],
      })),
    });
    // 12 vCPU and 48 GiB less 200 MiB are planned, of which 6 and 24 are asked for.
    const usual = { ready: 2, offeredCores: 12, askedCores: 6 };
    const kept = asPlanned(usual);
    const tests = [
      test("1m", "55m", kept, []),
      // 2 % below the plan is within what is tolerated: 11.76.
      test("1m", "55m", asPlanned({ ready: 2, offeredCores: 11.76, askedCores: 5.8 }), []),
      test("1m", "55m", asPlanned({ ready: 1, offeredCores: 12, askedCores: 6 }), ["NodesBelowPlan"]),
      test("1m", "55m", asPlanned({ ready: 2, offeredCores: 11.75, askedCores: 5.8 }), ["CpuBelowPlan"]),
      test("1m", "55m", asPlanned({ ...usual, offeredBytes: 46 * GIB - 200 * MIB }), ["MemoryBelowPlan"]),
      test("2m", "70m", asPlanned({ ...usual, askedBytes: 36 * GIB }), ["MemoryRequestsAbovePlan"]),
      // Not for one hour, then for longer.
      test("2m", "58m", asPlanned({ ready: 2, offeredCores: 12, askedCores: 9 }), []),
      test("2m", "70m", asPlanned({ ready: 2, offeredCores: 12, askedCores: 9 }), ["CpuRequestsAbovePlan"]),
      // A pod that has ended asks for nothing.
      test("2m", "70m", asPlanned({ ready: 2, offeredCores: 12, askedCores: 9, phase: "Succeeded" }), []),
      test("1m", "55m", { 'kube_node_info{cluster="another"}': "1" }, ["ClusterSaysNothing"]),
      test("4m", "23h", kept, []),
      // From the 24th hour on, and for one hour.
      test("4m", "1505m", kept, ["KubernetesVersionEnds"]),
    ];
    const files = {
      "rules.yaml": at("central/rules/tenant-orchid.yaml"),
      "test.json": JSON.stringify({ rule_files: ["rules.yaml"], evaluation_interval: "5m", tests }),
    };
    const { status, output } = toolOn("promtool", ["test", "rules", "test.json"], files);
    expect(output).toContain("SUCCESS");
    expect(status).toBe(0);
  });

  it("of the central stack's own cluster look for series without the label that others bring", async () => {
    const { at } = await emitted(planOf(ORCHID, CENTRAL));
    expect(at("central/rules/central-services.yaml")).toContain(String.raw`absent(kube_node_info{cluster=\"\"})`);
    expect(at("central/rules/tenant-orchid.yaml")).toContain(
      String.raw`absent(kube_node_info{cluster=\"tenant-orchid\"})`,
    );
  });
});

describe("who is told of alerts", () => {
  const mayRoutes = mayDoWithout("amtool");
  const configOf = async (plan: PlanToEmit, receivers: object) =>
    (await emitted(plan, { receivers })).at("central/alertmanager.yaml");

  it.skipIf(mayRoutes)("amtool takes receivers of every kind", async () => {
    const files = { "alertmanager.yaml": await configOf(planOf(ORCHID), RECEIVERS) };
    const { status, output } = toolOn("amtool", ["check-config", "alertmanager.yaml"], files);
    expect(output).toContain("4 receivers");
    expect(status).toBe(0);
  });

  it.skipIf(mayRoutes)("an alert goes to all that ask for its tenant or cluster, any other to the rest", async () => {
    const files = { "alertmanager.yaml": await configOf(planOf(ORCHID, CENTRAL), RECEIVERS) };
    const toldOf = (...labels: readonly string[]) =>
      toolOn("amtool", ["config", "routes", "test", "--config.file=alertmanager.yaml", ...labels], files).answer;
    expect(toldOf("tenant=orchid", "cluster=tenant-orchid")).toBe("pages,genie,talk");
    expect(toldOf("tenant=orchid")).toBe("pages,talk");
    expect(toldOf("cluster=central-services")).toBe("rest");
  });

  it.skipIf(mayRoutes)("tenants with hostile names are told apart by a word that needs no quoting", async () => {
    const hostile = HOSTILE_NAMES.filter((name) => name !== "" && name.length <= 253);
    const receivers = Object.fromEntries(
      hostile.map((name, index) => [`r-${index}`, { kind: "pagerduty", tenants: [name] }]),
    );
    const text = await configOf(HOSTILE, { rest: { kind: "pagerduty" }, ...receivers });
    const [{ route }] = objectsIn(text);
    const labels = route.routes.map(({ matchers }: Manifest) => /^tenant="([a-z0-9-]{1,56})"$/.exec(matchers[0])?.[1]);
    expect(new Set(labels).size).toBe(hostile.length);
    for (const [index, label] of labels.entries()) {
      const args = ["config", "routes", "test", "--config.file=alertmanager.yaml", `tenant=${label}`];
      expect(toolOn("amtool", args, { "alertmanager.yaml": text }).answer).toBe(`r-${index}`);
    }
  });
});

describe("the schemas of Flux", () => {
  it("refuse what they are to refuse", async () => {
    const { objectsAt } = await emitted(planOf(ORCHID));
    const release = objectsAt("tenants/orchid/apps/monitoring.yaml").at(-1);
    const [source] = objectsAt("tenants/orchid/flux/source.yaml");
    const [, apps] = objectsAt("tenants/orchid/flux/kustomizations.yaml");
    const spoilt = (object: Manifest, change: (spec: Manifest) => void) => {
      const copy = structuredClone(object);
      change(copy.spec);
      return problemsOf(copy).join("\n");
    };
    expect(spoilt(release, () => {})).toBe("");
    expect(spoilt(release, (spec) => Object.assign(spec, { chartRef: { kind: "HelmChart", name: "x" } }))).toContain(
      "has(self.chartRef)",
    );
    expect(spoilt(release, (spec) => delete spec.chart)).toContain("has(self.chartRef)");
    expect(spoilt(release, (spec) => Object.assign(spec.chart.spec, { versoin: "1" }))).toContain(
      "versoin: unknown field",
    );
    expect(spoilt(source, (spec) => Object.assign(spec, { interval: "5 minutes" }))).toContain("/spec/interval");
    expect(spoilt(source, (spec) => Object.assign(spec, { url: "git@git.msp.example:x" }))).toContain("/spec/url");
    expect(spoilt(apps, (spec) => delete spec.prune)).toContain("prune");
    expect(spoilt(apps, (spec) => Object.assign(spec, { kubeConfig: {} }))).toContain("has(self.secretRef)");
  });
});

type Series = Readonly<Record<string, number | string>>;

/** What kube-state-metrics would say of the small cluster. */
function asPlanned({
  ready,
  offeredCores,
  askedCores,
  offeredBytes = 48 * GIB - 200 * MIB,
  askedBytes = 24 * GIB,
  phase = "Running",
}: {
  readonly ready: number;
  readonly offeredCores: number;
  readonly askedCores: number;
  readonly offeredBytes?: number;
  readonly askedBytes?: number;
  readonly phase?: string;
}): Series {
  const of = 'cluster="tenant-orchid"';
  const pod = `${of}, namespace="a", pod="p"`;
  return {
    [`kube_node_info{${of}, node="1", kubelet_version="v1.34.3"}`]: 1,
    [`kube_node_info{${of}, node="2", kubelet_version="v1.34.3"}`]: 1,
    // Of another version whose number begins alike.
    [`kube_node_info{${of}, node="3", kubelet_version="v1.345.0"}`]: 1,
    [`kube_node_status_condition{${of}, node="1", condition="Ready", status="true"}`]: 1,
    [`kube_node_status_condition{${of}, node="2", condition="Ready", status="true"}`]: ready - 1,
    [`kube_node_status_allocatable{${of}, resource="cpu", unit="core"}`]: offeredCores,
    [`kube_node_status_allocatable{${of}, resource="memory", unit="byte"}`]: offeredBytes,
    [`kube_pod_container_resource_requests{${pod}, container="x", resource="cpu"}`]: askedCores / 2,
    [`kube_pod_container_resource_requests{${pod}, container="y", resource="cpu"}`]: askedCores / 2,
    [`kube_pod_container_resource_requests{${pod}, container="x", resource="memory"}`]: askedBytes,
    [`kube_pod_status_phase{${pod}, phase="${phase}"}`]: 1,
    [`kube_pod_status_phase{${pod}, phase="${phase === "Running" ? "Failed" : "Running"}"}`]: 0,
  };
}

const alert = (severity: string, summary: string, description: string) => ({
  exp_labels: { cluster: "tenant-orchid", tenant: "orchid", severity },
  exp_annotations: { summary: `tenant-orchid: ${summary}`, description },
});

/** Each alert as it is to read when it is raised in the test. */
const RAISED = {
  ClusterSaysNothing: alert("critical", "no metrics come from it", "No other alert on this cluster can be raised."),
  NodesBelowPlan: alert("critical", "fewer nodes than planned", "1 of 2 planned nodes are ready."),
  CpuBelowPlan: alert("warning", "nodes offer less CPU than planned", "11.75 of 12 planned cores are offered."),
  // 46 GiB less 200 MiB of 48 GiB less 200 MiB.
  MemoryBelowPlan: alert(
    "warning",
    "nodes offer less memory than planned",
    "49182408704 of 51329892352 planned bytes are offered.",
  ),
  CpuRequestsAbovePlan: alert(
    "warning",
    "pods ask for more CPU than planned",
    "Requests are 75% of what nodes offer; the plan has 50%.",
  ),
  // 36 of 47.8 GiB, and 24 of them.
  MemoryRequestsAbovePlan: alert(
    "warning",
    "pods ask for more memory than planned",
    "Requests are 75.31% of what nodes offer; the plan has 50%.",
  ),
  KubernetesVersionEnds: alert(
    "warning",
    "Kubernetes 1.34 is looked after until 1970-01-02 only",
    "2 nodes run it; upstream mends nothing in it after 1970-01-02.",
  ),
};

/** What all pods of a cluster ask for, counted from its pods and nodes, by rules written here again. */
function countedAgain({ pools, podGroups }: ClusterToEmit) {
  const total = { cpuMillicores: 0, memoryBytes: 0 };
  for (const { kind, replicas, requests, nodeSelector, tolerations } of podGroups) {
    const running = pools.filter(
      ({ labels, taints }) =>
        Object.entries(nodeSelector).every(([key, value]) => labels[key] === value) &&
        taints.every(
          (taint) =>
            taint.effect === "PreferNoSchedule" ||
            tolerations.some(
              ({ key, operator, value, effect }) =>
                (key === undefined || key === taint.key) &&
                (operator === "Exists" || (value ?? "") === (taint.value ?? "")) &&
                (effect === undefined || effect === taint.effect),
            ),
        ),
    );
    const count = kind === "DaemonSet" ? running.reduce((sum, { nodeCount }) => sum + nodeCount, 0) : replicas;
    total.cpuMillicores += count * (requests.cpuMillicores ?? 0);
    total.memoryBytes += count * (requests.memoryBytes ?? 0);
  }
  return total;
}

/** Files that git leaves out by some rules. */
function leftOut(rules: string, tree: Readonly<Record<string, string>>): readonly string[] {
  const args = ["-c", "core.excludesFile=rules", "check-ignore", "--no-index", "--stdin"];
  return gitIn(args, { ...tree, rules });
}

function gitIn(args: readonly string[], tree: Readonly<Record<string, string>>): readonly string[] {
  const script = `git init --quiet . && git ${args.map((arg) => `'${arg}'`).join(" ")} < paths.txt`;
  return toolOn("sh", ["-c", script], tree).output.split("\n");
}
