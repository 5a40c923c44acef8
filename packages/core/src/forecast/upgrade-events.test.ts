import { describe, expect, it } from "vitest";
import { upgradeDays } from "./upgrade-events.ts";

describe("the days on which upgrades are due", () => {
  it("are every so many days after the start, the first after one such time", () => {
    // 73 days after 1 January is 15 March (31 + 28 + 14), 146 is 27 May, 219 is 8 August.
    expect(upgradeDays("2027-01-01", "2027-01-01", "2028-01-01", 73)).toEqual([
      "2027-03-15",
      "2027-05-27",
      "2027-08-08",
      "2027-10-20",
    ]);
    expect(upgradeDays("2027-01-01", "2027-03-01", "2027-04-01", 73)).toEqual(["2027-03-15"]);
  });

  it("fall into the month that holds them, its first day included and the next one's not", () => {
    expect(upgradeDays("2027-01-01", "2027-02-01", "2027-03-01", 31)).toEqual(["2027-02-01"]);
    expect(upgradeDays("2027-01-01", "2027-01-01", "2027-02-01", 31)).toEqual([]);
  });

  it("may be fractions of days apart", () => {
    expect(upgradeDays("2027-01-01", "2027-01-01", "2027-07-01", 30.5)).toEqual([
      "2027-01-31", // 30.5
      "2027-03-03", // 61
      "2027-04-02", // 91.5
      "2027-05-03", // 122
      "2027-06-02", // 152.5
    ]);
  });
});
