import { readFileSync } from "node:fs";
import {
  catalogOf,
  editions,
  factSheets,
  nodeMinimums,
  nodeShapes,
  parameters,
  prismCentralSizes,
  releases,
  sources,
  storageSchemes,
  systemComponents,
  upgradeFacts,
  versions,
} from "@nkp-planner/catalog";
import {
  chooseParameters,
  gibOf,
  networkOf,
  parseHostProfile,
  type ReleaseFootprint,
  releaseChanges,
  releaseFootprints,
} from "@nkp-planner/core";
import { describe, expect, it } from "vitest";
import { readCalendarDataset } from "../../packages/catalog/scripts/convert/calendar-dataset.ts";
import { readDataset } from "../../packages/catalog/scripts/convert/dataset.ts";
import { convertDataset, parameterIdsSource, settingsSource } from "../../packages/catalog/scripts/convert/index.ts";
import { readWorkloadsDataset } from "../../packages/catalog/scripts/convert/workloads-dataset.ts";
import { convertExamples } from "../../packages/catalog/scripts/examples.ts";
import { onOneHostCluster } from "../support/hosts.ts";

const datasetUrl = new URL("../../packages/catalog/dataset/nkp-platform.json", import.meta.url);
const workloadsUrl = new URL("../../packages/catalog/dataset/workload-presets.json", import.meta.url);
const calendarUrl = new URL("../../packages/catalog/dataset/nkp-calendar.json", import.meta.url);

describe("the catalog's data", () => {
  it("names the parameters that core may ask for", () => {
    const kept = readFileSync(new URL("../../packages/core/src/base/parameter-ids.ts", import.meta.url), "utf8");
    expect(kept, "stale: run pnpm --filter @nkp-planner/catalog convert").toBe(
      parameterIdsSource(readDataset(datasetUrl), readCalendarDataset(calendarUrl)),
    );
  });

  it("types its assumptions with their options", () => {
    const kept = readFileSync(new URL("../../packages/catalog/src/settings.ts", import.meta.url), "utf8");
    expect(kept, "stale: run pnpm --filter @nkp-planner/catalog convert").toBe(
      settingsSource(readDataset(datasetUrl), readCalendarDataset(calendarUrl)),
    );
  });

  it("is what the conversion makes of the dataset", () => {
    for (const [path, text] of convertDataset(
      readDataset(datasetUrl),
      readWorkloadsDataset(workloadsUrl),
      readCalendarDataset(calendarUrl),
    )) {
      const kept = readFileSync(new URL(`../../packages/catalog/data/${path}`, import.meta.url), "utf8");
      expect(kept, `data/${path} is stale: run pnpm --filter @nkp-planner/catalog convert`).toBe(text);
    }
  });

  it("ships the repository's example files as they are", () => {
    for (const [path, text] of convertExamples()) {
      const kept = readFileSync(new URL(`../../packages/catalog/data/${path}`, import.meta.url), "utf8");
      expect(kept, `data/${path} is stale: run pnpm --filter @nkp-planner/catalog examples`).toBe(text);
    }
  });

  it("cites only sources that its bibliography has, and has no source that nothing cites twice over", () => {
    const cited = new Set<string>();
    collect([releases, parameters, factSheets, editions, nodeMinimums, nodeShapes, systemComponents, versions], cited);
    collect([prismCentralSizes, storageSchemes, upgradeFacts], cited);
    expect(cited.size).toBeGreaterThan(100);
    for (const id of cited) expect(sources.has(id), `no source "${id}"`).toBe(true);
  });

  it("gives every value a source, or says that it is unknown or assumed", () => {
    const bare: string[] = [];
    walk(
      [
        releases,
        parameters,
        factSheets,
        nodeMinimums,
        nodeShapes,
        systemComponents,
        versions,
        prismCentralSizes,
        storageSchemes,
        upgradeFacts,
      ],
      (node) => {
        if (!("confidence" in node) || !Array.isArray(node["sources"]) || node["sources"].length > 0) return;
        if (!["unknown", "assumption"].includes(String(node["confidence"])))
          bare.push(JSON.stringify(node).slice(0, 120));
      },
    );
    expect(bare).toEqual([]);
  });

  it("keeps null for what is unknown, with the word for it", () => {
    const unknown = releases
      .flatMap(({ applications }) => applications)
      .flatMap(({ components }) => components ?? [])
      .filter(({ requests }) => requests.cpuMillicores === null);
    expect(unknown.length).toBeGreaterThan(5);
    for (const { confidence } of unknown) expect(confidence).toBe("unknown");
  });

  it("keeps both readings where sources disagree, one the default with its reason", () => {
    for (const id of [
      "rook-ceph-requests",
      "licensed-vcpu",
      "support-window-attached",
      "support-window-self-managed",
      "attached-worker-floor",
    ]) {
      const parameter = parameters.find((one) => one.id === id);
      expect(parameter?.options.length, id).toBeGreaterThanOrEqual(2);
      expect(parameter?.defaultReason.length, id).toBeGreaterThan(20);
    }
    for (const { id, default: standard, options } of parameters) {
      expect(
        options.map((option) => option.id),
        id,
      ).toContain(standard);
    }
  });

  it("names storage, Prism Central and hosts as the parameters that select them do", () => {
    const optionsOf = (id: string) => parameters.find((one) => one.id === id)?.options.map((option) => option.id) ?? [];
    for (const { parameter, option } of storageSchemes) expect(optionsOf(parameter)).toContain(option);
    for (const option of optionsOf("replication-factor"))
      expect(
        storageSchemes.filter((one) => one.parameter === "replication-factor" && one.option === option),
      ).toHaveLength(1);
    for (const { deployments, unsupportedFor } of prismCentralSizes) {
      expect(optionsOf("prism-central-deployment")).toEqual(expect.arrayContaining(deployments));
      expect(optionsOf("nkp-deployment")).toEqual(expect.arrayContaining(unsupportedFor));
    }
    for (const option of optionsOf("host-profile")) expect(parseHostProfile(option), option).not.toBeNull();
    expect(prismCentralSizes.map(({ maximumVms }) => maximumVms)).toEqual(
      prismCentralSizes.map(({ maximumVms }) => maximumVms).sort((a, b) => a - b),
    );
  });

  it("places a fleet on hosts by its defaults", () => {
    const choices = chooseParameters(parameters, {});
    const node = { clusterName: "alpha", vcpu: 8, memoryGiB: 32, diskGiB: 80, surgeCount: 1 };
    const groups = [
      { ...node, role: "control-plane" as const, vmCount: 3, vcpu: 4, memoryGiB: 16 },
      { ...node, role: "workload" as const, vmCount: 20 },
    ];
    const { hosts, prismCentral } = onOneHostCluster(groups, 1000, { catalog: catalogOf("nkp-2.17.1"), choices });
    // 12 + 160 + 8 to upgrade + 6 for Prism Central = 186 vCPU ÷ ((32 − 8) × 3 × 0.95) = 2.7 → 3, + 1
    expect(prismCentral?.size.id).toBe("small");
    expect(hosts).toMatchObject({ demand: { vcpu: 186 }, hostCount: 4, boundBy: "cpu" });
    expect(networkOf({ clusterName: "alpha", nodeCount: 23, surgeCount: 1 }, choices)).toMatchObject({
      addressCount: 26,
      subnetPrefixBitCount: 27,
      podNetworkNodeCount: 256,
    });
  });

  it("lists default applications that it describes, and that the edition may run", () => {
    for (const { id, defaultSets, applications } of releases) {
      for (const { edition, applications: names } of defaultSets) {
        for (const name of names) {
          const application = applications.find((one) => one.name === name);
          expect(application?.licensedEditions, `${id} ${edition} ${name}`).toContain(edition);
        }
      }
    }
  });

  it("refuses a release it does not have, naming the nearest", () => {
    expect(() => catalogOf("2.17.1")).toThrow('did you mean "nkp-2.17.1"?');
  });
});

describe("footprints recomputed from components", () => {
  const of = (release: string, settings: Record<string, string> = {}) =>
    releaseFootprints({ catalog: catalogOf(release), choices: chooseParameters(parameters, settings) });
  const pick = (footprints: readonly ReleaseFootprint[], edition: string, role: string) => {
    const found = footprints.find((one) => one.edition === edition && one.role === role);
    if (found === undefined) throw new Error(`no ${edition} ${role}`);
    return found;
  };

  // Sums as the research notes of 2026-11-24 give them; the dataset's own totals are checked below.
  it.each([
    ["nkp-2.17.1", {}, "starter", "self-managed", 5315, "4.81"],
    ["nkp-2.17.1", {}, "ultimate", "management", 24_197, "40.46"],
    ["nkp-2.17.1", { "rook-ceph-requests": "declared-in-manifest" }, "ultimate", "management", 17_697, "26.96"],
    ["nkp-2.17.1", {}, "ultimate", "attached", 5820, "9.99"],
    ["nkp-2.16.1", {}, "ultimate", "management", 24_277, "41.75"],
    ["nkp-2.18.0-dev", {}, "starter", "self-managed", 6815, "6.68"],
  ])("%s %j %s %s: %d m and %s GiB", (release, settings, edition, role, cpuMillicores, gib) => {
    const { applicationRequests: applications } = pick(of(release, settings), edition, role);
    expect(applications.cpuMillicores).toBe(cpuMillicores);
    expect(gibOf(applications.memoryBytes).toFixed(2)).toBe(gib);
  });

  it("equal the totals that the dataset states beside its components", () => {
    const dataset = readDataset(datasetUrl) as unknown as {
      releases: readonly {
        version: string;
        componentTotals: Record<
          string,
          { cpuMillicores: number; memoryMiB: number; storageGiB: number; componentsWithoutFigure: string[] }
        >;
      }[];
    };
    const sets = {
      starterManagement: ["starter", "self-managed"],
      proManagement: ["pro", "management"],
      ultimateManagement: ["ultimate", "management"],
      ultimateManagedWorkload: ["ultimate", "attached"],
    } as const;
    for (const { version, componentTotals } of dataset.releases) {
      for (const [name, [edition, role]] of Object.entries(sets)) {
        const { applicationRequests: applications, unknownCount } = pick(of(`nkp-${version}`), edition, role);
        const stated = componentTotals[name];
        expect(applications, `${version} ${name}`).toEqual({
          cpuMillicores: stated?.cpuMillicores,
          memoryBytes: (stated?.memoryMiB ?? 0) * 2 ** 20,
          storageBytes: (stated?.storageGiB ?? 0) * 2 ** 30,
        });
        expect(unknownCount, `${version} ${name}`).toBe(stated?.componentsWithoutFigure.length);
      }
    }
  });

  it("equal the dataset's totals of system components", () => {
    // 2.17.1 at the documented minimum: 4610m and 3596 MiB (Starter, 5 nodes), 5230m and 4224 MiB (management, 7 nodes)
    expect(pick(of("nkp-2.17.1"), "starter", "self-managed").systemRequests).toMatchObject({
      cpuMillicores: 4610,
      memoryBytes: 3596 * 2 ** 20,
    });
    expect(pick(of("nkp-2.17.1"), "ultimate", "management").systemRequests).toMatchObject({
      cpuMillicores: 5230,
      memoryBytes: 4224 * 2 ** 20,
    });
  });

  it("say what changes between releases, and that a figure lost is not a figure of zero", () => {
    const context = (release: string) => ({ catalog: catalogOf(release), choices: chooseParameters(parameters, {}) });
    const changes = releaseChanges(context("nkp-2.16.1"), context("nkp-2.17.1"));
    const pulse = changes.find(
      ({ component, edition }) => component.startsWith("nkp-pulse-management/") && edition === "starter",
    );
    expect(pulse?.after).toBe("unknown");
    expect(pulse?.difference).toBeNull();
    expect(releaseChanges(context("nkp-2.17.1"), context("nkp-2.17.1"))).toEqual([]);
  });
});

function walk(node: unknown, visit: (node: Record<string, unknown>) => void): void {
  if (typeof node !== "object" || node === null) return;
  if (!Array.isArray(node)) visit(node as Record<string, unknown>);
  for (const child of Object.values(node)) walk(child, visit);
}

function collect(node: unknown, into: Set<string>): void {
  walk(node, (one) => {
    if (Array.isArray(one["sources"])) for (const id of one["sources"]) if (typeof id === "string") into.add(id);
  });
}
