import { findingsOfKind, hasIllustrativePrices, isInfeasible } from "@nkp-planner/core";
import { colourOfModel } from "../colours.ts";
import type { DeckSlide } from "../deck.ts";
import { capitalised } from "../language/deck-language.ts";
import type { WordKey } from "../language/words-en.ts";
import { BODY } from "../layout.ts";
import type { DeckSource } from "./deck-source.ts";

const POINTS = 20;

interface Step {
  readonly key: WordKey;
  readonly figures?: Readonly<Record<string, string | number>>;
  /** For the speaker. */
  readonly command?: string;
}

/** What is to be done before the plan is built, in this order. */
export function nextPage({ planned, language, isInternal }: DeckSource): DeckSlide {
  const { model, context, input } = planned;
  const unknowns = findingsOfKind(planned, "unknown").length;
  const steps: readonly Step[] = [
    ...(isInfeasible(planned) ? [{ key: "next.mend" } as const] : []),
    ...(hasIllustrativePrices(context, input.tenants)
      ? [{ key: isInternal ? "next.prices" : "next.offer" } as const]
      : []),
    ...(unknowns > 0 ? [{ key: "next.vendor", figures: { count: unknowns } } as const] : []),
    { key: "next.measure", command: "nkp-planner measure --help" },
    { key: "next.agree", figures: { model: language.name(model.title) }, command: "nkp-planner decide FLEET" },
    { key: "next.build", command: `nkp-planner emit cluster-api-yaml FLEET --model ${model.id} --out DIR` },
  ];
  const texts = steps.map(({ key, figures }) => language.say(key, figures));
  const [first = ""] = texts;
  return {
    title: language.say("next.title", { step: first }),
    accent: colourOfModel(model.id),
    parts: [
      {
        kind: "list",
        box: BODY,
        items: texts.map(capitalised),
        points: POINTS,
        more: (count) => language.say("more", { count }),
      },
    ],
    notes: steps.flatMap(({ command }) => (command === undefined ? [] : [command])),
  };
}
