import type { FleetChanges } from "../../demand/changes/fleet-changes.ts";
import type { FindingToCompare } from "./compared-plan.ts";
import type { CostThresholds } from "./cost-movement.ts";
import type { PlanChanges } from "./plan-changes.ts";
import type { UpgradeChange } from "./upgrade-changes.ts";

/** One of the two things that are held against each other. */
export interface DiffSide {
  /** What it is called, for people: a file, `HEAD~1:fleet.yaml`. */
  readonly name: string;
  /** A fleet that was planned, or a plan that somebody has made before. */
  readonly kind: "fleet" | "plan";
  /** null: not known, as a plan document does not say its day. */
  readonly asOf: string | null;
  readonly release: string;
  readonly currency: string;
  readonly illustrativePrices: boolean;
  /** What the price book is called; null: not known. */
  readonly prices: string | null;
  /** What the price list is called; null: not known, or there is none. */
  readonly priceList: string | null;
}

/** What one operating model's plan changes. */
export interface ModelDiff<Said extends FindingToCompare = FindingToCompare> {
  readonly changes: PlanChanges<Said>;
  /** null: not known, as one side is a plan document, or what a fleet says of upgrades cannot be played. */
  readonly upgrades: readonly UpgradeChange[] | null;
}

/** All that is different between two fleets or plans. */
export interface Diff<Said extends FindingToCompare = FindingToCompare> {
  readonly base: DiffSide;
  readonly head: DiffSide;
  readonly thresholds: CostThresholds;
  /** null: not known, as one side is a plan document. */
  readonly demand: FleetChanges | null;
  readonly models: readonly ModelDiff<Said>[];
}

const COMPARED = ["asOf", "release", "currency", "prices", "priceList"] as const;

/** What the two sides do not have in common though it moves every figure; `null` on a side: not known there, or none. */
export interface SideDifference {
  readonly what: (typeof COMPARED)[number];
  readonly base: string | null;
  readonly head: string | null;
}

/** Day, release, currency and prices of the two sides where they are not the same; of a plan document not all are known. */
export function sideDifferences({ base, head }: Pick<Diff, "base" | "head">): readonly SideDifference[] {
  return COMPARED.filter(
    (what) => base[what] !== head[what] && (areFleets(base, head) || isSaid(base, head, what)),
  ).map((what) => ({ what, base: base[what], head: head[what] }));
}

function areFleets(base: DiffSide, head: DiffSide): boolean {
  return base.kind === "fleet" && head.kind === "fleet";
}

/** What a plan document does not say differs from nothing. */
function isSaid(base: DiffSide, head: DiffSide, what: SideDifference["what"]): boolean {
  return base[what] !== null && head[what] !== null;
}
