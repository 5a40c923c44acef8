import cases134 from "../../../test/oracle/kube-scheduler-1.34-cases.json?raw";
import features134 from "../../../test/oracle/kube-scheduler-1.34-features-cases.json?raw";
import noRequests134 from "../../../test/oracle/kube-scheduler-1.34-no-requests-cases.json?raw";
import cases126 from "../../../test/oracle/kube-scheduler-cases.json?raw";
import losses134 from "../../../test/oracle/kube-scheduler-loss-cases.json?raw";
import { kinds } from "../../build-time/league/kinds.ts";
import { type JudgedCase, judgedCases, percentText, type Tally, tallyOf } from "../../build-time/league/league.ts";
import { ways } from "../../build-time/league/ways.ts";
import type { StageTable } from "../methodology/stage.ts";

/** A file of answers of the real scheduler, asked of every way of sizing. */
interface Recorded {
  readonly fileName: string;
  readonly kubernetesVersion: string;
  /** The day on which it was recorded. */
  readonly recordedOn: string;
  readonly cases: readonly JudgedCase[];
}

function recorded(fileName: string, text: string): Recorded {
  const file = JSON.parse(text) as Parameters<typeof judgedCases>[0] & { header: Record<string, string> };
  const { kubernetesVersion = "", date = "" } = file.header;
  return { fileName, kubernetesVersion, recordedOn: date, cases: judgedCases(file) };
}

/** What the totals are made of: one version, each question once. */
const placing = [
  recorded("kube-scheduler-1.34-cases.json", cases134),
  recorded("kube-scheduler-1.34-features-cases.json", features134),
  recorded("kube-scheduler-1.34-no-requests-cases.json", noRequests134),
];
const older = recorded("kube-scheduler-cases.json", cases126);
const losing = recorded("kube-scheduler-loss-cases.json", losses134);

/** Every question about placing pods, and every one about a lost node. */
export const placingCases = placing.flatMap(({ cases }) => cases);
export const lossCases = losing.cases;

/** The version of the scheduler and the day of its answers. */
export const { kubernetesVersion: schedulerVersion, recordedOn } = losing;

export const totalsTable = totalsOf("All questions about placing pods", placingCases);
export const lossTable = totalsOf("So that any one node may be lost", lossCases);

export const questionTables: readonly StageTable[] = [
  totalsOf(
    "How many nodes alike do these pods need?",
    placingCases.filter(({ question }) => question === "smallest-count"),
  ),
  totalsOf(
    "Do these pods all find a node on these nodes?",
    placingCases.filter(({ question }) => question === "fit"),
  ),
];

export const kindTable = rightByRow(
  "Right answers by kind of question",
  "Kind",
  kinds.map(({ id, title }) => [title, placingCases.filter(({ kind }) => kind === id)]),
);

export const lossKindTable = rightByRow(
  "Right answers by kind of question, with a node lost",
  "Kind",
  kinds.map(({ id, title }) => [title, lossCases.filter(({ kind }) => kind === id)]),
);

export const categoryTable = rightByRow(
  "Right answers by what each question was drawn for",
  "Drawn for",
  [...new Set(placingCases.map(({ category }) => category))].map((name) => [
    name.replaceAll("-", " "),
    placingCases.filter(({ category }) => category === name),
  ]),
);

export const fileTable = rightByRow(
  "Right answers by recorded file",
  "File in test/oracle, scheduler, recorded on",
  [...placing, older, losing].map(({ fileName, kubernetesVersion, recordedOn: day, cases }) => [
    `${fileName}, ${kubernetesVersion}, ${day}`,
    cases,
  ]),
);

/** Every question that the planner answers otherwise than the real scheduler. */
export const ownMistakes: StageTable = {
  label: "Where nkp-planner is not right",
  columns: [{ title: "Question" }, { title: "nkp-planner" }, { title: "The real scheduler" }],
  rows: [...placingCases, ...lossCases].flatMap(({ id, category, question, compared }) => {
    const own = compared.get("nkp-planner");
    if (own === undefined || own.outcome === "right") return [];
    const about = question === "loss" ? "a node lost" : "placing";
    return [[`${id}, ${category.replaceAll("-", " ")}, ${about}`, own.answer, own.real]];
  }),
};

function totalsOf(label: string, cases: readonly JudgedCase[]): StageTable {
  return {
    label: `${label} (${cases.length})`,
    columns: [
      { title: "Way of sizing" },
      { title: "Right", isNumber: true },
      { title: "of all", isNumber: true },
      { title: "Too little: pods stay pending", isNumber: true },
      { title: "Too much: bought in vain", isNumber: true },
    ],
    rows: ways.map(({ id, title }) => {
      const tally = tallyOf(cases, id);
      return [title, String(tally.right), percentText(tally), String(tally.tooLittle), String(tally.tooMuch)];
    }),
  };
}

function rightByRow(
  label: string,
  head: string,
  rows: readonly (readonly [title: string, cases: readonly JudgedCase[]])[],
): StageTable {
  return {
    label,
    columns: [
      { title: head },
      { title: "Questions", isNumber: true },
      ...ways.map(({ title }) => ({ title, isNumber: true })),
    ],
    rows: rows.map(([title, cases]) => [
      title,
      String(cases.length),
      ...ways.map(({ id }) => rightText(tallyOf(cases, id))),
    ]),
  };
}

function rightText(tally: Tally): string {
  return `${tally.right} (${percentText(tally)})`;
}
