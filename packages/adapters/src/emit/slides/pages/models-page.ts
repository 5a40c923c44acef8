import type { Money, PlannedFleet } from "@nkp-planner/core";
import { colourOfModel } from "../colours.ts";
import type { DeckSlide, TableEntry } from "../deck.ts";
import type { DeckLanguage } from "../language/deck-language.ts";
import type { WordKey } from "../language/words-en.ts";
import { BODY_OVER_NOTE, NOTE } from "../layout.ts";
import { type DeckSource, modelsShown } from "./deck-source.ts";
import { sourceNotes } from "./source-notes.ts";

interface ComparedTotal {
  readonly key: WordKey;
  /** By which the planner opens it. */
  readonly figureId: string;
  readonly isInternal?: boolean;
  of(plan: PlannedFleet, language: DeckLanguage): string;
}

const moneyOrNot = (value: Money | null, language: DeckLanguage) =>
  value === null ? language.say("unknown") : language.amount(value);

const ROWS: readonly ComparedTotal[] = [
  { key: "row.clusters", figureId: "clusterCount", of: ({ totals }, { number }) => number(totals.clusterCount) },
  { key: "row.nodes", figureId: "nodeCount", of: ({ totals }, { number }) => number(totals.nodeCount) },
  { key: "row.vcpu", figureId: "vcpu", of: ({ totals }, { number }) => number(totals.vcpu) },
  { key: "row.memory", figureId: "memoryGiB", of: ({ totals }, { number }) => number(totals.memoryGiB) },
  { key: "row.hosts", figureId: "hostCount", of: ({ totals }, { number }) => number(totals.hostCount) },
  { key: "row.licences", figureId: "licensedVcpu", of: ({ totals }, { number }) => number(totals.licensedVcpu) },
  {
    key: "row.cost",
    figureId: "monthlyCost",
    isInternal: true,
    of: ({ totals }, language) => language.amount(totals.monthlyCost),
  },
  {
    key: "row.price",
    figureId: "monthlyPrice",
    of: ({ totals }, language) => moneyOrNot(totals.monthlyPrice, language),
  },
  {
    key: "row.margin",
    figureId: "monthlyMargin",
    isInternal: true,
    of: ({ totals }, language) => moneyOrNot(totals.monthlyMargin, language),
  },
  {
    key: "row.margin-ratio",
    figureId: "marginRatio",
    isInternal: true,
    of: ({ totals: { marginRatio } }, language) =>
      marginRatio === null ? language.say("unknown") : language.ratio(marginRatio),
  },
];

const FIRST_WIDTH = 3.1;
const POINTS = 14;

/** The models side by side. */
export function modelsPage(source: DeckSource): DeckSlide {
  const { comparison, planned, language, isInternal } = source;
  const plans = modelsShown(source);
  const rows = ROWS.filter((row) => isInternal || row.isInternal !== true);
  const { currency } = comparison;
  const width = (BODY_OVER_NOTE.w - FIRST_WIDTH) / plans.length;
  const head: readonly TableEntry[] = [
    { text: "" },
    ...plans.map(({ model }) => ({
      text: language.name(model.title),
      colour: colourOfModel(model.id),
      isBold: true,
      isNumber: true,
    })),
  ];
  const left = comparison.plans.length - plans.length;
  return {
    title: rangeTitle(comparison.plans, language),
    accent: colourOfModel(planned.model.id),
    parts: [
      {
        kind: "table",
        box: BODY_OVER_NOTE,
        name: "models",
        altText: language.say("models.alt"),
        columnWidths: [FIRST_WIDTH, ...plans.map(() => width)],
        rows: [
          head,
          ...rows.map(({ key, of }) => [
            { text: language.say(key, { currency }) },
            ...plans.map((plan) => ({
              text: of(plan, language),
              isNumber: true,
              isBold: plan.model.id === planned.model.id,
            })),
          ]),
        ],
        points: POINTS,
      },
      {
        kind: "text",
        box: NOTE,
        text: [
          language.say("models.planned", { model: language.name(planned.model.title) }),
          ...(left > 0 ? [language.say("more.models", { count: left })] : []),
        ].join(" "),
        points: 12,
      },
    ],
    notes: sourceNotes(
      language,
      rows.map(({ figureId }) => figureId),
      [planned.model.id],
    ),
  };
}

function rangeTitle(plans: readonly PlannedFleet[], language: DeckLanguage): string {
  const all = plans.map(({ totals }) => totals.vcpu);
  const [least, most] = [Math.min(...all), Math.max(...all)];
  return language.say(least === most ? "models.title-same" : "models.title", { least, most });
}
