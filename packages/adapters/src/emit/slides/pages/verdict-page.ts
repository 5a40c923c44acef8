import type { Comparison, Message, MessageValue } from "@nkp-planner/core";
import { colourOfModel } from "../colours.ts";
import type { DeckSlide } from "../deck.ts";
import { BODY } from "../layout.ts";
import type { DeckSource } from "./deck-source.ts";
import { listNote, sourceNotes } from "./source-notes.ts";

const POINTS = 18;
/** Said of sizes, functions and wishes: what customers may know of the reasons. */
const WITHOUT_MONEY = ["reason.platform", "reason.floors", "reason.gives-up", "reason.gives-up-pro", "reason.cadence"];

/** Which model it should be, and why. */
export function verdictPage(source: DeckSource): DeckSlide {
  const { comparison, language, planned, isInternal } = source;
  const { verdict } = comparison;
  const reasons = verdict.reasons.filter(({ key }) => isInternal || WITHOUT_MONEY.includes(key));
  const { winnerId, otherId } = verdict;
  const models = [winnerId, otherId].filter((id) => id !== null);
  const items = reasons.map(language.sentence);
  return {
    title: isInternal ? language.sentence(verdict.message) : verdictForCustomers(comparison, source),
    accent: colourOfModel(winnerId ?? planned.model.id),
    parts: [
      {
        kind: "list",
        box: BODY,
        items: items.length > 0 ? items : [language.say("verdict.no-reasons")],
        points: POINTS,
        more: (count) => language.say("more", { count }),
      },
    ],
    notes: [
      ...sourceNotes(language, isInternal ? ["monthlyCost", "platformVcpu"] : ["platformVcpu"], models),
      listNote(language, planned.model.id),
      language.say("note.cadence"),
    ],
  };
}

/** The verdict itself, or where it says an amount, the same without it. */
function verdictForCustomers({ verdict, plans }: Comparison, { language }: DeckSource): string {
  const { message } = verdict;
  if (!Object.values(message.figures).some(isOfMoney)) return language.sentence(message);
  const winner = plans.find(({ model }) => model.id === verdict.winnerId);
  return language.say("verdict.economical", {
    winner: language.name(winner?.model.phrase ?? ""),
    count: plans.length,
  });
}

function isOfMoney({ kind }: MessageValue): boolean {
  return kind === "money" || kind === "rate" || kind === "ratio";
}

/** Whether a sentence holds an amount of money, a price of one unit, or a part of one. */
export function tellsMoney({ figures }: Message): boolean {
  return Object.values(figures).some(isOfMoney);
}
