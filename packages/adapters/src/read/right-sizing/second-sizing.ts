import type { NanoUnits } from "@nkp-planner/core";
import type { Chosen } from "./chosen-sizes.ts";
import { changeText, gibText, vcpuText } from "./numbers-in-words.ts";
import { BASES, type Basis, type Sizes } from "./sized.ts";

/** A container that counts, and how many there are of it. */
export interface Counted {
  readonly chosen: Chosen;
  readonly podCount: number;
}

interface Total {
  readonly cpuNano: NanoUnits;
  readonly memoryNano: NanoUnits;
}

const WORDS: Readonly<Record<Basis, string>> = {
  requests: "requests as they stand",
  recommendation: "recommendation",
  usage: "usage",
};

/** What it comes to, and what it would by each other basis that the file has: a sentence each, of those that have both. */
export function secondSizing(all: readonly Counted[], basis: Basis, unit: string): readonly string[] {
  const planned = totalOf(all, ({ chosen }) => chosen);
  const others = BASES.filter((one) => one !== basis).flatMap((other) => {
    const both = all.filter(
      ({ chosen: { one, filled } }) => filled.size === 0 && isKnown(one.sizes[other]) && isKnown(one.sizes[basis]),
    );
    return both.length === 0
      ? []
      : [comparison(both, basis, other, both.length < all.length ? all.length : null, unit)];
  });
  return [`It comes to ${inWords(planned)}.`, ...others, ...boundsOf(all, basis)];
}

function comparison(
  both: readonly Counted[],
  basis: Basis,
  other: Basis,
  ofCount: number | null,
  unit: string,
): string {
  const [from, to] = other === "requests" ? ([other, basis] as const) : ([basis, other] as const);
  const [first, second] = [from, to].map((one) => totalOf(both, ({ chosen }) => chosen.one.sizes[one])) as [
    Total,
    Total,
  ];
  const changes = [
    changeText(first.cpuNano, second.cpuNano, "CPU"),
    changeText(first.memoryNano, second.memoryNano, "memory"),
  ].filter((one) => one !== "");
  const of = ofCount === null ? "" : `Of the ${both.length} of ${ofCount} ${unit} that have both: `;
  const by = ofCount === null ? "By" : "by";
  const change = changes.length === 0 ? "" : `: ${changes.join(", ")}`;
  return `${of}${by} ${WORDS[from]} it would be ${inWords(first)}; by ${WORDS[to]} ${inWords(second)}${change}.`;
}

/** What a recommendation is between, where it says so. */
function boundsOf(all: readonly Counted[], basis: Basis): readonly string[] {
  const bounded = all.filter(({ chosen }) => chosen.one.bounds !== null);
  if (bounded.length === 0 || basis !== "recommendation") return [];
  const [lower, upper] = (["lower", "upper"] as const).map((which) =>
    totalOf(bounded, ({ chosen }) => chosen.one.bounds?.[which] ?? NONE),
  ) as [Total, Total];
  const of =
    bounded.length === all.length ? "" : ` of the ${bounded.length} of ${all.length} containers that have them`;
  return [`Its lower bounds${of} come to ${inWords(lower)}, its upper bounds to ${inWords(upper)}.`];
}

const NONE: Sizes = { cpuNano: 0n, memoryNano: 0n };

function isKnown({ cpuNano, memoryNano }: Sizes): boolean {
  return cpuNano !== null && memoryNano !== null;
}

/** Sums are of all pods together already. */
function totalOf(all: readonly Counted[], sizesOf: (one: Counted) => Sizes): Total {
  const sum = (key: keyof Sizes) =>
    all.reduce((total, one) => {
      const { isSum, isInit } = one.chosen.one;
      return isInit ? total : total + (sizesOf(one)[key] ?? 0n) * BigInt(isSum ? 1 : one.podCount);
    }, 0n);
  return { cpuNano: sum("cpuNano"), memoryNano: sum("memoryNano") };
}

function inWords({ cpuNano, memoryNano }: Total): string {
  return `${vcpuText(cpuNano)} and ${gibText(memoryNano)}`;
}
