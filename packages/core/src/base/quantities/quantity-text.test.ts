import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addQuantities, compareQuantities, roundedToMilli, subtractQuantities } from "./quantity-arithmetic.ts";
import { canonicalQuantity, readQuantity } from "./quantity-text.ts";
import { milliOf, type Quantity, type QuantityFormat, wholeOf } from "./quantity-value.ts";

function quantity(text: string): Quantity {
  const reading = readQuantity(text);
  if (!reading.ok) throw new Error(`${text}: ${reading.problem}`);
  return reading.quantity;
}

function problem(text: string): string | null {
  const reading = readQuantity(text);
  return reading.ok ? null : reading.problem;
}

const canonical = (text: string): string => canonicalQuantity(quantity(text));

describe("reading what Kubernetes reads", () => {
  it.each([
    ["1.5", 1_500_000_000n, "DecimalSI"],
    ["1.5Ki", 1_536_000_000_000n, "BinarySI"],
    ["1.5e3", 1_500_000_000_000n, "DecimalExponent"],
    ["1E", 10n ** 27n, "DecimalSI"], // exa
    ["1E2", 10n ** 11n, "DecimalExponent"],
    ["0.1n", 1n, "DecimalSI"], // finer than a billionth: away from zero
    ["-0.1n", -1n, "DecimalSI"],
    ["0.5Ki", 512_000_000_000n, "BinarySI"],
    ["0.0001Ki", 102_400_000n, "DecimalSI"], // 0.1024, below one
    ["9Ei", (2n ** 63n - 1n) * 10n ** 9n, "BinarySI"], // binary suffixes end there,
    ["12E", 12n * 10n ** 27n, "DecimalSI"], // decimal ones do not
    ["-9Ei", -(2n ** 63n - 1n) * 10n ** 9n, "BinarySI"],
    ["1e4294967299", 1_000_000_000_000n, "DecimalExponent"], // 2³² + 3: only 32 bits of an exponent are kept
  ])("%s", (text, nano, format) => expect(quantity(text)).toEqual({ nano, format }));

  it.each(["+", "-", ".", "-.", "m", "Ki", ".Ti", "E", "e5", "e-9", "0e2147483647"])("%s is zero", (text) => {
    expect(quantity(text).nano).toBe(0n);
  });

  it.each([
    ["format", ["", " ", "1 ", " 1", "a1", "1a", "1.2.3", "1,5", "1K1K", "1e3.", "1e3Ki", "١", "NaN", "1\n"]],
    ["suffix", ["e", "1e", "1e+", "1i", "1kk", "1Kii", "1+", "1+5", "--1", "1Ki3", "1ee3", "1e9223372036854775808"]],
    ["numeric", ["Pi", "+Ei", ".Pi", "e-10", "-e-999"]], // no digits, on the way that needs some
    ["size", ["1e2147483647", "1e100001", "1".repeat(20_001)]],
  ])("names the %s error", (name, texts) => {
    for (const text of texts) expect(problem(text), text).toBe(name);
  });

  it("is quick about texts made to be slow", () => {
    const long = "9".repeat(19_000);
    const startedMs = performance.now();
    expect(problem(`${long}x`)).toBe("format");
    expect(problem(`${long}.${"0".repeat(900)}e2147483647`)).toBe("size");
    expect(canonical("1e-2147483648")).toBe("1e-9");
    expect(canonical("1e100000")).toBe("10e99999");
    expect(canonical(`1${"0".repeat(18_000)}5e0`)).toHaveLength(18_002);
    expect(performance.now() - startedMs).toBeLessThan(2_000);
  });
});

describe("printing what Kubernetes prints", () => {
  it.each([
    ["1.5", "1500m"],
    ["1.5Gi", "1536Mi"],
    ["1024Mi", "1Gi"],
    ["1000Mi", "1000Mi"],
    ["1024", "1024"], // decimal, as it was written
    ["0.5Ki", "512"],
    ["1.1Ki", "1126400m"], // 1126.4 has a fraction
    ["1000m", "1"],
    ["0.1e1", "1"],
    ["1e-1", "100e-3"],
    ["1e4", "10e3"],
    ["1E06", "1e6"],
    ["007", "7"],
    ["-0", "0"],
    ["-1.5Mi", "-1536Ki"],
    ["999E", "999E"],
    ["1000E", "1"], // there is no suffix for 10²¹, and none is printed
  ])("%s → %s", (text, expected) => expect(canonical(text)).toBe(expected));
});

describe("adding, subtracting, comparing, rounding", () => {
  it.each([
    ["1Gi", "1G", "2073741824", "73741824"], // 1,073,741,824 ± 1,000,000,000
    ["1Gi", "512Mi", "1536Mi", "512Mi"],
    ["0", "1Gi", "1Gi", "-1Gi"], // zero takes the other's format
    ["1k", "1e3", "2k", "0"],
    ["8Ei", "8Ei", "18446744073709551614", "0"], // 2 × (2⁶³ − 1): sums are not capped
    ["100m", "0.1", "200m", "0"],
  ])("%s and %s", (a, b, sum, difference) => {
    expect(canonicalQuantity(addQuantities(quantity(a), quantity(b)))).toBe(sum);
    expect(canonicalQuantity(subtractQuantities(quantity(a), quantity(b)))).toBe(difference);
  });

  it.each([
    ["1Gi", "1G", 1],
    ["1k", "1e3", 0],
    ["-1", "1n", -1],
  ])("%s compared with %s", (a, b, order) => {
    expect(compareQuantities(quantity(a), quantity(b))).toBe(order);
  });

  it.each([
    ["1.0001", 2n, 1001n],
    ["1500u", 1n, 2n],
    ["-1.1", -2n, -1100n],
    ["-1500u", -1n, -2n],
    ["2", 2n, 2000n],
    ["0", 0n, 0n],
  ])("%s in units and thousandths, away from zero", (text, whole, milli) => {
    expect(wholeOf(quantity(text))).toBe(whole);
    expect(milliOf(quantity(text))).toBe(milli);
    expect(roundedToMilli(quantity(text)).nano).toBe(milli * 1_000_000n);
  });
});

describe("what holds for every quantity", () => {
  const formats: readonly QuantityFormat[] = ["DecimalSI", "BinarySI", "DecimalExponent"];
  /** Below 10²¹ and 2⁶³, where no suffix is missing and none is capped. */
  const LARGEST_NANO = (2n ** 63n - 1n) * 10n ** 9n;
  const anyQuantity = fc.record({
    nano: fc.oneof(
      fc.bigInt({ min: -LARGEST_NANO, max: LARGEST_NANO }),
      fc.integer({ min: -2000, max: 2000 }).map((count) => BigInt(count) * 10n ** 9n * 1024n ** 2n),
    ),
    format: fc.constantFrom(...formats),
  });

  it("its canonical text reads back as the same value, and prints the same again", () => {
    fc.assert(
      fc.property(anyQuantity, (one) => {
        const again = quantity(canonicalQuantity(one));
        expect(again.nano).toBe(one.nano);
        expect(canonicalQuantity(again)).toBe(canonicalQuantity(one));
      }),
    );
  });

  it("adding and taking away again changes nothing", () => {
    fc.assert(
      fc.property(anyQuantity, anyQuantity, (a, b) => {
        expect(subtractQuantities(addQuantities(a, b), b).nano).toBe(a.nano);
        expect(addQuantities(subtractQuantities(a, b), b).nano).toBe(a.nano);
      }),
    );
  });

  it("rounding goes away from zero, by less than one", () => {
    fc.assert(
      fc.property(anyQuantity, ({ nano, format }) => {
        const away = wholeOf({ nano, format }) * 10n ** 9n - nano;
        expect(nano < 0n ? -away : away).toBeGreaterThanOrEqual(0n);
        expect(nano < 0n ? -away : away).toBeLessThan(10n ** 9n);
      }),
    );
  });

  it("any text is read or refused, never thrown at", () => {
    const characters = fc.constantFrom(..."0123456789.+-eEinumkKMGTP ");
    fc.assert(
      fc.property(fc.string({ unit: characters, maxLength: 12 }), (text) => readQuantity(text).ok !== undefined),
    );
    fc.assert(fc.property(fc.string(), (text) => readQuantity(text).ok !== undefined));
  });
});
