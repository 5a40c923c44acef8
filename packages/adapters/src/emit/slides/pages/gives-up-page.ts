import { shortfallsOf } from "@nkp-planner/core";
import { colourOfModel } from "../colours.ts";
import type { DeckSlide } from "../deck.ts";
import type { DeckSource } from "./deck-source.ts";
import { listColumns } from "./list-columns.ts";
import { listNote } from "./source-notes.ts";

const POINTS = 15;

/** What Starter lacks where a model has it, and what this plan leaves open. */
export function givesUpPage({ planned, comparison, language, isInternal }: DeckSource): DeckSlide {
  const { starterGivesUp, plans } = comparison;
  const hasStarter = plans.some(({ clusters }) => clusters.some(({ edition }) => edition === "starter"));
  const features = hasStarter ? starterGivesUp.map(({ title }) => language.marked(title)) : [];
  const shortfalls = shortfallsOf(planned).map((finding) => {
    const sentence = language.sentence(finding.message);
    return finding.kind === "infeasible" ? language.say("gives-up.infeasible", { sentence }) : sentence;
  });
  const model = language.name(planned.model.title);
  const wishes = shortfalls.length > 0 ? shortfalls : [language.say("gives-up.no-wishes")];
  const columns = [
    ...(features.length > 0 ? [{ head: language.say("gives-up.features"), items: features }] : []),
    { head: language.say("gives-up.wishes", { model }), items: wishes },
  ];
  return {
    title:
      features.length > 0
        ? language.say("gives-up.title", { count: features.length })
        : language.say(shortfalls.length > 0 ? "gives-up.title-wishes" : "gives-up.title-none", {
            model,
            count: shortfalls.length,
          }),
    accent: colourOfModel(planned.model.id),
    parts: listColumns(columns, language, POINTS),
    notes: [listNote(language, planned.model.id), ...(isInternal ? ["nkp-planner compare FLEET"] : [])],
  };
}
