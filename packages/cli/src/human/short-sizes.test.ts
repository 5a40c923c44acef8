import { type FleetSize, findingOf, money, operatingModels } from "@nkp-planner/core";
import { expect, it } from "vitest";
import { shortSizesText } from "./short-sizes.ts";

it("says of each model at how many of the sizes it cannot run, and from which on", () => {
  const [first, second] = operatingModels as [(typeof operatingModels)[number], (typeof operatingModels)[number]];
  const none = money("0.00", "EUR");
  const sizeOf = (tenantCount: number, ...shortIds: readonly string[]): FleetSize => ({
    tenantCount,
    costs: [first, second].map(({ id }) => ({
      ...{ modelId: id, monthlyCost: none, platformMonthlyCost: none },
      shortfalls: shortIds.includes(id) ? [findingOf("test", "quote-of-what-cannot-run")] : [],
    })),
  });
  const said = (...sizes: readonly FleetSize[]) => shortSizesText(sizes, [first, second]);
  expect(said(sizeOf(1), sizeOf(2))).toBe("");
  expect(said(sizeOf(1), sizeOf(2, first.id), sizeOf(3, first.id))).toBe(
    " ! One Starter cluster per tenant cannot run as it is described at 2 of the 3 sizes tried, first at 2 tenants: its cost there is of what can be planned of it.",
  );
  expect(said(sizeOf(1, first.id))).toContain("at every size tried: its cost");
});
