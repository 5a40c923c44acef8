import { FINDINGS, type Finding, findingText, planRules } from "@nkp-planner/core";
import { type Told, toldOf } from "../../../build-time/told/own-file.ts";
import { comparison } from "../example.ts";
import { firstSentence, furtherSentences, sourcesPart } from "./parts.ts";
import type { ReferenceList, ReferencePage, Section } from "./reference-list.ts";

const FOLDER = "packages/core/src/plan/rules";
const QUOTED = /"([a-z0-9.-]+)"/g;
/** So many of the example's findings by one rule are shown. */
const MOST_SHOWN = 6;

/** Every rule over a plan, with all that it may say, and what it says of the example. */
export const planRulePages: ReferenceList = {
  id: "plan-rules",
  title: "Rules of plans",
  lead: "What a plan says beside its figures: what cannot be kept, and what the figures rest on. Each rule with every sentence that it may say, and those that it says of the example fleet.",
  pages: async () => planRules.map(rulePage),
};

function rulePage({ id, title }: (typeof planRules)[number]): ReferencePage {
  const told = toldOf(FOLDER, id);
  const further = furtherSentences(told.summary);
  return {
    id,
    title,
    lead: firstSentence(told.summary),
    sections: [
      {
        title: "Where it speaks",
        paragraphs: [
          ...(further === "" ? [] : [further]),
          "Every command that plans, and the calculator, print what it finds below the figures; JSON has it under `findings`, with its code, by which programs ask for it.",
        ],
        command: "nkp-planner plan fleet.yaml --model hybrid",
      },
      statementsPart(told),
      examplePart(id),
      ...sourcesPart(told),
    ],
  };
}

/** Every statement that the rule's file names, as the table of statements has it. */
function statementsPart({ text }: Told): Section {
  const keys = new Set([...text.matchAll(QUOTED)].map(([, key = ""]) => key));
  const said = [...keys].flatMap((key) => (Object.hasOwn(FINDINGS, key) ? { key, ...statementOf(key) } : []));
  const hasHelp = said.some(({ help }) => help !== undefined);
  return {
    title: "What it may say",
    paragraphs: ["Words in braces stand for what it is about."],
    table: {
      label: "Statements",
      columns: [
        { title: "Code" },
        { title: "Kind" },
        { title: "Sentence" },
        ...(hasHelp ? [{ title: "What to do" }] : []),
      ],
      rows: said.map(({ key, kind, text: sentence, help = "" }) => [
        key.split(".")[0] ?? key,
        kind,
        sentence,
        ...(hasHelp ? [help] : []),
      ]),
    },
  };
}

function statementOf(key: string): { readonly kind: string; readonly text: string; readonly help?: string } {
  return FINDINGS[key as keyof typeof FINDINGS];
}

function examplePart(ruleId: string): Section {
  const title = "In the example fleet";
  const found = comparison.plans.map(({ model, findings }) => ({
    model: model.title,
    texts: findings.filter((one: Finding) => one.ruleId === ruleId).map((one) => findingText(one)),
  }));
  const texts = [...new Set(found.flatMap((one) => one.texts))];
  if (texts.length === 0)
    return { title, paragraphs: ["It finds nothing there, by none of the models that are compared."] };
  const more = texts.length - MOST_SHOWN;
  return { title, items: [...texts.slice(0, MOST_SHOWN), ...(more > 0 ? [`And ${more} more.`] : [])] };
}
