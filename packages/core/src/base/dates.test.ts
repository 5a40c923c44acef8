import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addMonths, daysBetween } from "./dates.ts";

describe("addMonths", () => {
  it.each([
    ["2026-11-23", 0, "2026-11-23"],
    ["2026-11-23", 1, "2026-12-23"],
    ["2026-11-23", 2, "2027-01-23"],
    ["2026-11-23", 60, "2031-11-23"],
    ["2027-01-31", 1, "2027-02-28"],
    ["2027-01-31", 2, "2027-03-31"],
    ["2028-01-31", 1, "2028-02-29"],
    ["2028-02-29", 12, "2029-02-28"],
    ["2028-02-29", 48, "2032-02-29"],
    ["2099-12-31", 2, "2100-02-28"],
    ["1999-12-31", 2, "2000-02-29"],
    ["2026-12-01", -1, "2026-11-01"],
  ])("%s and %i months is %s", (date, months, expected) => {
    expect(addMonths(date, months)).toBe(expected);
  });
});

describe("daysBetween", () => {
  it.each([
    ["2026-11-23", "2026-11-23", 0],
    ["2027-02-28", "2027-03-01", 1],
    ["2028-02-28", "2028-03-01", 2],
    ["2026-01-01", "2027-01-01", 365],
    ["2028-01-01", "2029-01-01", 366],
    ["1900-02-28", "1900-03-01", 1],
    ["2000-01-01", "2400-01-01", 146_097],
    ["2027-01-01", "2026-12-31", -1],
  ])("from %s to %s is %i", (from, to, expected) => {
    expect(daysBetween(from, to)).toBe(expected);
  });

  it("agrees with the runtime's calendar", () => {
    const day = fc.date({ min: new Date("1900-01-01"), max: new Date("2199-12-31"), noInvalidDate: true });
    fc.assert(
      fc.property(day, day, (a, b) => {
        const [from, to] = [a, b].map((date) => date.toISOString().slice(0, 10)) as [string, string];
        const expected = (Date.parse(to) - Date.parse(from)) / 86_400_000;
        expect(daysBetween(from, to)).toBe(expected);
      }),
    );
  });
});
