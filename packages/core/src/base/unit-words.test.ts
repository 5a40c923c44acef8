import { describe, expect, it } from "vitest";
import { perUnit, unitFor } from "./unit-words.ts";

describe("a unit beside a number", () => {
  it.each([
    [1, "node", "node"],
    [1, "nodes", "node"],
    [2, "node", "nodes"],
    [2, "nodes", "nodes"],
    [0, "cluster", "clusters"],
    [0.5, "hour", "hours"],
    [1, "addresses", "address"],
    [2, "address", "addresses"],
    [2, "pod set", "pod sets"],
    [2, "VM", "VMs"],
    [2, "vCPU", "vCPU"],
    [1, "GiB", "GiB"],
    [2, "vCPU-month", "vCPU-month"],
    [2, "", ""],
  ])("%s %s is %s", (count, unit, expected) => expect(unitFor(count, unit)).toBe(expected));
});

it.each([
  ["hour", "an hour"],
  ["host-year", "a host-year"],
])("a price for each %s is said to be %s", (unit, expected) => expect(perUnit(unit)).toBe(expected));
