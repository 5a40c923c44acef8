import type { Answer } from "../answer.ts";
import type { QuestionKind } from "../questions.ts";
import { againstAnswer } from "./against.ts";
import { basisAnswer } from "./basis.ts";
import { chartsAnswer } from "./charts.ts";
import { choiceAnswer } from "./choice.ts";
import { effectsAnswer } from "./effects.ts";
import { examplesAnswer } from "./examples.ts";
import { exportAnswer } from "./export.ts";
import { figureAnswer } from "./figure.ts";
import { formatsAnswer } from "./formats.ts";
import { libraryAnswer } from "./library.ts";
import { poolsAnswer } from "./pools.ts";
import { quoteAnswer } from "./quote.ts";
import { readAnswer } from "./read.ts";
import { sheetAnswer } from "./sheet.ts";
import { sizesAnswer } from "./sizes.ts";
import { tornadoAnswer } from "./tornado.ts";

/** Who answers what. A new question is one entry in `questions.ts`, one file and one line here. */
export const answers: { readonly [Kind in Exclude<QuestionKind, "plan">]: Answer<Kind> } = {
  figure: figureAnswer,
  basis: basisAnswer,
  read: readAnswer,
  library: libraryAnswer,
  quote: quoteAnswer,
  sheet: sheetAnswer,
  formats: formatsAnswer,
  export: exportAnswer,
  charts: chartsAnswer,
  sizes: sizesAnswer,
  tornado: tornadoAnswer,
  effects: effectsAnswer,
  choice: choiceAnswer,
  pools: poolsAnswer,
  against: againstAnswer,
  examples: examplesAnswer,
};
