import { spawnSync } from "node:child_process";
import {
  adapters,
  type ClusterToEmit,
  type EmitOptions,
  exampleOptions,
  type PlanToEmit,
  type PoolToEmit,
  planToEmit,
  textOf,
} from "@nkp-planner/adapters";
import { exampleFleet, examplePriceBook, planningContext } from "@nkp-planner/catalog";
import { type Finding, findingText, InputError, operatingModels, plannedFleet } from "@nkp-planner/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { cluster, planOf, pool, SMALL_CLUSTER } from "./support/clusters-to-emit.ts";
import { type FlagsRead, flagsRead } from "./support/nkp-flags.ts";
import { found, hasShellcheck, PASSWORD, runScript, USER, withWritten } from "./support/scripts-run.ts";

const nkpCli = adapters.find(({ id }) => id === "nkp-cli") as (typeof adapters)[number];
const CONTROL_PLANE = "node-role.kubernetes.io/control-plane";

/** Texts that do harm where a shell reads them as its own; `: >canary` makes a file without any program. */
const HOSTILE = [
  "it's",
  `"double"`,
  "$(: >canary)",
  "`: >canary`",
  "'; : >canary; '",
  `"; : >canary; "`,
  String.raw`\'; : >canary; #`,
  "-n",
  "--insecure",
  "--",
  "\u0024{NUTANIX_PASSWORD}",
  "!! !$ ^a^b",
  "* ? [a-z] ~ {a,b}",
  "a,b",
  `say "a", "b"`,
  " spaces ",
  "# no comment",
  "& | ; < > ( )",
  "\\",
  "größe-é-東京-😀",
  "\u202eright to left",
  "x".repeat(255),
] as const;

/** Everything that the options hold of one place. */
interface Place {
  readonly prismElement: string;
  readonly subnets: readonly string[];
  readonly image: string;
  readonly storageContainer: string;
  readonly project: string;
  readonly categories: Readonly<Record<string, string>>;
}

const plans = new Map<string, PlanToEmit>();
const planned = (id: string, release = exampleFleet.release): PlanToEmit => {
  const known = plans.get(`${id} ${release}`);
  if (known !== undefined) return known;
  const model = operatingModels.find((one) => one.id === id) as (typeof operatingModels)[number];
  const context = planningContext({ release, priceBook: examplePriceBook, settings: {} });
  const plan = planToEmit(plannedFleet({ ...exampleFleet, release }, model, context));
  plans.set(`${id} ${release}`, plan);
  return plan;
};

async function emitted(plan: PlanToEmit, more: EmitOptions = {}) {
  return nkpCli.emit({ plan, options: { ...exampleOptions(nkpCli, plan), ...more } });
}

/** A cluster that others can be made beside, with its control plane and pools of workers. */
function withWorkers(name: string, workers: readonly PoolToEmit[], more: Partial<ClusterToEmit> = {}): ClusterToEmit {
  const taints = [{ key: CONTROL_PLANE, effect: "NoSchedule" }] as const;
  const plane = pool("control-plane", { shape: { vcpu: 4, memoryGiB: 16, diskGiB: 80 }, nodeCount: 3, taints });
  return cluster(name, { pools: [plane, ...workers], ...more });
}

const MANAGEMENT = withWorkers("management", [pool("platform", { nodeCount: 2 })], { role: "management" });

/** What machines of a pool are to be, by the plan: whole GiB. */
function machineFlags(part: string, { nodeCount, shape }: PoolToEmit): FlagsRead {
  return {
    [`--${part}replicas`]: nodeCount,
    [`--${part}vcpus`]: shape.vcpu,
    [`--${part}cores-per-vcpu`]: 1,
    [`--${part}memory`]: Math.ceil(shape.memoryGiB),
    [`--${part}disk-size`]: Math.ceil(shape.diskGiB),
  };
}

function placeFlags(part: string, { prismElement, subnets, project, categories }: Place): FlagsRead {
  return {
    [`--${part}prism-element-cluster`]: prismElement,
    [`--${part}subnets`]: subnets,
    [`--${part}pc-project`]: project,
    [`--${part}pc-categories`]: Object.entries(categories).map(([key, value]) => `${key}=${value}`),
  };
}

/** Where the catalog does not know the exact version, the options' example says one. */
function kubernetesOf({ release }: PlanToEmit): string {
  return release.kubernetesPatch ?? "1.34.3";
}

function namespaceOf({ clusters, release }: PlanToEmit, name: string): string {
  if (clusters.find((one) => one.name === name)?.managedBy !== null) return "kommander-default-workspace";
  return release.version.startsWith("2.18") ? "kommander" : "default";
}

/** What is the options' example of every cluster: the first has 10.40.7.10 and the range from .20 to .27, the next is 32 further. */
function everywhere(plan: PlanToEmit, name: string): FlagsRead {
  const number = 7 * 256 + 10 + 32 * plan.clusters.findIndex((one) => one.name === name);
  const address = (further: number) => `10.40.${Math.floor((number + further) / 256)}.${(number + further) % 256}`;
  return {
    "--namespace": namespaceOf(plan, name),
    "--endpoint": "https://pc.msp.example:9440",
    "--kubernetes-version": kubernetesOf(plan),
    "--control-plane-endpoint-ip": address(0),
    "--control-plane-endpoint-port": 6443,
    "--kubernetes-service-load-balancer-ip-range": `${address(10)}-${address(17)}`,
    "--kubernetes-pod-network-cidr": "192.168.0.0/16",
    "--kubernetes-service-cidr": "10.96.0.0/12",
    ...(plan.release.version.startsWith("2.16") ? {} : { "--onboard-to-prism-central": true }),
  };
}

/** Runs every script of a plan, and holds what `nkp` was called with against the plan. */
async function holdAgainst(plan: PlanToEmit, place: Place) {
  const { files } = await emitted(plan, { ...place });
  withWritten(files, (folder) => {
    for (const { name, managedBy, pools } of plan.clusters) {
      const account = { NUTANIX_USER: USER, NUTANIX_PASSWORD: PASSWORD, KUBECONFIG: "/here/it's $(: >canary).conf" };
      const [plane, first, ...further] = pools as [PoolToEmit, PoolToEmit, ...PoolToEmit[]];
      const run = runScript(folder, `${name}/create-cluster.sh`, { env: account });
      expect(run).toMatchObject({ status: 0, made: [] });
      expect(run.accounts).toEqual(run.calls.map(() => ({ user: USER, password: PASSWORD })));
      expect(`${run.stdout}${run.stderr}`).not.toContain(PASSWORD);
      const [made, ...pooled] = run.calls.map((argv) => flagsRead(argv, plan.release.version));
      expect(made?.words).toEqual(["create", "cluster", "nutanix"]);
      expect(made?.flags).toEqual({
        ...everywhere(plan, name),
        ...{ "--cluster-name": name, "--vm-image": place.image, "--csi-storage-container": place.storageContainer },
        ...{ ...machineFlags("control-plane-", plane), ...machineFlags("worker-", first) },
        ...{ ...placeFlags("control-plane-", place), ...placeFlags("worker-", place) },
        ...(managedBy === null ? { "--self-managed": true } : { "--kubeconfig": account.KUBECONFIG }),
      });
      expect(pooled.map(({ words }) => words)).toEqual(
        further.map((one) => ["create", "nodepool", "nutanix", one.name]),
      );
      for (const [index, { flags }] of pooled.entries()) {
        const one = further[index] as PoolToEmit;
        expect(flags).toEqual({
          ...{
            "--namespace": namespaceOf(plan, name),
            "--kubernetes-version": kubernetesOf(plan),
            "--wait": true,
          },
          ...{ "--cluster-name": name, "--vm-image": place.image, ...placeFlags("", place), ...machineFlags("", one) },
          "--kubeconfig": managedBy === null ? `${name}.conf` : account.KUBECONFIG,
        });
      }
      const dry = runScript(folder, `${name}/dry-run.sh`, { env: account });
      expect(dry).toMatchObject({ status: 0, made: [`${name}/manifest.yaml`], stdout: "" });
      expect(dry.calls).toEqual([[...(run.calls[0] ?? []), "--dry-run", "--output=yaml"]]);
      if (managedBy !== null) continue;
      const install = runScript(folder, `${name}/install-kommander.sh`, { env: {} });
      expect(install).toMatchObject({ status: 0, made: [] });
      expect(install.calls).toEqual([
        ["install", "kommander", `--installer-config=${folder}/${name}/kommander.yaml`, `--kubeconfig=${name}.conf`],
      ]);
    }
  });
}

const USUAL: Place = {
  prismElement: "pe-msp-01",
  subnets: ["vlan-740", "vlan-741"],
  image: "nkp-rocky-9.6-release",
  storageContainer: "msp-tenants",
  project: "_internal",
  categories: { Environment: "production", Tenant: "orchid" },
};

describe("what the scripts call", () => {
  it.each(["nkp-2.16.1", "nkp-2.17.1", "nkp-2.18.0-dev"])("is the plan of the example fleet, %s", async (release) => {
    const plan = planned("hybrid", release);
    // The management cluster, two that it manages, and one that manages itself.
    const own = plan.clusters.filter(({ managedBy }) => managedBy === null);
    const managed = plan.clusters.filter(({ managedBy }) => managedBy !== null);
    const clusters = [...own.slice(0, 2), ...managed.slice(0, 2)];
    expect(clusters).toHaveLength(4);
    await holdAgainst({ ...plan, clusters }, USUAL);
  });

  it.each(HOSTILE.map((text): [string] => [text]))("is the plan where everything is called %j", async (text) => {
    const tenants = [{ id: "orchid", name: text }];
    const workers = [
      pool("workload", { nodeCount: 4 }),
      pool("large", { shape: { vcpu: 16, memoryGiB: 64, diskGiB: 120 } }),
    ];
    const orchid = withWorkers("tenant-orchid", workers, { tenants, role: "attached", managedBy: "management" });
    const place = {
      ...{ prismElement: text, image: text, storageContainer: text, project: text, subnets: [text, "b", text] },
      categories: { [text.replaceAll("=", "")]: text, Tenant: "orchid" },
    };
    await holdAgainst(planOf(MANAGEMENT, orchid), place);
  });

  const word = fc
    .oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 }))
    .filter((text) => /^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}]+$/u.test(text));
  const workerPool = fc
    .record({
      nodeCount: fc.nat(40),
      vcpu: fc.integer({ min: 1, max: 128 }),
      memoryGiB: fc.integer({ min: 4, max: 2048 }).map((halves) => halves / 2),
      diskGiB: fc.integer({ min: 20, max: 4000 }),
    })
    .map(({ nodeCount, ...shape }) => ({ nodeCount, shape }));
  const place = fc.record({
    ...{ prismElement: word, image: word, storageContainer: word, project: word },
    subnets: fc.array(word, { minLength: 1, maxLength: 4 }),
    categories: fc.dictionary(
      word.filter((text) => !text.includes("=") && text !== "__proto__"),
      word,
      { minKeys: 1, maxKeys: 3 },
    ),
  });

  it("is the plan, whatever the machines and however things are called", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(workerPool, { minLength: 1, maxLength: 4 }),
        place,
        word,
        async (pools, where, name) => {
          const workers = pools.map((one, index) => pool(`pool-${index}`, one));
          const tenants = [{ id: "t", name }];
          await holdAgainst(planOf(withWorkers("tenant-orchid", workers, { tenants })), where);
        },
      ),
      { numRuns: 25 },
    );
  });

  it("is seen: a value that a shell runs, and a value that it takes apart", () => {
    const script = (text: string) => [{ path: "c/s.sh", text: `nkp create ${text}\n` }];
    const run = (text: string) => withWritten(script(text), (folder) => runScript(folder, "c/s.sh"));
    expect(run('"$(: >canary)"').made).toEqual(["canary"]);
    expect(run("a b 'c d'").calls).toEqual([["create", "a", "b", "c d"]]);
    expect(run("x; reboot")).toMatchObject({ status: 127, calls: [["create", "x"]] });
  });
});

describe("a script", () => {
  const orchid = withWorkers("tenant-orchid", [pool("workload")], { role: "attached", managedBy: "management" });

  it.each([
    [{ NUTANIX_USER: USER }, "Set NUTANIX_USER and NUTANIX_PASSWORD"],
    [{ NUTANIX_PASSWORD: PASSWORD, NUTANIX_USER: "" }, "Set NUTANIX_USER and NUTANIX_PASSWORD"],
    [{ NUTANIX_USER: USER, NUTANIX_PASSWORD: PASSWORD }, "Set KUBECONFIG"],
  ])("does nothing with only %j", async (env, sentence) => {
    const { files } = await emitted(planOf(MANAGEMENT, orchid));
    const run = withWritten(files, (folder) => runScript(folder, "tenant-orchid/create-cluster.sh", { env }));
    expect(run).toMatchObject({ status: 1, calls: [], made: [], stdout: "" });
    expect(run.stderr).toContain(sentence);
  });

  it("shows no password, even where the shell prints each command", async () => {
    const { files } = await emitted(planOf(MANAGEMENT, orchid));
    withWritten(files, (folder) => {
      for (const name of ["create-cluster", "dry-run", "install-kommander"]) {
        const { status, stdout, stderr } = runScript(folder, `management/${name}.sh`, { flags: ["-x"] });
        expect(status).toBe(0);
        expect(stderr).toContain("+ nkp ");
        expect(`${stdout}${stderr}`).not.toContain("s3cret");
      }
    });
  });

  it("stops at the first command that fails", async () => {
    const { files } = await emitted(planOf(withWorkers("tenant-orchid", [pool("workload"), pool("large")])));
    const env = { NUTANIX_USER: USER, NUTANIX_PASSWORD: PASSWORD, NKP_STATUS: "3" };
    const run = withWritten(files, (folder) => runScript(folder, "tenant-orchid/create-cluster.sh", { env }));
    expect(run.calls).toHaveLength(1);
    expect(run.status).toBe(3);
  });

  it("knows the flag that came with 2.17 from then on only", async () => {
    const flag = "--onboard-to-prism-central";
    const text = async (release: string) => {
      const { files } = await emitted(planned("pro-self-managed", release));
      return files.map(textOf).join("");
    };
    expect(await text("nkp-2.16.1")).not.toContain(flag);
    expect(await text("nkp-2.17.1")).toContain(flag);
    expect(await text("nkp-2.18.0-dev")).toContain(flag);
  });

  it("says what the options say of one cluster, and where the certificate is not checked", async () => {
    const { files } = await emitted(planOf(MANAGEMENT, orchid), {
      prismCentral: { url: "https://10.40.1.5:9440", insecure: true },
      workspaceNamespace: "tenants",
      clusters: {
        management: { name: "mgmt-01", controlPlaneEndpoint: "10.40.8.10", loadBalancerRange: "10.40.8.20-10.40.8.21" },
        "tenant-orchid": {
          ...{ controlPlaneEndpoint: "10.40.9.10", controlPlanePort: 443, loadBalancerRange: "10.40.9.20-10.40.9.21" },
          ...{
            prismElement: "pe-02",
            subnets: ["vlan-9"],
            image: "own",
            storageContainer: "gold",
            project: "_internal",
          },
          ...{ podNetwork: "172.22.0.0/16", serviceNetwork: "10.112.0.0/16", categories: { Tenant: "orchid" } },
        },
      },
    });
    const text = (path: string) =>
      files
        .filter((file) => file.path === path)
        .map(textOf)
        .join("");
    const management = text("mgmt-01/create-cluster.sh");
    expect(management).toContain("--cluster-name='mgmt-01' ");
    expect(text("mgmt-01/install-kommander.sh")).toContain("--kubeconfig='mgmt-01.conf' ");
    const tenant = text("tenant-orchid/create-cluster.sh");
    for (const flag of [
      ...["--namespace='tenants'", "--endpoint='https://10.40.1.5:9440'", "--insecure", "--vm-image='own'"],
      ...["--control-plane-endpoint-ip='10.40.9.10'", "--control-plane-endpoint-port=443"],
      ...["--worker-prism-element-cluster='pe-02'", "--worker-subnets='vlan-9'", "--csi-storage-container='gold'"],
      ...["--kubernetes-pod-network-cidr='172.22.0.0/16'", "--kubernetes-service-cidr='10.112.0.0/16'"],
      ...["--worker-pc-project='_internal'", "--control-plane-pc-categories='Tenant=orchid'"],
    ])
      expect(tenant).toContain(`\n  ${flag} \\\n`);
    const readme = text("README.md");
    expect(readme).toContain("./mgmt-01/create-cluster.sh\n./mgmt-01/install-kommander.sh\n");
    expect(readme).toContain(`export KUBECONFIG="$PWD/mgmt-01.conf"\n./tenant-orchid/create-cluster.sh\n`);
    expect(readme).toContain("a workspace with the namespace tenants.");
  });

  it("hands on what stands behind its name", async () => {
    const { files } = await emitted(planOf(MANAGEMENT));
    const further = ["--ssh-public-key-file=/home/it's me/id.pub", "--no-proxy=a,b"];
    withWritten(files, (folder) => {
      for (const name of ["create-cluster", "dry-run", "install-kommander"]) {
        const [plain] = runScript(folder, `management/${name}.sh`).calls;
        expect(runScript(folder, `management/${name}.sh`, { further }).calls).toEqual([[...(plain ?? []), ...further]]);
      }
    });
  });

  it("is in the namespace that its release has for clusters that manage themselves", async () => {
    const namespaces = async (release: string) => {
      const plan = planned("ultimate-centralized", release);
      const { files } = await emitted(plan);
      return plan.clusters.slice(0, 2).map(({ name }) => {
        const text = files.filter(({ path }) => path === `${name}/create-cluster.sh`).map(textOf);
        return /--namespace='(.*)'/.exec(text.join(""))?.[1];
      });
    };
    expect(await namespaces("nkp-2.17.1")).toEqual(["default", "kommander-default-workspace"]);
    expect(await namespaces("nkp-2.18.0-dev")).toEqual(["kommander", "kommander-default-workspace"]);
  });

  it("reads well to a shell's own checkers", async () => {
    if (!hasShellcheck) {
      // In CI its absence is a failure.
      expect(process.env["CI"], "shellcheck is not installed: apt-get install shellcheck").toBeUndefined();
      console.warn("SKIPPED: shellcheck is not installed, so that no script was checked by it.");
    }
    const hostile = withWorkers("tenant-orchid", [pool("workload"), pool("large")], {
      tenants: HOSTILE.map((name, index) => ({ id: `t${index}`, name })),
    });
    for (const [plan, subnets, guesses] of [
      [planned("hybrid"), ["vlan-740"], []],
      // Two of its rules guess that a dollar sign or a quote in single quotes is a mistake: here it is the value.
      [planOf(hostile), HOSTILE.slice(0, 16), ["--exclude=SC2016,SC1003"]],
      [planOf(SMALL_CLUSTER), ["vlan-740"], []],
    ] as const) {
      const { files } = await emitted(plan, { subnets });
      const scripts = files.filter((file) => "isExecutable" in file && file.isExecutable).map(({ path }) => path);
      expect(scripts.length).toBeGreaterThan(2);
      withWritten(files, (folder) => {
        for (const path of scripts) {
          const { status, stderr } = spawnSync(found("bash"), ["-n", path], { cwd: folder, encoding: "utf8" });
          expect([status, stderr], path).toEqual([0, ""]);
        }
        if (!hasShellcheck) return;
        const { status, stdout } = spawnSync("shellcheck", [...guesses, ...scripts], {
          ...{ cwd: folder, encoding: "utf8" },
        });
        expect([status, stdout]).toEqual([0, ""]);
      });
    }
  });
});

describe("what flags cannot say", () => {
  const said = async (one: ClusterToEmit, options: EmitOptions = {}) => {
    const { files, findings } = await emitted(planOf(one), options);
    const text = (path: string) =>
      files
        .filter((file) => file.path === path)
        .map(textOf)
        .join("");
    return {
      findings: findings.map((finding) => findingText(finding)).join("\n"),
      script: text(`${one.name}/create-cluster.sh`),
      readme: text("README.md"),
    };
  };

  it("stands in the findings, in the script and in the README", async () => {
    const tainted = pool("large", { taints: [{ key: "dedicated", value: "orchid", effect: "NoExecute" }] });
    const { findings, script, readme } = await said(withWorkers("tenant-orchid", [pool("workload"), tainted]));
    const need = "taint dedicated=orchid:NoExecute";
    expect(findings).toContain(`Pool large of tenant-orchid is made without ${need}`);
    expect(script).toContain(`# Pool large: ${need}.\n`);
    expect(script).toContain(`echo 'Pool large: ${need}.' >&2\n`);
    expect(readme).toContain(`- tenant-orchid, pool large: ${need}\n`);
  });

  it("is nothing where a pool needs nothing but machines", async () => {
    const { findings, script, readme } = await said(withWorkers("tenant-orchid", [pool("workload"), pool("large")]));
    expect(findings).not.toContain("is made without");
    for (const text of [script, readme]) expect(text).not.toContain("No flag says");
  });

  it("is a label that reaches nodes, zones and settings of the kubelet; a label that stays behind is told apart", async () => {
    const workers = pool("workload", {
      labels: { "node-role.kubernetes.io/worker": "", pool: "workload" },
      zones: ["zone-1", "zone-2"],
    });
    const plan = planOf(withWorkers("tenant-orchid", [workers]));
    const { findings } = await emitted({ ...plan, kubelet: { ...plan.kubelet, podsPerNode: 250 } });
    const text = findings.map((finding) => findingText(finding)).join("\n");
    expect(text).toContain("label node-role.kubernetes.io/worker=");
    expect(text).toContain("failure domains for the zones zone-1, zone-2");
    expect(text).toContain("Pool control-plane of tenant-orchid is made without settings of the kubelet");
    expect(text).toContain("Of tenant-orchid/workload, the labels pool do not reach nodes");
  });

  it("is a device of the first pool, or one without a name; others become flags", async () => {
    const shape = { vcpu: 8, memoryGiB: 32, diskGiB: 80, extended: { "nvidia.com/gpu": 2 } };
    const one = withWorkers("tenant-orchid", [pool("workload", { shape }), pool("gpu", { shape })]);
    const gpus = { "nvidia.com/gpu": "Ampere 40" };
    const named = await said(one, { gpus });
    expect(named.script.match(/--gpu-name='Ampere 40' \\\n {2}--gpu-count=2 /g)).toHaveLength(1);
    expect(named.findings).toContain("Pool workload of tenant-orchid is made without 2 × nvidia.com/gpu a machine");
    expect(named.findings).not.toContain("Pool gpu of");
    const unnamed = await said(one);
    expect(unnamed.script).not.toContain("--gpu");
    expect(unnamed.findings).toContain("Pool gpu of tenant-orchid is made without 2 × nvidia.com/gpu a machine");
  });

  it("is half a GiB: what is written is the next whole one, and that is said", async () => {
    const shape = { vcpu: 8, memoryGiB: 24.5, diskGiB: 80.25 };
    const { findings, script } = await said(withWorkers("tenant-orchid", [pool("workload", { shape })]));
    // 24.5 → 25 and 80.25 → 81.
    expect(script).toContain("--worker-memory=25 ");
    expect(script).toContain("--worker-disk-size=81 ");
    expect(findings).toContain("Of pool workload of tenant-orchid, 24.5 GiB of memory is written as 25 GiB");
    expect(findings).toContain("Of pool workload of tenant-orchid, 80.25 GiB of disk is written as 81 GiB");
  });

  it("is refused where it would make something else, with every reason at once", async () => {
    const pools = [pool("workload"), pool("md-0")];
    const plan = planOf(withWorkers("tenant-orchid", pools), withWorkers("UPPER", pools));
    const options = { categories: { "a=b": "c" } };
    const error = await emitted(plan, options).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(InputError);
    const { message } = error as InputError;
    for (const part of ["a=b", "a further pool with the name md-0", "UPPER"]) expect(message).toContain(part);
    // Once for each of the two clusters.
    expect(message.match(/md-0/g)?.length).toBe(2);
    const single = await emitted(planOf(withWorkers("tenant-orchid", [pool("workload")])), options).catch(
      (reason: unknown) => reason,
    );
    expect(single).toBeInstanceOf(InputError);
  });
});

describe("kommander.yaml", () => {
  const read = async (plan: PlanToEmit) => {
    const { files, findings } = await emitted(plan);
    const all = files
      .filter(({ path }) => path.endsWith("/kommander.yaml"))
      .map((file): [string, Readonly<Record<string, { enabled: boolean }>>] => [
        file.path.split("/")[0] ?? "",
        parse(textOf(file)).apps,
      ]);
    const list = (finding: Finding, word: string) => (finding.message.figures[word]?.value ?? []) as readonly string[];
    const unnamed = findings
      .filter(({ code }) => code === "come-unnamed")
      .flatMap((finding) => list(finding, "clusters").map((name) => [name, list(finding, "applications")] as const));
    return {
      all: new Map(all),
      unnamed: new Map(unnamed),
      findings: findings.map((finding) => findingText(finding)).join("\n"),
    };
  };

  it.each(
    operatingModels.flatMap(({ id }) =>
      ["nkp-2.16.1", "nkp-2.17.1", "nkp-2.18.0-dev"].map((release) => [id, release] as const),
    ),
  )("enables what the plan counts and the licence allows, %s, %s", async (id, release) => {
    const plan = planned(id, release);
    const { applications } = planningContext({ release, priceBook: examplePriceBook, settings: {} }).catalog.release;
    const { all, unnamed } = await read(plan);
    expect([...all.keys()]).toEqual(
      plan.clusters.filter(({ managedBy }) => managedBy === null).map(({ name }) => name),
    );
    for (const [name, apps] of all) {
      const one = plan.clusters.find((candidate) => candidate.name === name) as ClusterToEmit;
      const enabled = Object.keys(apps).filter((app) => apps[app]?.enabled);
      const counted = one.applications.filter(({ isLicensed }) => isLicensed).map((app) => app.name);
      expect(enabled.filter((app) => !counted.includes(app))).toEqual([]);
      for (const app of counted) if (!enabled.includes(app)) expect(unnamed.get(name)).toContain(app);
      for (const app of Object.keys(apps)) {
        const known = applications.find((candidate) => candidate.name === app);
        expect(known, app).toBeDefined();
        if (apps[app]?.enabled) expect(known?.licensedEditions, app).toContain(one.edition);
      }
    }
  });

  it("leaves out of a Starter cluster what the plan counts and Starter may not run, and says so", async () => {
    const { all, findings } = await read(planned("starter-self-managed"));
    const apps = all.get("tenant-orchid");
    expect(apps?.["dex"]).toEqual({ enabled: true });
    expect(apps?.["kube-prometheus-stack"]).toEqual({ enabled: false });
    expect(apps).not.toHaveProperty("fluent-bit");
    expect(findings).toMatch(/The licence starter does not allow fluent-bit, which the plan counts on tenant-orchid/);
  });
});

describe("as people read it, the example fleet by Ultimate", () => {
  it.each([
    "README.md",
    "management/create-cluster.sh",
    "management/install-kommander.sh",
    "management/kommander.yaml",
    "tenant-orchid/create-cluster.sh",
    "tenant-orchid/dry-run.sh",
  ])("%s", async (path) => {
    const { files } = await emitted(planned("ultimate-centralized"));
    const text = files
      .filter((file) => file.path === path)
      .map(textOf)
      .join("");
    await expect(text).toMatchFileSnapshot(`golden/nkp-cli/${path}`);
  });
});
