import { readers, recognise } from "@nkp-planner/adapters";
import { findingText, problemOf, problemText } from "@nkp-planner/core";
import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { cluster, readObjects, release, upgradePlan, yamlOf } from "./support/calendar-objects.ts";

const TIMELINE = { releaseDate: "2026-07-16T23:30:00-02:00", endOfLifeDate: "2027-07-31" };
const full = release("v2.18.0+build.7", {
  timeline: TIMELINE,
  supportedKubernetesVersions: ["v1.35.2", "1.34", "1.33.x"],
  upgradePaths: [{ fromVersion: "2.17.1" }, { fromVersion: "v2.16.0", isSupported: false, reason: "too old" }],
  providerCompatibility: { prismCentral: ["pc.7.5"], aos: ["7.5"] },
});
const own = cluster("tenant-orchid", { platformVersion: "v2.16.1", kommanderCoreVersion: "v2.16.1" });
const FACTS = {
  releases: [
    {
      version: "2.18.0",
      // 23:30 two hours behind UTC is the next day there.
      releasedOn: "2026-07-17",
      endOfLifeOn: "2027-07-31",
      kubernetesMinors: ["1.35", "1.34", "1.33"],
      paths: [
        { from: "2.17.1", isSupported: true, reason: null },
        { from: "2.16.0", isSupported: false, reason: "too old" },
      ],
      prismCentral: ["pc.7.5"],
      aos: ["7.5"],
    },
  ],
  clusters: [{ name: "tenant-orchid", version: "2.16.1", isManagement: true }],
  upgrades: [],
};

/** What is wrong with a text, and what is said beside. */
async function saidOf(text: string) {
  const { findings, value, report } = await readObjects(text);
  const errors = findings.filter(({ severity }) => severity === "error");
  return {
    value,
    report,
    problems: errors.map((finding) => problemText(problemOf(finding))),
    places: errors.map((finding) => problemOf(finding)).map(({ line, column }) => `${line}:${column}`),
    notices: findings.filter(({ severity }) => severity !== "error").map((finding) => findingText(finding)),
  };
}

describe("objects of a management cluster", () => {
  const list = { apiVersion: "v1", kind: "List", metadata: { resourceVersion: "" }, items: [full, own] };
  const ofOneKind = { ...list, apiVersion: "release.nkp.nutanix.com/v1alpha1", kind: "ReleaseList", items: [full] };

  it.each([
    ["documents", yamlOf(full, own)],
    ["documents with empty ones between, and comments", `# dump\n---\n${yamlOf(full)}---\n---\n${yamlOf(own)}...\n`],
    ["a List", stringify(list)],
    ["JSON", JSON.stringify(list, null, 4)],
    ["JSON with all that an API server adds", JSON.stringify({ ...list, items: [{ ...full, status: {} }, own] })],
    ["a List beside documents", yamlOf(ofOneKind, own)],
  ])("are read from %s", async (_what, text) => {
    const { value, report, problems } = await saidOf(text);
    expect(problems).toEqual([]);
    expect(value).toEqual(FACTS);
    expect(report).toMatchObject({ foundCount: 2, usedCount: 2, unreadableCount: 0 });
    expect(recognise({ name: "", bytes: new TextEncoder().encode(text) }, readers)).toMatchObject({
      reader: { id: "nkp-objects" },
    });
  });

  it("stand where they are written", async () => {
    const text = JSON.stringify(list, null, 1);
    const { placeOf } = await readObjects(text);
    const line = text.split("\n").findIndex((one) => one.includes("clusters.nkp.nutanix.com"));
    expect(placeOf(["clusters", 0]).line).toBe(line);
    const yaml = await readObjects(yamlOf(full, own));
    expect(yaml.placeOf(["clusters", 0]).line).toBe(stringify(full).split("\n").length + 1);
  });

  it("of other kinds are left out, and that is said", async () => {
    const other = { apiVersion: "v1", kind: "ConfigMap", metadata: { name: "x" } };
    const foreign = { ...full, apiVersion: "example.com/v1" };
    const { value, notices, report } = await saidOf(yamlOf(other, own, foreign));
    expect(value?.clusters).toEqual(FACTS.clusters);
    expect(value?.releases).toEqual([]);
    expect(notices).toEqual(["Objects of other kinds are left out: ConfigMap, Release."]);
    expect(report).toMatchObject({ foundCount: 3, usedCount: 1, excluded: [{ count: 2 }] });
  });

  it("that say nothing that is needed are left out, and that is said", async () => {
    const running = { phase: "UpgradingKubernetes", steps: [{ name: "nodes", state: "Progressing" }] };
    const { value, notices, report } = await saidOf(
      yamlOf(
        { ...full, spec: {} },
        cluster("tenant-b", {}),
        cluster("tenant-c", {}, "2.19.0-dev.23"),
        upgradePlan("tenant-b", running),
        upgradePlan("tenant-b", { phase: "Upgraded", steps: [{ name: "a", startTime: "2026-08-01T10:00:00Z" }] }),
      ),
    );
    expect(value).toMatchObject({ releases: [], clusters: [{ name: "tenant-b", version: "2.17.1" }], upgrades: [] });
    expect(notices).toEqual([
      "Release nkp-v2.18.0+build.7 names no version: left out.",
      "NKPCluster tenant-b does not say what it runs: taken as 2.17.1, which it is to run.",
      'NKPCluster tenant-c: "2.19.0-dev.23" in spec.version is no released version: left out.',
      "NKPCluster tenant-c has no version to go by: left out.",
      "UpgradePlan tenant-b-upgrade has not ended: left out.",
      "UpgradePlan tenant-b-upgrade does not say whose upgrade it was, to what, or how long it took: left out.",
    ]);
    expect(report).toMatchObject({ foundCount: 5, usedCount: 1, excluded: [{ count: 4 }] });
  });
});

describe("a file that cannot be taken", () => {
  it("names every field that is wrong, with its place", async () => {
    const text = yamlOf(
      release("2.18.0", {
        timeline: { releaseDate: "soon", endOfLifeDate: 2027 },
        upgradePaths: [{ fromVersion: "2.17.1", isSupported: "yes" }],
        providerCompatibility: { aos: "7.5" },
      }),
      { ...own, status: "fine" },
      { ...own, metadata: { name: ["tenant-x"] } },
    );
    const { problems, places, report } = await saidOf(text);
    expect(problems).toEqual([
      'spec.upgradePaths[0].isSupported: found "yes", expected true or false; write one of them',
      'spec.timeline.releaseDate: found "soon", expected a moment such as 2026-07-16T00:00:00Z; write it as kubectl prints it',
      "spec.timeline.endOfLifeDate: found 2027, expected text; write it in quotation marks",
      'spec.providerCompatibility.aos: found "7.5", expected a list; write [ ] around it',
      "metadata.name: found a list of 1, expected text; write it in quotation marks",
    ]);
    const lines = text.split("\n");
    expect(places.map((place) => lines[Number(place.split(":")[0]) - 1]?.trim())).toEqual([
      "isSupported: yes",
      "releaseDate: soon",
      "endOfLifeDate: 2027",
      'aos: "7.5"',
      "- tenant-x",
    ]);
    expect(report).toMatchObject({ foundCount: 3, usedCount: 1, unreadableCount: 2 });
  });

  it.each([
    ["a fleet", "apiVersion: nkp-planner/v1\nkind: Fleet\n", "found objects of the kind Fleet"],
    [
      "other objects",
      "apiVersion: v1\nkind: Pod\n---\napiVersion: v1\nkind: Node\n",
      "found objects of the kind Node, Pod",
    ],
    ["no document", "# nothing\n---\n", "found no object"],
    ["an empty List", "apiVersion: v1\nkind: List\nitems: []\n", "found no object"],
    ["a text", "hello\n", 'found "hello", expected an object of Kubernetes'],
    ["a map that is none", "a: 1\n", "an entry without apiVersion and kind"],
    ["a List of texts", "apiVersion: v1\nkind: List\nitems: [hello]\n", 'items[0]: found "hello"'],
    ["broken YAML in the second document", "a: 1\n---\nb: [1, 2\n", "expected YAML or JSON"],
    ["broken JSON", '{"apiVersion": "v1", "items": [}', 'found "}"'],
    ["a key twice", "a: 1\n---\nb: 1\nb: 2\n", 'the key "b" a second time'],
    [
      "an alias bomb",
      `a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c]\n`,
      "aliases that repeat",
    ],
    ["brackets nested deeply", `a: ${"[".repeat(20_000)}${"]".repeat(20_000)}`, "nested too deeply"],
    ["a hundred thousand documents", "---\n".repeat(100_000), "more documents than anybody reads"],
    ["a key of every object", "__proto__: { apiVersion: v1, kind: x }\n", "an entry without apiVersion and kind"],
  ])("as it is %s", async (_what, text, found) => {
    const { value, problems, places } = await saidOf(text);
    expect(value).toBeNull();
    expect(problems.join("\n")).toContain(found);
    for (const place of places) expect(place).toMatch(/^[1-9]\d*:[1-9]\d*$/);
  });

  it("reads names of every object, and values that are none, as nothing else", async () => {
    const hostile = { toString: 1, constructor: { prototype: 1 }, length: { a: 1 } };
    const texts = [
      { ...full, spec: { version: "2.18.0", timeline: hostile, providerCompatibility: hostile } },
      { ...full, spec: hostile },
      { ...own, metadata: hostile, status: hostile },
      upgradePlan("constructor", { phase: "Upgraded", steps: [hostile, null, 7] }),
    ].map((object) => JSON.stringify(object));
    for (const text of texts) await expect(readObjects(text)).resolves.toBeDefined();
  });
});
