import { allChoices, distinctFindings, type Finding, findingKey, findingsOfKind, findingText } from "@nkp-planner/core";
import { colourOfModel } from "../colours.ts";
import type { DeckSlide } from "../deck.ts";
import type { DeckSource } from "./deck-source.ts";
import { listColumns } from "./list-columns.ts";
import { listNote } from "./source-notes.ts";
import { tellsMoney } from "./verdict-page.ts";

const POINTS = 14;

/** What the plan rests on: choices of the user's, and what nobody knows. */
export function restsPage(source: DeckSource): DeckSlide {
  const { planned, language } = source;
  const choices = ownChoices(source);
  const unknowns = findingsOfKind(planned, "unknown").length;
  const sentences = toBeKnown(source).map(({ message }) => language.sentence(message));
  const columns = [
    {
      head: language.say("rests.choices"),
      items: choices.length > 0 ? choices : [language.say("rests.no-choices")],
    },
    {
      head: language.say("rests.unknowns"),
      items: sentences.length > 0 ? sentences : [language.say("rests.no-unknowns")],
    },
  ];
  return {
    title: language.say("rests.title", { choices: choices.length, unknowns }),
    accent: colourOfModel(planned.model.id),
    parts: listColumns(columns, language, POINTS),
    notes: [listNote(language, planned.model.id), "nkp-planner catalog list"],
  };
}

/** Those that shape what is built; what only moves money or hours is for the provider alone. */
function ownChoices({ planned, language, isInternal }: DeckSource): readonly string[] {
  return allChoices(planned.context.choices)
    .filter(({ isDefault, parameter }) => !isDefault && (isInternal || parameter.affects === "structure"))
    .map(({ parameter, title }) =>
      language.marked(language.say("choice.line", { parameter: parameter.title, option: title })),
    );
}

/** What the shell says of the inputs, what is said of prices, and what is unknown; for customers nothing of a price book. */
function toBeKnown({ planned, findings, isInternal }: DeckSource): readonly Finding[] {
  const kinds = isInternal ? (["prices", "unknown"] as const) : (["unknown"] as const);
  const said = findings.filter(({ kind }) => isInternal || kind !== "prices");
  const known = new Set(said.map(findingKey));
  const own = distinctFindings([planned]).filter((finding) => !known.has(findingKey(finding)));
  return [...said, ...findingsOfKind({ findings: own }, ...kinds)].filter(
    // Words may hold an amount too.
    (finding) => isInternal || !(tellsMoney(finding.message) || findingText(finding).includes(planned.currency)),
  );
}
