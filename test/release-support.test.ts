import { planningContext, versions } from "@nkp-planner/catalog";
import { findingText, type OperatingModel, operatingModels, planFleet } from "@nkp-planner/core";
import { expect, it } from "vitest";
import { fleetOf, pods, toyPriceBook } from "./support/toy.ts";

const fleet = fleetOf({ id: "a", workloads: [pods(1, "100m", "128Mi")] });
const said = (modelId: string, release: string, asOf: string) => {
  const model = operatingModels.find(({ id }) => id === modelId) as OperatingModel;
  const { findings } = planFleet(
    { ...fleet, release, asOf },
    model,
    planningContext({ release, priceBook: toyPriceBook() }),
  );
  return findings.filter(({ ruleId }) => ruleId === "release-support").map((finding) => findingText(finding));
};
const UNPATCHED =
  "nkp-2.17.1 runs Kubernetes 1.34, which upstream has not patched since 2026-10-27; until when NKP's own support lasts is not public. Ask the vendor, or plan a newer release.";

it("a Kubernetes that upstream patches no more is said, from the day after its last", () => {
  expect(said("starter-self-managed", "nkp-2.17.1", "2026-10-27")).toEqual([]);
  expect(said("starter-self-managed", "nkp-2.17.1", "2026-10-28")).toEqual([UNPATCHED]);
});

it("a release too far behind the newest of its day is said of the clusters that it is too old for", () => {
  const late = "nkp-2.16.1 is 2 minor versions behind 2.18.0 of 2026-07-16, and supported up to 1 behind on";
  expect(said("ultimate-centralized", "nkp-2.16.1", "2026-07-15").some((text) => text.startsWith(late))).toBe(false);
  expect(said("ultimate-centralized", "nkp-2.16.1", "2026-07-16")).toContainEqual(
    `${late} management, tenant-a. Plan a newer release.`,
  );
  // A Starter of its own may lag three behind, and so may the one that its agents report to.
  expect(said("starter-self-managed", "nkp-2.16.1", "2026-07-16").some((text) => text.startsWith(late))).toBe(false);
});

it("every version has a day: of its tag, or of the vendor's release notes", () => {
  expect(versions.filter(({ releasedOn }) => releasedOn === null)).toEqual([]);
  expect(versions.find(({ version }) => version === "2.18.0")).toMatchObject({
    taggedOn: null,
    releasedOn: "2026-07-16",
  });
});
