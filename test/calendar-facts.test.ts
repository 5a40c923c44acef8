import {
  InputError,
  problemsOf,
  starterSelfManaged,
  type UpgradeCalendar,
  ultimateCentralized,
} from "@nkp-planner/core";
import { describe, expect, it } from "vitest";
import { cluster, fleetOf, release, told, upgradePlan, yamlOf } from "./support/calendar-objects.ts";

const QUICK = { quick: { readyAfterDays: 0 } };
const DAY = (date: string) => `${date}T00:00:00Z`;

const stepOf = ({ clusters }: UpgradeCalendar, name: string, minor: string) =>
  clusters.find((one) => one.name === name)?.steps.find((step) => step.minor === minor);

describe("days of releases that the vendor tells", () => {
  it("move the calendar, and those that are assumed after them", async () => {
    const without = (await told(fleetOf(QUICK), [])).calendar(starterSelfManaged);
    // 2.18 of 2026-07-16 and 114.5 days: 2.19 is overdue, taken for the first day, and 2.20 comes 115 days later.
    expect(without.releases.slice(0, 4)).toMatchObject([
      { minor: "2.18", releasedOn: "2026-07-16", isAssumed: false },
      { minor: "2.19", releasedOn: "2026-11-29", isAssumed: true },
      { minor: "2.20", releasedOn: "2027-03-24", isAssumed: true },
      { minor: "2.21", releasedOn: "2027-07-16", isAssumed: true },
    ]);
    const file = yamlOf(
      release("2.18.0", { timeline: { releaseDate: DAY("2026-07-20") } }),
      release("2.19.0", { timeline: { releaseDate: DAY("2027-02-01") }, supportedKubernetesVersions: ["v1.36.2"] }),
    );
    const { calendar, said } = await told(fleetOf({ slow: { readyAfterDays: 30 } }), [file]);
    const played = calendar(starterSelfManaged);
    // 2027-02-01 is day 64, and 64 + 114.5 = 178.5 is day 179.
    expect(played.releases).toMatchObject([
      { minor: "2.18", releasedOn: "2026-07-20", isAssumed: false },
      { minor: "2.19", releasedOn: "2027-02-01", isAssumed: false },
      { minor: "2.20", releasedOn: "2027-05-27", isAssumed: true },
      { minor: "2.21", releasedOn: "2027-09-18", isAssumed: true },
    ]);
    // 30 days after 2027-02-01.
    expect(stepOf(played, "tenant-slow", "2.19")).toMatchObject({ movedOn: "2027-03-03", to: "2.19.0" });
    expect(said).toContain("The day of 2.18.0 is 2026-07-20, as its object says; before: 2026-07-16.");
    expect(said).toContain("2.19.0 is added from its object: out on 2027-02-01, with Kubernetes 1.36.");
  });

  it("are refused where they come in no order, at the object that says so", async () => {
    const gap = yamlOf(
      cluster("tenant-quick", {}),
      release("2.20.0", { timeline: { releaseDate: DAY("2027-02-01") } }),
    );
    const refused = await told(fleetOf(QUICK), [gap]).catch((error: unknown) => error);
    expect(problemsOf(refused as InputError)).toMatchObject([
      {
        found: '"2.20.0" of 2.20.0',
        expected: "2.19 after 2.18",
        line: gap.slice(0, gap.indexOf("---\n")).split("\n").length + 1,
      },
    ]);
    const early = yamlOf(release("2.17.0", { timeline: { releaseDate: DAY("2026-12-24") } }));
    await expect(told(fleetOf(QUICK), [early])).rejects.toThrow(InputError);
  });
});

describe("an end of life that the vendor tells", () => {
  const file = yamlOf(release("2.17.1", { timeline: { endOfLifeDate: DAY("2027-01-31") } }));
  const never = fleetOf({ still: { readyAfterDays: "never" } });

  it("ends support of a self-managed cluster, whatever the window is", async () => {
    const { calendar, said, findings } = await told(never, [file]);
    const [still] = calendar(starterSelfManaged).clusters;
    // From 2027-02-01, day 64, to 2027-11-29, day 365.
    expect(still?.clocks.nkpWindow).toEqual({ outsideDays: 365 - 64, unknownDays: 0 });
    expect(calendar(starterSelfManaged).events).toContainEqual({
      date: "2027-02-01",
      code: "window-left",
      clusterName: "tenant-still",
      version: "2.17.1",
    });
    expect(said).toContain(
      "Support ends as the objects of releases say, whatever the window is: 2.17.1 on 2027-01-31.",
    );
    expect(findings[0]?.subject).toMatchObject({ in: "input", file: "file-1.yaml" });
  });

  it("is the last day on which it is forced", async () => {
    const { calendar } = await told(never, [file], { "when-window-ends": "force" });
    const step = stepOf(calendar(starterSelfManaged), "tenant-still", "2.18");
    expect(step).toMatchObject({ movedOn: "2027-01-31", isForced: true });
  });

  it("does not keep an attached cluster longer than its plane's window", async () => {
    const { calendar } = await told(never, [file]);
    const [still] = calendar(ultimateCentralized).clusters;
    // One minor version behind is the most, and 2.19 is taken to be out on the first day.
    expect(still?.clocks.nkpWindow).toEqual({ outsideDays: 365, unknownDays: 0 });
  });

  it("is told where it has passed", async () => {
    const past = yamlOf(release("2.17.1", { timeline: { endOfLifeDate: DAY("2026-11-28") } }));
    const { calendar } = await told(never, [past]);
    const found = calendar(starterSelfManaged).findings.filter(({ code }) => code === "release-out-of-window");
    expect(found.map(({ message }) => message.key)).toEqual(["release-out-of-window.told"]);
    const last = yamlOf(release("2.17.1", { timeline: { endOfLifeDate: DAY("2026-11-29") } }));
    const today = (await told(never, [last])).calendar(starterSelfManaged);
    expect(today.findings.map(({ message }) => message.key)).not.toContain("release-out-of-window.told");
  });
});

describe("what releases need and allow", () => {
  it("holds a cluster where the vendor refuses a step, until there is another way", async () => {
    const file = yamlOf(
      release("2.18.0", { upgradePaths: [{ fromVersion: "v2.17.1", isSupported: false, reason: "take 2.18.1" }] }),
      release("2.18.1", {
        timeline: { releaseDate: DAY("2026-12-10") },
        upgradePaths: [{ fromVersion: "2.17.1" }, { fromVersion: "2.16.1", isSupported: false }],
      }),
    );
    const { calendar, said } = await told(fleetOf(QUICK), [file]);
    expect(stepOf(calendar(starterSelfManaged), "tenant-quick", "2.18")).toMatchObject({
      wantedOn: "2026-11-29",
      movedOn: "2026-12-10",
      to: "2.18.1",
      via: [],
      heldBy: [{ by: "path", tenantId: null, days: 11 }],
    });
    expect(said).toContain("The step 2.17.1 → 2.18.0 is refused (take 2.18.1), as its object says; before: allowed.");
    expect(said).toContain("Steps to 2.18.1 that were not known are added: from 2.17.1, from 2.16.1 refused.");
  });

  it("raises Prism Central and AOS to the oldest that the vendor names", async () => {
    const fleet = fleetOf(QUICK, { prismCentral: "pc.7.5", aos: "7.5" });
    const today = (await told(fleet, [])).calendar(ultimateCentralized, 1);
    expect(today.prismCentralRaised).toEqual([]);
    const file = yamlOf(
      release("2.18.0", { providerCompatibility: { prismCentral: [">= pc.7.6"], vsphere: ["8.0"] } }),
    );
    const { calendar, said } = await told(fleet, [file]);
    // Planes go first, here on the first day.
    expect(calendar(ultimateCentralized, 1).prismCentralRaised).toMatchObject([
      { version: "pc.7.6", raisedOn: "2026-11-29", neededBy: "management" },
    ]);
    expect(said).toContain(
      "What 2.18.0 needs beneath it is pc.7.6 and AOS 7.5, as its object says; before: pc.7.5 and AOS 7.5.",
    );
    const missing = "Objects of 2.18.0 do not say the Prism Central and the AOS that it needs";
    expect(said.some((sentence) => sentence.startsWith(missing))).toBe(true);
  });

  it("takes a patch for its version, the oldest of several, and says which it does not know", async () => {
    const providerCompatibility = { "prism-central": ["pc.7.6", "7.5.1.10", "pc.9.9"], AOS: ["7.6", "7.5"] };
    const { catalog, said } = await told(fleetOf(QUICK), [yamlOf(release("2.18.0", { providerCompatibility }))]);
    expect(catalog.upgradeFacts.floors).toMatchObject([{ minor: "2.18", prismCentral: "pc.7.5", aos: "7.5" }]);
    expect(said).toContain("The object of 2.18.0 names pc.9.9 beneath it, of which no age is known: not looked at.");
  });

  it("keeps the catalog's Kubernetes where the vendor's list has it, and takes the newest where not", async () => {
    const file = (versions: readonly string[]) => yamlOf(release("2.18.0", { supportedKubernetesVersions: versions }));
    const minorAfter = async (versions: readonly string[]) => {
      const { catalog } = await told(fleetOf(QUICK), [file(versions)]);
      return catalog.versions.find(({ version }) => version === "2.18.0")?.kubernetesMinor;
    };
    expect(await minorAfter(["1.36.1", "1.35.2"])).toBe("1.35");
    expect(await minorAfter(["1.9.9", "1.36.1"])).toBe("1.36");
    expect(await minorAfter([])).toBe("1.35");
  });

  it("says what objects leave out", async () => {
    const { said, catalog } = await told(fleetOf(QUICK), [yamlOf(release("2.18.0"), release("2.19.0"))]);
    expect(said).toEqual([
      "2.19.0 is added from its object: out on a day that is not known, with Kubernetes a version that is not known.",
      "Objects of 2.18.0 do not say the day on which it came out: the catalog's word stays.",
      "Objects of 2.18.0, 2.19.0 do not say an end of life: support goes by the window.",
      "Objects of 2.18.0 do not say which Kubernetes it supports: the catalog's word stays.",
      "Objects of 2.18.0, 2.19.0 do not say the Prism Central and the AOS that it needs: it is as the catalog has it or, where that has nothing, not known.",
    ]);
    expect(catalog.versions.at(-1)).toMatchObject({ version: "2.19.0", releasedOn: null, kubernetesMinor: null });
  });
});

describe("clusters and upgrades that a management cluster tells", () => {
  const fleet = fleetOf({ a: {}, b: { version: "2.17.0" }, c: {}, d: {} });

  it("say what clusters run, by what plans or the fleet call them", async () => {
    const file = yamlOf(
      cluster("tenant-a", { platformVersion: "v2.16.1" }),
      cluster("b", { platformVersion: "2.16.0" }),
      cluster("the-c", { platformVersion: "2.17.1" }),
      cluster("elsewhere", { platformVersion: "2.17.1" }),
    );
    const { calendar, said } = await told(fleet, [file]);
    const { clusters } = calendar(starterSelfManaged);
    const ofTenants = clusters.filter(({ name }) => name.startsWith("tenant-"));
    expect(ofTenants.map(({ name, steps }) => [name, steps[0]?.from, steps[0]?.minor])).toEqual([
      ["tenant-a", "2.16.1", "2.17"],
      ["tenant-b", "2.16.0", "2.17"],
      ["tenant-c", "2.17.1", "2.18"],
      ["tenant-d", "2.17.1", "2.18"],
    ]);
    expect(said.slice(0, 2)).toEqual([
      "What tenant-a runs is 2.16.1, as its object says; before: 2.17.1.",
      "What b runs is 2.16.0, as its object says; before: 2.17.0.",
    ]);
    expect(said[2]).toContain("Left out, as none of the fleet's clusters: elsewhere.");
    expect(said).toHaveLength(3);
  });

  it("say what the plane runs, where all that are none of the tenants' run one version", async () => {
    const plane = (version: string) => cluster("mgmt", { platformVersion: version, kommanderCoreVersion: version });
    const clusters = ["a", "b", "c", "d"].map((id) => cluster(id, { platformVersion: "2.17.0" }));
    const { calendar } = await told(fleet, [yamlOf(plane("2.18.0"), ...clusters)]);
    const played = calendar(ultimateCentralized);
    expect(played.planes[0]?.steps[0]).toMatchObject({ from: "2.18.0", minor: "2.19" });
    expect(played.clusters[0]?.steps[0]).toMatchObject({ from: "2.17.0", minor: "2.18" });
    const both = await told(fleet, [yamlOf(plane("2.17.1")), yamlOf(plane("2.18.0"))]);
    expect(both.said.some((one) => one.startsWith("Left out, as none of the fleet's clusters: mgmt."))).toBe(true);
    expect(both.input.running?.plane).toEqual({ version: "2.17.1", from: "file-1.yaml" });
  });

  it("are refused with their file where no calendar can begin with them", async () => {
    const { calendar } = await told(fleet, [yamlOf(cluster("tenant-a", { platformVersion: "2.17.9" }))]);
    expect(() => calendar(starterSelfManaged)).toThrow('found "2.17.9" of tenant-a, as file-1.yaml says');
  });

  it("say how long upgrades took, and count no hours by it", async () => {
    const at = (time: string) => `2026-08-01T${time}:00Z`;
    const steps = [
      { name: "kommander", title: "Kommander", state: "Completed", startTime: at("10:00"), endTime: at("10:20") },
      { name: "apps", state: "Completed", startTime: at("10:21"), endTime: at("10:41") },
      { name: "nodes", title: "Kubernetes", state: "Completed", startTime: at("10:45"), endTime: at("11:30") },
    ];
    const { said } = await told(fleet, [yamlOf(upgradePlan("tenant-a", { phase: "Upgraded", steps }))]);
    expect(said).toEqual([
      "Tenant-a took 90 minutes for its upgrade to 2.17.1: Kommander 20, apps 20, Kubernetes 45. Hours go by the assumptions all the same.",
    ]);
  });
});
