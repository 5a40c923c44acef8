import { addMonths, type LifecycleInput, type TenantReadiness, type UpgradePolicy } from "@nkp-planner/core";
import fc from "fast-check";
import {
  attachedOf,
  fleetToPlay,
  planeOf,
  policyOf,
  selfManagedOf,
  TOY_FACTS,
  upgradeFacts,
  versionsOf,
} from "./upgrades.ts";

const AS_OF = "2026-01-01";
/** Months after the first day, for freezes that do not overlap: each ends before the next month begins. */
const freezes = fc
  .uniqueArray(fc.integer({ min: 0, max: 20 }), { maxLength: 3 })
  .map((months) => months.map((month) => ({ from: addMonths(AS_OF, month), to: addMonths("2026-01-20", month) })));

const pace = fc.record({
  readyAfterDays: fc.oneof({ weight: 5, arbitrary: fc.integer({ min: 0, max: 400 }) }, fc.constant(null)),
  freezes,
  version: fc.constantFrom("2.1.0", "2.2.0", "2.3.0"),
  workspace: fc.constantFrom("a", "b", null),
  late: fc.option(fc.integer({ min: 0, max: 300 }), { nil: undefined }),
});

/** A provider's rules, under which clusters wait as long as they must. */
export const waitingPolicy: fc.Arbitrary<UpgradePolicy> = fc
  .record({
    attachedMinorsBehind: fc.integer({ min: 1, max: 3 }),
    selfManagedMinorsBehind: fc.constantFrom(0, 1, 3, null),
    daysBetweenMinors: fc.constantFrom(20, 96.4, 114.5, 200),
    couplingScope: fc.constantFrom("workspace" as const, "cluster" as const),
    prismCentral: fc.constantFrom("shared" as const, "own" as const),
    maintenance: fc.constantFrom(
      null,
      { everyDays: 7, from: "2026-01-03" },
      { everyDays: 30, from: "2025-12-15" },
      { days: ["2026-03-01", "2026-05-01", "2026-05-02", "2026-09-09", "2027-02-02"] },
    ),
    planeDelayDays: fc.constantFrom(0, 5, 60),
  })
  .map((policy) => policyOf(policy));

const PRISM_CENTRAL = { product: "prism-central" as const, maintenanceEndsOn: "2026-03-31" };

/** Three versions, of which the second is out since a while and the third since a day. */
const FACTS = {
  ...TOY_FACTS,
  versions: versionsOf({ "2.1.0": "2025-03-01", "2.2.0": "2025-09-01", "2.3.0": "2025-12-31" }),
  // 2.4 needs a Prism Central raised; of AOS nothing is known.
  upgrades: upgradeFacts({
    infrastructure: [
      { ...PRISM_CENTRAL, version: "pc.1", releasedOn: "2024-01-01", supportEndsOn: "2026-06-30" },
      { ...PRISM_CENTRAL, version: "pc.2", releasedOn: "2025-06-01", supportEndsOn: "2027-03-31" },
    ],
    floors: [{ minor: "2.4", prismCentral: "pc.2", aos: "7.9" }],
  }),
};

/** A fleet of up to six tenants, attached under one plane or looking after themselves, played for two years. */
export const fleetOfTenants: fc.Arbitrary<LifecycleInput> = fc
  .record({
    // Few paces among more tenants: those of one pace are played as one.
    paces: fc
      .tuple(
        fc.array(pace, { minLength: 1, maxLength: 6 }),
        fc.array(fc.nat(5), { minLength: 1, maxLength: 6 }),
        fc.boolean(),
      )
      .map(([all, picks, isFew]) =>
        isFew ? picks.map((pick) => all[pick % all.length] as (typeof all)[number]) : all,
      ),
    policy: waitingPolicy,
    isSelfManaged: fc.boolean(),
  })
  .map(({ paces, policy, isSelfManaged }) => {
    const readiness = paces.map(
      ({ readyAfterDays, freezes: own, late }, index): TenantReadiness => ({
        tenantId: `t${index}`,
        readyAfterDays,
        freezes: own,
        certified: null,
        ...(late === undefined ? {} : { readyAfterByMinor: { "2.4": late } }),
      }),
    );
    const home = isSelfManaged ? selfManagedOf : attachedOf;
    const clusters = paces.map(({ version, workspace }, index) =>
      home(`t${index}`, { version, workspace, prismCentral: "pc.1" }),
    );
    const plane = planeOf({ version: "2.3.0", prismCentral: "pc.1" });
    return {
      ...fleetToPlay(readiness),
      asOf: AS_OF,
      horizonMonths: 24,
      facts: FACTS,
      policy,
      clusters: isSelfManaged ? clusters : [plane, ...clusters],
    };
  });
