import { kubernetesObjects, type LargeFile, type ReadResult, vmInventory } from "@nkp-planner/adapters";
import { problemOf } from "@nkp-planner/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fileOf } from "./support/read.ts";

/** Lists that are read piece by piece say what they say as a whole. */

function inPieces(text: string, sizes: readonly number[], name = "pods.json"): LargeFile {
  const bytes = new TextEncoder().encode(text);
  return {
    name,
    head: bytes.subarray(0, 4096),
    async *chunks() {
      for (let at = 0, piece = 0; at < bytes.length; piece += 1) {
        const size = sizes[piece % sizes.length] ?? 1;
        yield bytes.subarray(at, at + size);
        at += size;
      }
    },
  };
}

const problemsOf = ({ findings }: ReadResult) => findings.filter(({ severity }) => severity === "error").map(problemOf);

const pod = (name: string, cpu: string, more: object = {}) => ({
  apiVersion: "v1",
  kind: "Pod",
  metadata: {
    ...{ name, namespace: "shöp", labels: { team: "órchid" }, managedFields: [{ a: { b: [1, 2, { c: "}" }] } }] },
    ownerReferences: [{ kind: "ReplicaSet", name: "web-1", uid: "r", controller: true }],
  },
  spec: {
    nodeName: `node-${name}`,
    containers: [{ name: "c", env: [{ name: "Ü", value: '{"]' }], resources: { requests: { cpu, memory: "1Gi" } } }],
    volumes: [
      { name: "t", projected: {} },
      { name: "d", persistentVolumeClaim: { claimName: "data" } },
    ],
  },
  status: {
    phase: "Running",
    containerStatuses: [{ name: "c", allocatedResources: { cpu: "2", memory: "1Gi" }, image: "x" }],
  },
  ...more,
});
const claim = {
  apiVersion: "v1",
  kind: "PersistentVolumeClaim",
  metadata: { name: "data", namespace: "shöp" },
  spec: { resources: { requests: { storage: "5Gi" } } },
};
const LISTS: readonly (readonly [string, unknown])[] = [
  ["a list", { apiVersion: "v1", items: [pod("a", "500m"), claim, pod("b", "3")], kind: "List", metadata: {} }],
  [
    "a list whose entries have no kind",
    { kind: "PodList", apiVersion: "v1", items: [pod("a", "1", { kind: undefined, apiVersion: undefined })] },
  ],
  ["an array", [pod("a", "500m"), claim]],
  [
    "ended and silent pods",
    {
      kind: "List",
      apiVersion: "v1",
      items: [
        pod("a", "1", { status: { phase: "Failed" } }),
        pod("b", "1", { spec: { containers: [{ name: "c" }] } }),
        pod("d", "1"),
      ],
    },
  ],
  [
    "deployments",
    {
      kind: "List",
      apiVersion: "v1",
      items: [
        {
          apiVersion: "apps/v1",
          kind: "Deployment",
          metadata: {
            name: "w",
            annotations: { "kubectl.kubernetes.io/last-applied-configuration": "{}", tenant: "x" },
          },
          spec: {
            replicas: 3,
            template: {
              metadata: { labels: { app: "w" } },
              spec: {
                affinity: {
                  podAntiAffinity: {
                    requiredDuringSchedulingIgnoredDuringExecution: [
                      { topologyKey: "kubernetes.io/hostname", labelSelector: { matchLabels: { app: "w" } } },
                    ],
                  },
                },
                containers: [{ name: "c", resources: { limits: { cpu: "1", memory: "1Gi", "nvidia.com/gpu": "1" } } }],
              },
            },
          },
        },
        {
          apiVersion: "batch/v1",
          kind: "CronJob",
          metadata: { name: "j" },
          spec: {
            jobTemplate: {
              spec: {
                parallelism: 2,
                template: {
                  spec: { containers: [{ name: "c", resources: { requests: { cpu: "1", memory: "1Gi" } } }] },
                },
              },
            },
          },
        },
      ],
    },
  ],
  ["nothing", { kind: "List", apiVersion: "v1", items: [] }],
  ["items that are null", { kind: "List", apiVersion: "v1", items: null }],
];

describe("a list in pieces says what it says as a whole", () => {
  it.each(LISTS)("%s", async (_what, data) => {
    for (const indent of [0, 2]) {
      const text = JSON.stringify(data, null, indent);
      for (const options of [{}, { "tenant-by": "namespace", jobs: "counted" }, { "tenant-by": "label:team" }]) {
        const whole = await kubernetesObjects.read(fileOf(text, "pods.json"), { options });
        await fc.assert(
          fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 97 }), { minLength: 1, maxLength: 5 }), async (sizes) => {
            const streamed = await kubernetesObjects.readTogether([inPieces(text, sizes)], { options });
            expect(streamed.data).toEqual(whole.data);
            expect(streamed.report).toEqual(whole.report);
            const said = ({ findings }: ReadResult) => findings.map(({ message }) => message);
            expect(said(streamed)).toEqual(said(whole));
          }),
          { numRuns: 8 },
        );
      }
    }
  });

  it("an entry that is wrong is told with the line that it begins at", async () => {
    const text = JSON.stringify(
      { kind: "List", apiVersion: "v1", items: [pod("a", "1"), pod("b", "lots", { status: {} })] },
      null,
      1,
    );
    const at = text
      .split("\n")
      .findIndex((line, index, lines) => index > 10 && line === "  {" && lines[index - 1] === "  },");
    const [problem] = problemsOf(await kubernetesObjects.readTogether([inPieces(text, [50])]));
    expect(problem).toMatchObject({ line: at + 1, column: 3 });
    expect(problem?.found).toContain("lots");
  });

  it.each([
    ["broken off", '{"kind":"List","apiVersion":"v1","items":[{"kind":"Pod"},{"ki', /the end of the text/],
    ["no JSON", '{"kind":"List", oops}', /Unexpected/],
    ["YAML", "apiVersion: v1\nkind: List\n", /no JSON/],
    ["nested deeply", `{"items":[${"[".repeat(5000)}`, /too deeply/],
    ["more behind it", '{"kind":"List","apiVersion":"v1","items":[]} {"kind":"x"}', /Unexpected|END/i],
  ])("%s", async (_what, text, words) => {
    const result = await kubernetesObjects.readTogether([inPieces(text, [7])]);
    expect(result.value).toBeNull();
    expect(problemsOf(result)[0]?.found).toMatch(words);
    expect(problemsOf(result)[0]?.line).toBe(1);
  });

  it("beside files that are held, with a byte order mark, and by a reader that takes none", async () => {
    const list = (...items: object[]) => JSON.stringify({ kind: "List", apiVersion: "v1", items });
    const owner = {
      apiVersion: "apps/v1",
      kind: "ReplicaSet",
      metadata: { name: "web-1", namespace: "shöp", uid: "r" },
      spec: { replicas: 1, template: { spec: pod("x", "1").spec } },
    };
    const both = await kubernetesObjects.readTogether([
      inPieces(`\uFEFF${list(pod("a", "1"), pod("b", "1"))}`, [9]),
      fileOf(list(owner, claim), "rs.json"),
    ]);
    expect(problemsOf(both)).toEqual([]);
    expect(both.report).toMatchObject({
      foundCount: 4,
      usedCount: 2,
      excluded: [{ count: 2, reason: "counted with their owner" }],
    });
    const held = await vmInventory.readTogether([inPieces(vmInventory.example.text, [1000], "vInfo.csv")]);
    expect(held.data).toEqual((await vmInventory.read(fileOf(vmInventory.example.text, "vInfo.csv"))).data);
    const { mostBytes } = vmInventory.capabilities;
    const refused = await vmInventory.readTogether([inPieces("x".repeat(mostBytes + 1), [100_000], "vms.csv")]);
    expect(problemsOf(refused)[0]?.found).toBe(`${mostBytes + 1} bytes`);
  });
});
