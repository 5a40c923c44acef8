import {
  type Comparison,
  findingsOfKind,
  findingText,
  type Message,
  type MessageValue,
  messageParts,
} from "@nkp-planner/core";
import { DIFFERENCE } from "./difference-view.ts";
import type { Fragment } from "./fragment.ts";
import type { Writer } from "./writer.ts";

export type Sentence = readonly Fragment[];

/** Sentences about what a model lacks; the others are about what it costs. */
const LACKS: readonly Message["key"][] = ["reason.gives-up", "reason.gives-up-pro", "reason.cadence"];

/** What the planner concludes, as sentences whose figures open. */
export interface VerdictView {
  readonly headline: readonly Fragment[];
  /** What causes the difference, and what is given up for it: a paragraph each. */
  readonly because: readonly Sentence[];
  readonly butThen: readonly Sentence[];
  /** Why models do not run, where none does: said at once, not only among the shortfalls. */
  readonly infeasible: readonly string[];
  readonly winnerId: string | null;
  /** The models that the verdict compares. */
  readonly winnerTitle: string | null;
}

export function verdictView({ verdict, plans }: Comparison, writer: Writer): VerdictView {
  const { message, reasons, winnerId, otherId } = verdict;
  const saving =
    winnerId === null || otherId === null
      ? {}
      : { opens: { modelId: winnerId, figureId: `${DIFFERENCE}${otherId}` }, tone: "gain" as const };
  const headline = fragmentsOf(message, writer).map((part) =>
    part.isFigure && part.opens === undefined ? { ...part, ...saving } : part,
  );
  return {
    headline,
    because: reasons.filter(({ key }) => !LACKS.includes(key)).map((reason) => fragmentsOf(reason, writer)),
    butThen: reasons.filter(({ key }) => LACKS.includes(key)).map((reason) => fragmentsOf(reason, writer)),
    infeasible: winnerId === null ? infeasibleStatements(plans, writer).slice(0, MOST_STATEMENTS) : [],
    winnerId,
    winnerTitle: plans.find(({ model }) => model.id === winnerId)?.model.title ?? null,
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
