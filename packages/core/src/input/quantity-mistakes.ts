import { nearestCpu, nearestQuantities } from "../base/quantities/nearest-quantities.ts";
import { bytesOf, parseQuantity } from "../base/quantities/quantity.ts";
import { BYTES_PER_MIB, gibOf } from "../base/units.ts";
import { saysBytes } from "./size-text.ts";

/** What a field's own check says of a value; `problems.ts` makes a Problem of it. */
export interface FieldProblem {
  readonly expected: string;
  readonly fix: string;
}

/** What is said of a text of one kind of quantity that was written in another way than a file is read. */
export interface QuantityMistakes {
  /** Of a text that is no quantity; undefined where nobody can tell what was meant. */
  unreadable(text: string): FieldProblem | undefined;
  /** Of one that is a quantity, and was hardly meant so. @param value in millicores or bytes */
  mistaken(text: string, value: number): FieldProblem | undefined;
}

const A_QUANTITY = "a Kubernetes quantity";

/** `500 milli`, `2 GHz`, `50%`, `500M`, `2Gi`. */
export const CPU_MISTAKES: QuantityMistakes = {
  unreadable(text) {
    if (/hz\s*$/i.test(text)) {
      const fix = 'write how many vCPU the pods request, such as "2" or "500m"';
      return { expected: "vCPU, not the clock of a processor", fix };
    }
    const [, percent] = /^\s*(\d+(?:\.\d+)?)\s*%\s*$/.exec(text) ?? [];
    if (percent !== undefined) return { expected: A_QUANTITY, fix: 'write "0.5" for half a vCPU, "1" for a whole one' };
    return nearText(nearestCpu(text).map((one) => `"${one}"`));
  },
  mistaken(text) {
    const [, number, suffix] = /^\+?([\d.]+)([KMGTPE]i?)$/.exec(text) ?? [];
    if (suffix === undefined) return undefined;
    if (suffix !== "M")
      return { expected: "vCPU; this has a unit of memory", fix: `write "${number}", or the memory as memory` };
    return { expected: "vCPU; M is a million of them", fix: `write "${number}m" for thousandths of one` };
  },
};

/** `64 GB`, `1,5Gi`, `64` and `100m`. */
export const SIZE_MISTAKES: QuantityMistakes = {
  unreadable: (text) => {
    const [, bytes] = /^\s*(\d+)\s*b\s*$/.exec(text) ?? [];
    return nearText(bytes === undefined ? nearestQuantities(text).map(explained) : [`"${bytes}B" for bytes`]);
  },
  mistaken: forgottenUnit,
};

function nearText(near: readonly string[]): FieldProblem | undefined {
  return near.length === 0 ? undefined : { expected: A_QUANTITY, fix: `write ${near.join(" or ")}` };
}

/** No pod and no volume is smaller: a number below it without a unit was meant in another one. */
const SMALLEST_BYTES = BYTES_PER_MIB;

/** Forgotten units, `64` and `100m`, which are bytes and parts of one; whoever means so few bytes writes `64B`. */
export function forgottenUnit(text: string, bytes: number): FieldProblem | undefined {
  if (bytes === 0 || bytes >= SMALLEST_BYTES || /[kKMGTPE]i?$/.test(text) || saysBytes(text)) return undefined;
  const [number = text] = /^[\d.]+/.exec(text) ?? [];
  const much = bytes === 1 ? "one byte" : `${bytes} bytes`;
  return {
    expected: `an amount with its unit; without one this is ${much}`,
    fix: `write "${number}Gi" or "${number}Mi"${number === text && saysBytes(`${text}B`) ? `, or "${text}B" if bytes are meant` : ""}`,
  };
}

/** `16Gi` and `16G` as people need to hear them: the same letter, 7 % apart. */
function explained(text: string): string {
  const nano = parseQuantity(text);
  if (nano === null || /^[\d.]+$/.test(text)) return `"${text}"`;
  const gib = gibOf(bytesOf(nano));
  return gib < 0.01 ? `"${text}"` : `"${text}" (${Number(gib.toFixed(2))} GiB)`;
}
