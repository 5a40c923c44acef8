import { calendarFormats } from "@nkp-planner/adapters";
import { planningContext } from "@nkp-planner/catalog";
import { fleetUpgrades, parseFleet, plannedFleet, ultimateCentralized } from "@nkp-planner/core";
import ICAL from "ical.js";
import { expect, it } from "vitest";
import { toyPriceBook } from "./support/toy.ts";

const fleet = parseFleet({
  apiVersion: "nkp-planner/v1",
  kind: "Fleet",
  asOf: "2026-11-29",
  release: "nkp-2.17.1",
  currency: "EUR",
  tenants: [
    { id: "quick", workloads: [], upgrades: { readyAfterDays: 0 } },
    { id: "slow", workloads: [], upgrades: { readyAfterDays: 365 } },
  ],
});
const context = planningContext({ release: "nkp-2.17.1", priceBook: toyPriceBook() });
const upgrades = fleetUpgrades(plannedFleet(fleet, ultimateCentralized, context), ultimateCentralized, 24);
const [ics] = calendarFormats;
const text = ics?.write({ modelTitle: "Ultimate; centralized, “one” plane", upgrades, cycles: [] }) ?? "";

it("is read by another library as the calendar that was played", () => {
  const read = new ICAL.Component(ICAL.parse(text));
  const events = read.getAllSubcomponents("vevent").map((one) => new ICAL.Event(one));
  const moves = [...upgrades.calendar.planes, ...upgrades.calendar.clusters].flatMap(({ name, steps }) =>
    steps.flatMap(({ from, to, movedOn }) => (movedOn === null ? [] : [[movedOn, `${name}: NKP ${from} → ${to}`]])),
  );
  expect(moves.length).toBeGreaterThan(6);
  const written = events.map((event) => [event.startDate.toString(), event.summary]);
  for (const move of moves) expect(written).toContainEqual(move);
  expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
  for (const event of events) {
    expect(event.startDate.isDate).toBe(true);
    expect(event.duration.toSeconds()).toBe(24 * 60 * 60);
  }
  expect(read.getFirstPropertyValue("x-wr-calname")).toBe("Upgrades, Ultimate; centralized, “one” plane");
});

it("says why a day is late, what nobody has said of the risks, and which releases are assumed", () => {
  const read = new ICAL.Component(ICAL.parse(text));
  const events = read.getAllSubcomponents("vevent").map((one) => new ICAL.Event(one));
  const [first] = events.filter(({ summary }) => summary === "tenant-quick: NKP 2.17.1 → 2.18.0");
  // 365 days after 2026-07-16.
  expect(first?.startDate.toString()).toBe("2027-07-16");
  expect(first?.description).toContain("Wanted on 2026-11-29, held back 229 days.");
  expect(first?.description).toContain("nobody has said whether they apply: pruned-from-git");
  expect(events.map(({ summary }) => summary)).toContain("NKP 2.19 comes out (assumed)");
});

it("has lines of 75 octets at the most, broken between characters", () => {
  const lines = text.split("\r\n");
  expect(lines.at(-1)).toBe("");
  expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  expect(lines.some((line) => line.startsWith(" "))).toBe(true);
  expect(text).not.toContain("\uFFFD");
});
