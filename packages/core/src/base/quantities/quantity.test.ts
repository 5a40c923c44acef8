import { describe, expect, it } from "vitest";
import { nearestQuantities } from "./nearest-quantities.ts";
import { bytesOf, millicoresOf, parseQuantity } from "./quantity.ts";

function cpu(text: string): number | null {
  const nano = parseQuantity(text);
  return nano === null ? null : millicoresOf(nano);
}

function memory(text: string): number | null {
  const nano = parseQuantity(text);
  return nano === null ? null : bytesOf(nano);
}

describe("Kubernetes quantities", () => {
  it.each([
    ["2", 2000],
    ["500m", 500],
    ["1.5", 1500],
    [".5", 500],
    ["1.", 1000],
    ["2e3", 2_000_000],
    ["100u", 1], // a tenth of a millicore rounds away from zero
    ["0.1m", 1],
    ["1001u", 2],
    ["0", 0],
    ["-1", -1000],
  ])("reads %s as CPU", (text, millicores) => expect(cpu(text)).toBe(millicores));

  it.each([
    ["1Gi", 2 ** 30],
    ["16G", 16e9],
    ["1.5Gi", 1.5 * 2 ** 30],
    ["2Ti", 2 * 2 ** 40],
    ["100M", 1e8],
    ["128974848", 128974848],
    ["1k", 1000],
    ["1E", 1e18],
    ["1e3", 1000],
    ["1E2", 100], // an exponent, not exa
    ["0.5", 1], // half a byte rounds up
    ["9Ei", 2 ** 63], // binary suffixes end at 2⁶³ − 1, which a double rounds
  ])("reads %s as memory", (text, bytes) => expect(memory(text)).toBe(bytes));

  it.each([
    "",
    " 1",
    "1 ",
    "16GB",
    "1K",
    "1mi",
    "Gi",
    "1e",
    "1e2.5",
    "--1",
    "1,5",
    "0x10",
    "1e40",
    "١",
    "1".repeat(65),
    // zero to the API server's parser, refused by its schema
    "+",
    ".",
    "m",
    "Ki",
    "e5",
  ])("refuses %j", (text) => expect(parseQuantity(text)).toBeNull());

  it.each([
    ["16GB", ["16Gi", "16G"]],
    ["16 gb", ["16Gi", "16G"]],
    ["64GiB", ["64Gi"]],
    ["1,5gi", ["1.5Gi"]],
    ["512mb", ["512Mi", "512M"]],
    ["4K", ["4Ki", "4k"]],
    ["2 vCPU", ["2"]],
    ["many", []],
  ])("knows what %s may have meant", (text, meant) => expect(nearestQuantities(text)).toEqual(meant));
});
