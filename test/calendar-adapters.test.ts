import { adapters, type EmittedFile, exampleOptions, planToEmit, textOf } from "@nkp-planner/adapters";
import { exampleFleet, examplePriceBook, planningContext } from "@nkp-planner/catalog";
import {
  addDays,
  findingText,
  fleetUpgrades,
  hybrid,
  InputError,
  type OperatingModel,
  type PlanInput,
  parseFleet,
  plannedFleet,
  starterSelfManaged,
  ultimateCentralized,
} from "@nkp-planner/core";
import { describe, expect, it } from "vitest";
import { jsonFile } from "../packages/adapters/src/emit/making/json-file.ts";
import { cli } from "./support/process.ts";

const MONTHS = 36;

function adapterOf(id: string) {
  const found = adapters.find((one) => one.id === id);
  if (found === undefined) throw new Error(`${id} is not on the list.`);
  return found;
}

async function written(id: string, model: OperatingModel, more: object = {}, fleet: PlanInput = exampleFleet) {
  const context = planningContext({ release: fleet.release, priceBook: examplePriceBook, settings: {} });
  const planned = plannedFleet(fleet, model, context);
  const plan = planToEmit(planned);
  const comparison = () => {
    throw new Error("A calendar compares nothing.");
  };
  const adapter = adapterOf(id);
  const options = { ...exampleOptions(adapter, plan), ...more };
  const { files, findings } = await adapter.emit({ plan, fleet: { planned, comparison }, options });
  return { planned, files, findings, upgrades: fleetUpgrades(planned, model, MONTHS).calendar };
}

function textAt(files: readonly EmittedFile[], path: string): string {
  const found = files.find((file) => file.path === path);
  if (found === undefined) throw new Error(`${path} is not written.`);
  return textOf(found);
}

/** Tenants of which one is quick, one slow and one never ready. */
const fleet = parseFleet({
  apiVersion: "nkp-planner/v1",
  kind: "Fleet",
  asOf: "2026-11-29",
  release: "nkp-2.16.1",
  currency: "EUR",
  tenants: [
    { id: "quick", workloads: [], upgrades: { readyAfterDays: 0 } },
    { id: "slow", workloads: [], upgrades: { readyAfterDays: 365 } },
    { id: "still", workloads: [], upgrades: { readyAfterDays: "never" } },
  ],
});

describe("endoflife-json", () => {
  it.each(["README.md", "index.json", "endoflife.json", "clusters/tenant-basalt.json"])("%s", async (path) => {
    const { files } = await written("endoflife-json", starterSelfManaged);
    await expect(textAt(files, path)).toMatchFileSnapshot(`./golden/endoflife-json/${path}`);
  });

  it("writes what the command lifecycle writes, byte for byte", async () => {
    const { files } = await written("endoflife-json", hybrid);
    const lifecycle = async (...more: readonly string[]) => {
      const said = await cli([
        ...["lifecycle", "examples/msp-fleet.yaml", "--prices", "examples/price-book-eur.yaml", "--model", "hybrid"],
        ...more,
      ]);
      expect(said.code).toBe(0);
      return said.stdout;
    };
    expect(textAt(files, "endoflife.json")).toBe(await lifecycle("--format", "endoflife"));
    expect(textAt(files, "endoflife-array.json")).toBe(await lifecycle("--format", "endoflife-array"));
    const ofCluster = ["--option", "cluster=tenant-basalt"];
    const label = "clusters/tenant-basalt";
    expect(textAt(files, `${label}.v1.json`)).toBe(await lifecycle("--format", "endoflife", ...ofCluster));
    expect(textAt(files, `${label}.json`)).toBe(await lifecycle("--format", "endoflife-array", ...ofCluster));
  });

  it("has a file for each cluster of the plan, of which the list says the name", async () => {
    const { files, planned } = await written("endoflife-json", hybrid);
    const { clusters } = JSON.parse(textAt(files, "index.json"));
    expect(clusters.map(({ name }: { name: string }) => name)).toEqual(planned.clusters.map(({ name }) => name));
    for (const { releases } of clusters) expect(JSON.parse(textAt(files, releases)).length).toBeGreaterThan(0);
    const without = files.filter(({ path }) => path !== clusters[0].releases);
    await expect(adapterOf("endoflife-json").readBack(without)).rejects.toThrow();
  });

  it("tells assumed releases where it is asked to, as far as it is asked to", async () => {
    const cyclesWith = async (more: object) => {
      const { files } = await written("endoflife-json", ultimateCentralized, more, fleet);
      return JSON.parse(textAt(files, "endoflife-array.json")).map(({ cycle }: { cycle: string }) => cycle);
    };
    const known = await cyclesWith({});
    expect(known[0]).toBe("2.18");
    // One is assumed to come every 114.5 days: of twelve months there are more than of six.
    const year = await cyclesWith({ assumed: true, months: 12 });
    const half = await cyclesWith({ assumed: true, months: 6 });
    expect(half.length).toBeGreaterThan(known.length);
    expect(year.length).toBeGreaterThan(half.length);
    expect(year.slice(-known.length)).toEqual(known);
  });

  it("refuses a model of somebody's own, which it cannot play, and a number of months that is none", async () => {
    const own = { ...starterSelfManaged, id: "my-own" };
    const refusal = await written("endoflife-json", own).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(InputError);
    expect((refusal as InputError).message).toContain("starter-self-managed, ");
    for (const months of [0, 121, 1.5])
      await expect(written("endoflife-json", starterSelfManaged, { months })).rejects.toThrow(InputError);
  });
});

interface Rule {
  readonly matchPackageNames: readonly string[];
  readonly matchJsonata?: readonly string[];
  readonly allowedVersions: string;
}

/** Of rules that match, the last one counts; a day is one of UTC, and a rule's expression holds before its own. */
function allowedBelow(rules: readonly Rule[], name: string, day: string): string {
  const matching = rules.filter(({ matchPackageNames, matchJsonata = [] }) => {
    const [, before] = /^\$now\(\) < '(\d{4}-\d{2}-\d{2})'$/.exec(matchJsonata[0] ?? "") ?? [];
    return matchPackageNames.includes(name) && (matchJsonata.length === 0 || (before !== undefined && day < before));
  });
  return matching.at(-1)?.allowedVersions.replace("<", "") ?? "";
}

const minorOf = (version: string) => Number(version.split(".")[1]);

describe("renovate-calendar", () => {
  it.each(["README.md", "renovate.json", "nkp-versions.json"])("%s", async (path) => {
    const { files } = await written("renovate-calendar", starterSelfManaged);
    await expect(textAt(files, path)).toMatchFileSnapshot(`./golden/renovate-calendar/${path}`);
  });

  it.each([
    ["the example fleet, each for itself", starterSelfManaged, exampleFleet, false],
    ["the example fleet, hybrid, assumed releases too", hybrid, exampleFleet, true],
    ["quick, slow and never ready, each for itself", starterSelfManaged, fleet, false],
    ["quick, slow and never ready, attached, assumed releases too", ultimateCentralized, fleet, true],
  ] as const)("%s: proposes on every day what the calendar has moved to", async (_, model, of, assumed) => {
    const renovate = await written("renovate-calendar", model, { assumed }, of);
    const releases = await written("endoflife-json", model, { assumed }, of);
    const { packageRules } = JSON.parse(textAt(renovate.files, "renovate.json"));
    const versions = JSON.parse(textAt(renovate.files, "nkp-versions.json"));
    const { upgrades } = renovate;
    const known = new Set(upgrades.releases.filter((one) => assumed || !one.isAssumed).map(({ minor }) => minor));
    let moveCount = 0;
    for (const { name, steps } of [...upgrades.planes, ...upgrades.clusters]) {
      const { package: label, nkp } = versions.find(({ cluster }: { cluster: string }) => cluster === name);
      const offered = JSON.parse(textAt(releases.files, `clusters/${label}.json`)).map(
        ({ cycle }: { cycle: string }) => cycle,
      );
      const days = [
        upgrades.asOf,
        ...steps.flatMap(({ movedOn }) => (movedOn === null ? [] : [addDays(movedOn, -1), movedOn])),
      ];
      for (const day of days) {
        const below = minorOf(allowedBelow(packageRules, label, day));
        const allowed = offered.map(minorOf).filter((minor: number) => minor < below);
        const moved = steps.filter(({ minor, movedOn }) => movedOn !== null && movedOn <= day && known.has(minor));
        moveCount += moved.length;
        expect(Math.max(minorOf(nkp), ...allowed), `${name}, ${day}`).toBe(
          Math.max(minorOf(nkp), ...moved.map(({ minor }) => minorOf(minor))),
        );
      }
    }
    expect(moveCount).toBeGreaterThan(0);
  });

  it("by hand: a version is held back until the day before, and the next one longer", async () => {
    const { files, upgrades } = await written("renovate-calendar", starterSelfManaged, {}, fleet);
    const { packageRules } = JSON.parse(textAt(files, "renovate.json"));
    const slow = upgrades.clusters.find(({ name }) => name === "tenant-slow");
    // 2.17.0 came on 2025-12-23 and 2.18.0 on 2026-07-16: 365 days later the tenant is ready for each.
    expect(slow?.steps.slice(0, 2).map(({ minor, movedOn }) => [minor, movedOn])).toEqual([
      ["2.17", "2026-12-23"],
      ["2.18", "2027-07-16"],
    ]);
    const onDays = ["2026-12-22", "2026-12-23", "2027-07-15", "2027-07-16", "2030-01-01"];
    expect(onDays.map((day) => allowedBelow(packageRules, "tenant-slow", day))).toEqual([
      "2.17",
      "2.18",
      "2.18",
      "2.19",
      "2.19",
    ]);
  });

  it("says who is proposed nothing, and that nothing is upgraded by itself", async () => {
    const { findings } = await written("renovate-calendar", starterSelfManaged, {}, fleet);
    const own = findings.filter(({ ruleId }) => ruleId === "renovate-calendar");
    expect(own.map(({ code }) => code)).toEqual([
      "versions-file",
      "patches-at-once",
      "days-of-utc",
      "never-proposed",
      "later-not-proposed",
    ]);
    const never = own.filter(({ code }) => code === "never-proposed").map((one) => findingText(one));
    expect(never).toEqual([expect.stringContaining("tenant-still is not moved to 2.17, 2.18: they are not proposed")]);
  });

  it("finds every version in its file, and none in a name", async () => {
    const { files, planned } = await written("renovate-calendar", hybrid);
    const { customManagers } = JSON.parse(textAt(files, "renovate.json"));
    const [{ matchStrings, registryUrlTemplate, managerFilePatterns }] = customManagers;
    const found = (text: string) =>
      [...text.matchAll(new RegExp(matchStrings[0], "g"))].map(({ groups }) => [
        groups?.["packageName"],
        groups?.["currentValue"],
      ]);
    expect(found(textAt(files, "nkp-versions.json"))).toEqual(planned.clusters.map(({ name }) => [name, "2.17.1"]));
    const hostile = jsonFile([{ cluster: `","package":"x","nkp":"1"`, package: "a", nkp: "2.17.1" }]);
    expect(found(hostile)).toEqual([["a", "2.17.1"]]);
    expect(registryUrlTemplate).toBe("https://releases.msp.example/nkp/clusters");
    expect("deep/nkp-versions.json").toMatch(new RegExp(managerFilePatterns[0].slice(1, -1)));
  });

  it.each(["ftp://a", "https://a/{{env}}", "https://a b", ""])("refuses the address %j", async (endOfLifeUrl) => {
    await expect(written("renovate-calendar", starterSelfManaged, { endOfLifeUrl }, fleet)).rejects.toThrow(InputError);
  });
});
