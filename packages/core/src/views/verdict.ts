import { isInfeasible } from "../base/findings/finding.ts";
import type { Message, MessageValue } from "../base/findings/messages.ts";
import { compareMoney, isNegativeMoney, isZeroMoney, type Money, ratioOf, subtractMoney } from "../base/money.ts";
import type { OperatingModel } from "../models/operating-model.ts";
import type { PlannedFleet } from "../plan/planned-fleet.ts";
import { type PlanTotals, type SizeId, TOTALS } from "../plan/totals/totals.ts";
import { type CostDriver, costDriverOf, costDrivers } from "../prices/cost-drivers.ts";
import { type LedgerLine, ledgerOf } from "./ledger.ts";
import { heaviestOf, type Lever, type LeverSide, leverSideOf, leversBetween, nearestOf, numberOf } from "./levers.ts";

/** Which model costs least, said as data: a sentence's key and the plan's own figures. */
export interface Verdict {
  readonly message: Message;
  /** The cheapest feasible model; null where none is feasible or nothing is to be run. */
  readonly winnerId: string | null;
  /** What it is measured against: the baseline where it costs more, else the next cheapest that does. */
  readonly otherId: string | null;
  readonly reasons: readonly Message[];
  /** What the other costs more, line by line; empty where there is none, or both cost the same. */
  readonly ledger: readonly LedgerLine[];
}

/** What one edition's feature matrix has that the other's lacks. */
export interface FeatureGap {
  readonly id: string;
  readonly title: string;
  /** To whom it is worth something, and what; null: nobody has said. */
  readonly worthTo: string | null;
}

/** What each edition lacks that Ultimate has. */
export type EditionGaps = Readonly<Record<"starter" | "pro", readonly FeatureGap[]>>;

/** What a verdict is taken of: a plan, or the sums of one that nobody holds. */
export interface VerdictSide {
  readonly model: Pick<OperatingModel, "id" | "phrase">;
  readonly totals: PlanTotals;
  readonly isFeasible: boolean;
  /** Of its clusters. */
  readonly editions: ReadonlySet<string>;
  /** Names of tenants whose own cadence is not kept, in the order of the fleet. */
  readonly cadencesNotKept: () => readonly string[];
  readonly levers: () => LeverSide;
}

/** A plan as a verdict looks at it. */
export function verdictSideOf(plan: PlannedFleet): VerdictSide {
  return {
    model: plan.model,
    totals: plan.totals,
    isFeasible: !isInfeasible(plan),
    editions: new Set(plan.clusters.map(({ edition }) => edition)),
    cadencesNotKept: () => cadencesNotKeptBy(plan),
    levers: () => leverSideOf(plan),
  };
}

function cadencesNotKeptBy({ findings, tenants }: PlannedFleet): readonly string[] {
  const ids = new Set(
    findings
      .filter(({ code }) => code === "cadence-not-own")
      .map(({ subject }) => (subject.in === "plan" ? subject.tenantId : undefined)),
  );
  return tenants.filter(({ tenantId }) => ids.has(tenantId)).map(({ name }) => name);
}

/** Only infeasible plans are out of the running; a wish that is not met is a reason, not a bar. */
export function verdictOf(plans: readonly VerdictSide[], baseline: VerdictSide, gaps: EditionGaps): Verdict {
  const feasible = plans
    .filter(({ isFeasible }) => isFeasible)
    .sort((a, b) => compareMoney(a.totals.monthlyCost, b.totals.monthlyCost));
  const [winner, next] = feasible;
  if (plans.every(({ totals }) => totals.clusterCount === 0)) return plain({ key: "verdict.empty", figures: {} });
  if (winner === undefined) return plain({ key: "verdict.none-feasible", figures: {} });
  const alone = { winner: phrase(winner), cost: cost(winner) };
  if (plans.length === 1) return plain({ key: "verdict.single", figures: alone }, winner);
  if (next === undefined) return plain({ key: "verdict.only-feasible", figures: { winner: phrase(winner) } }, winner);
  // Where several cost least, what is said is against the one that costs more.
  const dearer = feasible.filter((plan) => compareMoney(plan.totals.monthlyCost, winner.totals.monthlyCost) > 0);
  const other = dearer.includes(baseline) ? baseline : (dearer[0] ?? next);
  const asCheap = feasible.filter((plan) => plan !== winner && plan !== other && !dearer.includes(plan));
  return {
    message: messageFor(winner, other),
    winnerId: winner.model.id,
    otherId: other.model.id,
    ledger: dearer.includes(other) ? ledgerOf(winner.totals, other.totals) : [],
    reasons: [
      ...alsoCheapest(winner, asCheap),
      ...driverReasons(winner, other),
      ...leverReasons(winner, other),
      ...sizeReasons(winner, other),
      ...sacrifices(winner, other, gaps),
    ],
  };
}

function plain(message: Message, winner?: VerdictSide): Verdict {
  return { message, winnerId: winner?.model.id ?? null, otherId: null, reasons: [], ledger: [] };
}

function messageFor(winner: VerdictSide, other: VerdictSide): Message {
  const saving = subtractMoney(other.totals.monthlyCost, winner.totals.monthlyCost);
  const names = { winner: phrase(winner), other: phrase(other) };
  if (isZeroMoney(saving)) return { key: "verdict.same-cost", figures: names };
  const ratio = ratioOf(saving, other.totals.monthlyCost) ?? 0;
  return {
    key: "verdict.cheaper",
    figures: { ...names, saving: { kind: "money", value: saving }, savingRatio: { kind: "ratio", value: -ratio } },
  };
}

/** Others that cost the same as the cheapest. */
function alsoCheapest(winner: VerdictSide, asCheap: readonly VerdictSide[]): readonly Message[] {
  return asCheap.map((plan) => ({ key: "reason.as-cheap", figures: { model: phrase(plan), winner: phrase(winner) } }));
}

const MOST_DRIVERS = 2;

/** The two drivers that make up most of the difference, with the quantities behind them. */
function driverReasons(winner: VerdictSide, other: VerdictSide): readonly Message[] {
  const saving = subtractMoney(other.totals.monthlyCost, winner.totals.monthlyCost);
  const savingOf = (driver: CostDriver) =>
    subtractMoney(other.totals.monthlyCostByDriver[driver], winner.totals.monthlyCostByDriver[driver]);
  return costDrivers
    .filter((driver) => isPositive(savingOf(driver)))
    .sort((a, b) => compareMoney(savingOf(b), savingOf(a)))
    .slice(0, MOST_DRIVERS)
    .map((driver) => {
      const { grownBy } = costDriverOf(driver);
      return {
        key: `reason.${driver}`,
        figures: {
          share: { kind: "money", value: savingOf(driver) },
          winner: phrase(winner),
          other: phrase(other),
          winnerQuantity: quantity(winner, grownBy),
          otherQuantity: quantity(other, grownBy),
        },
      } satisfies Message;
    })
    .filter(() => !isZeroMoney(saving));
}

/** Which assumption carries most of the difference, and which one has to move least until it is gone. */
function leverReasons(winner: VerdictSide, other: VerdictSide): readonly Message[] {
  if (isZeroMoney(subtractMoney(other.totals.monthlyCost, winner.totals.monthlyCost))) return [];
  const levers = leversBetween(winner.levers(), other.levers());
  const [heaviest, nearest] = [heaviestOf(levers), nearestOf(levers)];
  return [...(heaviest === undefined ? [] : [restsOn(heaviest)]), turnsAt(nearest, winner)];
}

function restsOn(lever: Lever): Message {
  const kinds = { true: "reason.rests-on-invented-price", false: "reason.rests-on-price", null: "reason.rests-on" };
  const key = kinds[`${lever.isInvented}`];
  return { key, figures: { share: { kind: "money", value: lever.difference }, ...partsOf(lever) } };
}

function turnsAt(lever: Lever | undefined, winner: VerdictSide): Message {
  if (lever === undefined || lever.tie === null) return { key: "reason.turns-nowhere", figures: {} };
  const moves = numberOf(lever.tie) > numberOf(lever.value) ? "rises" : "falls";
  const figures = { winner: phrase(winner), moves: { kind: "text", value: moves }, tie: amountOf(lever.tie) } as const;
  return { key: "reason.turns-at", figures: { ...figures, ...partsOf(lever) } };
}

function partsOf({ name, value, unit }: Lever) {
  return {
    name: { kind: "name", value: name },
    value: amountOf(value),
    unit: { kind: "text", value: unit },
  } as const;
}

function amountOf(value: Money | number): MessageValue {
  return typeof value === "number" ? { kind: "number", value } : { kind: "rate", value };
}

function sizeReasons(winner: VerdictSide, other: VerdictSide): readonly Message[] {
  const names = { winner: phrase(winner), other: phrase(other) };
  const reasons: Message[] = [];
  if (other.totals.platformVcpu > winner.totals.platformVcpu) {
    const figures = {
      ...names,
      winnerPlatform: quantity(winner, "platformVcpu"),
      otherPlatform: quantity(other, "platformVcpu"),
    };
    reasons.push({ key: "reason.platform", figures });
  }
  if (other.totals.floorAddedVcpu > winner.totals.floorAddedVcpu) {
    const figures = {
      ...names,
      winnerFloor: quantity(winner, "floorAddedVcpu"),
      otherFloor: quantity(other, "floorAddedVcpu"),
    };
    reasons.push({ key: "reason.floors", figures });
  }
  return reasons;
}

/** What a reader gives up by taking the cheaper one, or would by taking the other. */
function sacrifices(winner: VerdictSide, other: VerdictSide, gaps: EditionGaps): readonly Message[] {
  const reasons: Message[] = (["starter", "pro"] as const)
    .filter((id) => gaps[id].length > 0 && [winner, other].some(({ editions }) => editions.has(id)))
    .map((id) => ({
      key: id === "starter" ? "reason.gives-up" : "reason.gives-up-pro",
      figures: { features: { kind: "list", value: gaps[id].map(({ title }) => title) } },
    }));
  for (const plan of [winner, other]) {
    const names = plan.cadencesNotKept();
    if (names.length > 0) {
      const figures = { model: phrase(plan), tenants: { kind: "list", value: names } as const };
      reasons.push({ key: "reason.cadence", figures });
    }
  }
  return reasons;
}

function phrase({ model }: VerdictSide): MessageValue {
  return { kind: "text", value: model.phrase };
}

function cost({ model, totals }: VerdictSide): MessageValue {
  return { kind: "money", value: totals.monthlyCost, modelId: model.id, figureId: "monthlyCost" };
}

/** A number of a plan with its unit; clusters are named by the sentence. */
function quantity({ model, totals }: VerdictSide, figureId: SizeId): MessageValue {
  const { unit } = TOTALS[figureId];
  return {
    kind: "number",
    value: totals[figureId],
    modelId: model.id,
    figureId,
    ...(unit === "clusters" ? {} : { unit }),
  };
}

function isPositive(value: Money): boolean {
  return !isZeroMoney(value) && !isNegativeMoney(value);
}
