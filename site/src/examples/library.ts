import compareModels from "./library/compare-models.ts?raw";
import nodesForPods from "./library/nodes-for-pods.ts?raw";
import openAFigure from "./library/open-a-figure.ts?raw";
import ownModel from "./library/own-model.ts?raw";
import priceForAMargin from "./library/price-for-a-margin.ts?raw";
import readAFile from "./library/read-a-file.ts?raw";

/** A program that a reader may copy; it is run when the site is built, and its output is shown below it. */
export interface LibraryExample {
  /** Name of its file in `examples/library`, without the ending. */
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly code: string;
}

export const libraryExamples: readonly LibraryExample[] = [
  {
    id: "compare-models",
    title: "Compare the models",
    text: "A fleet, a release and a price book make a comparison. The verdict is data: a key and figures, written out by messageText.",
    code: compareModels,
  },
  {
    id: "read-a-file",
    title: "Read a file, or say what is wrong with it",
    text: "A reader gives the value, or every problem of the text at once, each with line, column and the fix. It opens no file itself.",
    code: readAFile,
  },
  {
    id: "open-a-figure",
    title: "Open a figure",
    text: "Every figure of a plan opens to lines: quantity × rate, confidence and sources. figureIds lists the figures there are.",
    code: openAFigure,
  },
  {
    id: "price-for-a-margin",
    title: "Ask for a price, under other assumptions",
    text: "Settings change assumptions by their id, as --set does on the command line. Questions in reverse take a finished plan.",
    code: priceForAMargin,
  },
  {
    id: "own-model",
    title: "Bring an operating model of your own",
    text: "A model is a layout: which clusters exist and who lives in them. Sizes, costs and shares follow by the same road.",
    code: ownModel,
  },
  {
    id: "nodes-for-pods",
    title: "How many nodes for these pods?",
    text: "The placement alone, without NKP: the smallest number of nodes at which kube-scheduler finds a place for every pod, in ten orders of arrival.",
    code: nodesForPods,
  },
];
