import {
  type Comparison,
  costDrivers,
  findingsOfKind,
  findingText,
  type Message,
  type MessageValue,
  messageParts,
  moneyAsNumber,
  type PlannedFleet,
} from "@nkp-planner/core";
import { BAR_WIDTH } from "./bars.ts";
import { DIFFERENCE } from "./difference-view.ts";
import type { Fragment } from "./fragment.ts";
import { planTitle } from "./plan-title.ts";
import type { Writer } from "./writer.ts";

export type Sentence = readonly Fragment[];

/** Sentences about what a model lacks. */
const LACKS = /^reason\.(?:cadence|gives-up-pro)$/;
/** Sentences about what would turn the verdict round. */
const TURNS = /^reason\.turns/;
/** What is told as lines of the ledger, or listed. */
const TOLD_ELSEWHERE: readonly Message["key"][] = [
  "reason.gives-up",
  ...costDrivers.map((driver) => `reason.${driver}` as const),
];

/** A part of the difference, with what it comes from by either model. */
export interface LedgerRow {
  readonly title: string;
  readonly winner: Fragment;
  readonly other: Fragment;
  readonly difference: string;
  /** Whether the winner costs less by it. */
  readonly isGain: boolean;
  readonly width: number;
}

/** What makes the difference: lines that sum to it. */
export interface LedgerView {
  readonly winnerTitle: string;
  readonly otherTitle: string;
  readonly rows: readonly LedgerRow[];
}

/** What the planner concludes, as sentences whose figures open. */
export interface VerdictView {
  readonly headline: readonly Fragment[];
  /** null: there is no difference. */
  readonly ledger: LedgerView | null;
  /** What would turn it round, as far as it is known at once. */
  readonly turns: readonly Sentence[];
  /** What else lies behind it, and what is given up for it: a paragraph each. */
  readonly because: readonly Sentence[];
  readonly butThen: readonly Sentence[];
  /** Why models do not run, where none does: said at once, not only among the shortfalls. */
  readonly infeasible: readonly string[];
  readonly winnerId: string | null;
  /** The models that the verdict compares. */
  readonly winnerTitle: string | null;
  /** Whether one of the two has what Starter lacks. */
  readonly isStarterAside: boolean;
}

export function verdictView(comparison: Comparison, writer: Writer): VerdictView {
  const { verdict, plans } = comparison;
  const { message, reasons, winnerId, otherId } = verdict;
  const saving =
    winnerId === null || otherId === null
      ? {}
      : { opens: { modelId: winnerId, figureId: `${DIFFERENCE}${otherId}` }, tone: "gain" as const };
  const headline = fragmentsOf(message, writer).map((part) =>
    part.isFigure && part.opens === undefined ? { ...part, ...saving } : part,
  );
  const sentences = (isMeant: (reason: Message) => boolean) =>
    reasons.filter(isMeant).map((reason) => fragmentsOf(reason, writer));
  return {
    headline,
    ledger: ledgerView(comparison, writer),
    turns: sentences(({ key }) => TURNS.test(key)),
    because: sentences(({ key }) => !LACKS.test(key) && !TURNS.test(key) && !TOLD_ELSEWHERE.includes(key)),
    butThen: sentences(({ key }) => LACKS.test(key)),
    infeasible: winnerId === null ? infeasibleStatements(plans, writer).slice(0, MOST_STATEMENTS) : [],
    winnerId,
    isStarterAside: reasons.some(({ key }) => key === "reason.gives-up"),
    winnerTitle: plans.find(({ model }) => model.id === winnerId)?.model.title ?? null,
  };
}

function ledgerView({ verdict, plans }: Comparison, writer: Writer): LedgerView | null {
  const { winnerId, otherId, ledger } = verdict;
  const [winner, other] = [winnerId, otherId].map((id) => plans.find(({ model }) => model.id === id));
  if (winner === undefined || other === undefined || ledger.length === 0) return null;
  const lengths = ledger.map(({ difference }) => moneyAsNumber(difference));
  const longest = Math.max(...lengths.map(Math.abs));
  return {
    winnerTitle: planTitle(winner),
    otherTitle: planTitle(other),
    rows: ledger.map(({ title, difference, grownBy, unit }, index) => {
      const length = lengths[index] ?? 0;
      const quantity = ({ model, totals }: PlannedFleet): Fragment => ({
        text: writer.withUnit(totals[grownBy], unit),
        isFigure: true,
        opens: { modelId: model.id, figureId: grownBy },
      });
      return {
        title,
        winner: quantity(winner),
        other: quantity(other),
        difference: writer.wholeMoney(difference),
        isGain: length >= 0,
        width: Math.round((Math.abs(length) / longest) * BAR_WIDTH),
      };
    }),
  };
}

const MOST_STATEMENTS = 3;

function infeasibleStatements(plans: Comparison["plans"], writer: Writer): readonly string[] {
  const all = plans.flatMap((plan) => findingsOfKind(plan, "infeasible"));
  return [...new Set(all.map((finding) => findingText(finding, writer.inSentence)))];
}

function fragmentsOf(message: Message, writer: Writer): readonly Fragment[] {
  return messageParts(message, (value) => writer.inSentence(value)).map(({ text, value }): Fragment => {
    if (value === undefined || value.kind === "text" || value.kind === "list") return { text };
    return { text, isFigure: true, ...opensOf(value) };
  });
}

function opensOf(value: MessageValue): Pick<Fragment, "opens"> {
  if (!("figureId" in value) || value.figureId === undefined || value.modelId === undefined) return {};
  return { opens: { modelId: value.modelId, figureId: value.figureId } };
}
