import type { KnownComponent } from "./known-components.ts";
import { hasInRow, tokensOf } from "./name-tokens.ts";
import type { RunningWorkload } from "./running-cluster.ts";

/** How a workload was known: by a name that the catalog lists, by the component's own, or by one that is alike. */
export const MATCH_WAYS = ["listed", "name", "alike"] as const;
export type MatchWay = (typeof MATCH_WAYS)[number];

/** A component that a workload may be, and how much speaks for it. */
export interface NameMatch {
  readonly known: KnownComponent;
  readonly way: MatchWay;
  /** Larger ones win, the first number first. */
  readonly strength: readonly number[];
}

/** A workload's names, in words. */
interface WorkloadWords {
  readonly name: string;
  readonly words: readonly string[];
  readonly namespace: readonly string[];
  readonly releases: readonly (readonly string[])[];
}

/** The component that a workload is most likely, of those whose kind fits. */
export function bestMatch(workload: RunningWorkload, all: readonly KnownComponent[]): NameMatch | undefined {
  const { name, namespace, releases } = workload;
  const named = { name, words: tokensOf(name), namespace: tokensOf(namespace), releases: releases.map(tokensOf) };
  const found = all.filter((known) => kindFits(workload, known)).flatMap((known) => matchOf(named, known) ?? []);
  return found.reduce<NameMatch | undefined>((best, one) => (best && !isStronger(one, best) ? best : one), undefined);
}

function kindFits({ kind }: RunningWorkload, { component, isSum }: KnownComponent): boolean {
  if (component.kind === null || isSum) return kind !== "StaticPod";
  return kind === component.kind;
}

function matchOf(named: WorkloadWords, known: KnownComponent): NameMatch | undefined {
  const { words, applicationWords, listed, isSum } = known;
  const size = [isSum ? 0 : 1, words.length];
  if (listed.some((pattern) => isListed(named.name, pattern)))
    return { known, way: "listed", strength: [3, ...size, 0] };
  if (named.words.length === 0) return undefined;
  if (named.words.join("") === words.join("")) return { known, way: "name", strength: [2, ...size, 0] };
  const ofApplication =
    named.releases.some((release) => release.join("") === applicationWords.join("")) ||
    hasInRow(named.words, applicationWords);
  const around = new Set([...named.namespace, ...named.releases.flat()]);
  const isAll = words.every((word) => named.words.includes(word));
  const extras = named.words.filter((word) => !(words.includes(word) || applicationWords.includes(word)));
  const alike: NameMatch = { known, way: "alike", strength: [1, ...size, -extras.length] };
  if (ofApplication && applicationWords.length > 0 && (isAll || isSum)) return alike;
  const isMade = words.some((word) => named.words.includes(word)) && extras.every((word) => around.has(word));
  return isMade && words.every((word) => named.words.includes(word) || named.namespace.includes(word))
    ? alike
    : undefined;
}

/** `rook-ceph-mon-*` stands for `rook-ceph-mon-a`. */
function isListed(name: string, pattern: string): boolean {
  return pattern.endsWith("-*") ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
}

function isStronger({ strength: a }: NameMatch, { strength: b }: NameMatch): boolean {
  const at = a.findIndex((number, index) => number !== b[index]);
  return at >= 0 && (a[at] ?? 0) > (b[at] ?? 0);
}
