import { fleetUpgrades, InputError, lifecycleDocument, numberOf, operatingModels, problemsOf } from "@nkp-planner/core";
import { describe, expect, it } from "vitest";
import { builtData } from "../site/build-time/built-data.ts";
import { planScenario } from "../site/src/planning/plan-scenario.ts";
import type { Scenario } from "../site/src/state/scenario.ts";
import { fleetText, setFleetUpgrades, setTenantUpgrades, tenantText } from "../site/src/state/upgrade-edits.ts";
import type { UpgradesView } from "../site/src/view/upgrades/upgrades-view.ts";
import { Desk } from "../site/src/worker/desk.ts";

/** The page's view of upgrades and what is typed for it, without a browser. */

const SLOW = "kite";
const edited = (...edits: readonly ((scenario: Scenario) => Scenario)[]) =>
  edits.reduce((scenario, edit) => edit(scenario), builtData.example);
const tenantOf = (scenario: Scenario) => {
  const found = scenario.fleet.tenants.find(({ id }) => id === SLOW);
  if (found === undefined) throw new Error(`No tenant ${SLOW}.`);
  return found;
};

async function viewOf(scenario: Scenario): Promise<UpgradesView> {
  const desk = new Desk(builtData);
  await desk.answer("plan", scenario);
  return desk.answer("upgrades", null);
}

describe("upgrades on the page", () => {
  it("are those of the command line's document, for every model: days, waits and clocks", async () => {
    const scenario = edited(setTenantUpgrades(SLOW, "readyAfterDays", "365"));
    const view = await viewOf(scenario);
    const { comparison, context } = await planScenario(scenario, builtData);
    const months = numberOf(context.choices, "upgrade-horizon-months");
    const document = lifecycleDocument(
      comparison.plans.map((plan) => {
        const model = operatingModels.find(({ id }) => id === plan.model.id);
        if (model === undefined) throw new Error("no model");
        return fleetUpgrades(plan, model, months);
      }),
    );
    expect(view.models.map(({ modelId }) => modelId)).toEqual(document.calendars.map(({ modelId }) => modelId));
    for (const [index, { planes, clusters, tenants }] of document.calendars.entries()) {
      const calendar = view.models[index]?.calendar;
      const steps = [...planes, ...clusters].flatMap(({ name, steps: all }) =>
        all.map((step) => [name, step.wantedOn ?? "never", step.movedOn ?? "never", step.heldBackDays]),
      );
      const shown = calendar?.steps.map(({ cluster, wantedOn, comesOn, days }) => [
        cluster,
        wantedOn,
        comesOn.split(":")[0],
        Number(days.replaceAll(",", "")),
      ]);
      expect(shown).toEqual(steps);
      const numbers = (text: string) => [...text.matchAll(/([\d,]+) days? (outside|not known)/g)];
      for (const [at, { clocks }] of tenants.entries()) {
        const said = calendar?.tenants[at]?.clocks.map(({ text }) =>
          Object.fromEntries(numbers(text).map(([, days = "", what = ""]) => [what, Number(days.replaceAll(",", ""))])),
        );
        const expected = [clocks.nkpWindow, clocks.kubernetes, clocks.infrastructure].map((clock) => ({
          ...(clock.outsideDays === 0 ? {} : { outside: clock.outsideDays }),
          ...(clock.unknownDays === 0 ? {} : { "not known": clock.unknownDays }),
        }));
        expect(said).toEqual(expected);
      }
    }
  });

  it("are written by the reader's locale", async () => {
    const { models } = await viewOf({ ...edited(setTenantUpgrades(SLOW, "readyAfterDays", "never")), locale: "de" });
    const texts = models.flatMap(({ calendar }) => calendar?.tenants.flatMap(({ clocks }) => clocks) ?? []);
    expect(texts.map(({ text }) => text).join(" ")).toMatch(/1\.0\d\d days/);
  });

  it("show the first thirty lanes, say so, and list all clusters in the table", async () => {
    const [first] = builtData.example.fleet.tenants;
    const tenants = Array.from({ length: 40 }, (_, index) => ({ ...first, id: `t${index}`, name: `T${index}` }));
    const view = await viewOf({
      ...builtData.example,
      fleet: { ...builtData.example.fleet, tenants: tenants as never },
    });
    const calendar = view.models.find(({ modelId }) => modelId === "starter-self-managed")?.calendar;
    expect(calendar?.timeline.lanes).toHaveLength(30);
    // One cluster for each tenant, and the management cluster of the fleet.
    expect(calendar?.timeline.leftOut).toContain("the first 30 of 41 clusters");
    expect(new Set(calendar?.steps.map(({ cluster }) => cluster)).size).toBe(40 + 1);
  });

  it("draw labels apart from each other, and all within their lane", async () => {
    const { models } = await viewOf(edited(setTenantUpgrades(SLOW, "readyAfterDays", "365")));
    const lanes = models.flatMap(({ calendar }) => calendar?.timeline.lanes ?? []);
    expect(lanes.length).toBeGreaterThan(0);
    for (const { moves } of lanes) {
      const room = 1 / 11;
      const ends = moves
        .filter(({ label }) => label !== "")
        .map(({ atRatio, isLeft }) => (isLeft ? [atRatio - room, atRatio] : [atRatio, atRatio + room]));
      for (const [index, [from = 0, to = 0]] of ends.entries()) {
        expect(to).toBeLessThanOrEqual(1);
        expect(from).toBeGreaterThanOrEqual(ends[index - 1]?.[1] ?? 0);
      }
    }
  });

  it("say of a fleet that cannot be played what is wrong, at the tenant as it is typed", async () => {
    const twice = "2027-03-01 to 2027-04-01, 2027-03-10 to 2027-03-11";
    const scenario = edited(setTenantUpgrades(SLOW, "freezes", twice));
    const view = await viewOf({ ...scenario, settings: { "upgrade-labour": "flat" } });
    const at = scenario.fleet.tenants.findIndex(({ id }) => id === SLOW);
    expect(view.problems.map(({ path }) => path.join("."))).toEqual([`tenants.${at}.upgrades.freezes.1`]);
    expect(view.models.map(({ calendar }) => calendar)).toEqual(view.models.map(() => null));
    const { comparison } = await planScenario({ ...scenario, settings: { "upgrade-labour": "flat" } }, builtData);
    try {
      fleetUpgrades(comparison.plans[0] as never, operatingModels[0] as never, 36);
      expect.unreachable("it was played");
    } catch (error) {
      if (!InputError.is(error)) throw error;
      expect(problemsOf(error)[0]).toMatchObject({
        found: view.problems[0]?.found,
        expected: view.problems[0]?.expected,
        fix: view.problems[0]?.fix,
      });
    }
  });
});

describe("what is typed for upgrades", () => {
  it("becomes what a fleet file says, reads back the same, and leaves nothing behind when it is emptied", () => {
    const freezes = "2026-12-01 to 2027-01-10, 2027-07-01 to 2027-07-31";
    const typed = edited(
      setTenantUpgrades(SLOW, "readyAfterDays", "180"),
      setTenantUpgrades(SLOW, "freezes", freezes),
      setTenantUpgrades(SLOW, "version", "2.16.1"),
      setFleetUpgrades("everyDays", "14"),
      setFleetUpgrades("prismCentral", "pc.7.3"),
    );
    expect(tenantOf(typed)["upgrades"]).toEqual({
      readyAfterDays: 180,
      freezes: [
        { from: "2026-12-01", to: "2027-01-10" },
        { from: "2027-07-01", to: "2027-07-31" },
      ],
      version: "2.16.1",
    });
    expect(tenantText(tenantOf(typed), "freezes")).toBe(freezes);
    expect(typed.fleet["upgrades"]).toEqual({ everyDays: 14, prismCentral: "pc.7.3" });
    expect(fleetText(typed.fleet, "everyDays")).toBe("14");
    const emptied = [
      setTenantUpgrades(SLOW, "readyAfterDays", ""),
      setTenantUpgrades(SLOW, "freezes", " "),
      setTenantUpgrades(SLOW, "version", ""),
      setFleetUpgrades("everyDays", ""),
      setFleetUpgrades("prismCentral", ""),
    ].reduce((scenario, edit) => edit(scenario), typed);
    expect(emptied).toEqual(builtData.example);
  });

  it("keeps what else a file brought, and what nobody can read as it was typed", () => {
    const brought = edited((scenario) => ({
      ...scenario,
      fleet: {
        ...scenario.fleet,
        upgrades: { risks: { cgroupV1: false } },
        tenants: scenario.fleet.tenants.map((one) =>
          one.id === SLOW ? { ...one, upgrades: { certified: ["2.17"], readyAfterDays: 90 } } : one,
        ),
      },
    }));
    const typed = setTenantUpgrades(SLOW, "readyAfterDays", "soon")(setFleetUpgrades("aos", "7.3")(brought));
    expect(tenantOf(typed)["upgrades"]).toEqual({ certified: ["2.17"], readyAfterDays: "soon" });
    expect(typed.fleet["upgrades"]).toEqual({ risks: { cgroupV1: false }, aos: "7.3" });
    expect(tenantOf(setTenantUpgrades(SLOW, "readyAfterDays", "never")(brought))["upgrades"]).toMatchObject({
      readyAfterDays: "never",
    });
    const cut = setTenantUpgrades(SLOW, "freezes", "2026-12-01")(brought);
    expect(tenantOf(cut)["upgrades"]).toMatchObject({ freezes: [{ from: "2026-12-01" }] });
    expect(tenantText(tenantOf(cut), "freezes")).toBe("2026-12-01");
  });
});
