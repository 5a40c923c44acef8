import { type HeadUnit, partsOfNumber, quantityParts, type Unit } from "./unit.ts";

const MILLI = /( m| ?\b(millicores?|milli ?v?cpus?|mcpus?))$/;
const SUFFIXES: ReadonlyMap<string, string> = new Map([
  ["m", "m"],
  ["vCPU", ""],
  ["vcpu", ""],
  ["CPU", ""],
  ["cpu", ""],
  ["cores", ""],
]);
const MILLI_DIGITS = 3;

/** vCPU: `3.5`, or `500m` for thousandths, as Kubernetes has them. */
export const vcpu: Unit = {
  usual: "",
  inHead(words): readonly HeadUnit[] {
    const rest = words.replace(MILLI, "");
    if (rest === words) return [{ rest }];
    // Millicores say of themselves that they are of CPU.
    return [rest, `${rest} vcpu`.trim()].map((one) => ({ rest: one, suffix: "m" }));
  },
  inCell: (text) => quantityParts(text, (letters) => SUFFIXES.get(letters)),
  valueOf: (number, suffix) => `${number}${suffix}`,
  partsOf(value) {
    const millicores = /^(\d{1,12})m$/.exec(value)?.[1];
    return millicores === undefined ? partsOfNumber(value) : { number: thousandths(millicores) };
  },
};

/** `500` → `0.5` */
function thousandths(count: string): string {
  const digits = count.padStart(MILLI_DIGITS + 1, "0");
  const whole = digits.slice(0, -MILLI_DIGITS).replace(/^0+(?=\d)/, "");
  const fraction = digits.slice(-MILLI_DIGITS).replace(/0+$/, "");
  return fraction === "" ? whole : `${whole}.${fraction}`;
}
