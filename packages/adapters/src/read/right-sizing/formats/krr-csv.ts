import type { CsvRow } from "../../../tables/csv-rows.ts";
import { orElse, sizesOf } from "../amounts.ts";
import { type Sized, titleOf, UNKNOWN } from "../sized.ts";
import { refusal, type TableFormat } from "../sizing-format.ts";

const NAMED = ["namespace", "name", "type", "container"];
const RAW = ["cpu requests recommended", "memory requests recommended"];
/** What is in the table for people in its place. */
const PROSE = ["cpu diff", "cpu requests", "memory requests"];

/** What krr prints with `-f csv-raw`. @see https://github.com/robusta-dev/krr */
export const krrCsv: TableFormat = {
  id: "krr-csv-raw",
  tool: "krr",
  title: "krr csv-raw",
  usual: "recommendation",
  hasLimits: true,
  of: "table",
  isHead(cells) {
    const keys = new Set(cells.map(keyOf));
    return NAMED.every((one) => keys.has(one)) && (RAW.every((one) => keys.has(one)) || isProse(keys));
  },
  read(head, body) {
    const keys = head.cells.map(keyOf);
    if (!RAW.every((one) => keys.includes(one)))
      return refusal(
        "the csv of krr, whose cells are sentences such as (+10m) 5m -> 15m",
        "its csv-raw, or its json",
        "run krr again with -f csv-raw",
      );
    return {
      entries: "containers",
      all: body.map((row) => sizedOf(row, keys)),
      excluded: [],
      problems: [],
      confidence: ["A table of krr does not say by which strategy it recommends; its json does."],
      notices: [],
    };
  },
};

function keyOf(head: string): string {
  return head.trim().toLowerCase().replaceAll(/\s+/g, " ");
}

function isProse(keys: ReadonlySet<string>): boolean {
  return PROSE.every((one) => keys.has(one));
}

function sizedOf({ line, cells }: CsvRow, keys: readonly string[]): Sized {
  const columnOf = (key: string) => keys.indexOf(key);
  const textOf = (key: string) => (cells[columnOf(key)] ?? "").trim();
  const placeOf = (key: string) => ({ line, column: Math.max(0, columnOf(key)) + 1 });
  const named = {
    cluster: textOf("cluster"),
    namespace: textOf("namespace"),
    kind: textOf("type"),
    workload: textOf("name"),
    container: textOf("container"),
  };
  const of = `${titleOf(named)}, container ${named.container || "without a name"}`;
  const read = (which: string) =>
    sizesOf(textOf(`cpu ${which}`), textOf(`memory ${which}`), of, (one) => placeOf(`${one} ${which}`));
  const requests = read("requests current");
  const limits = read("limits current");
  const recommended = read("requests recommended");
  const pods = textOf("pods");
  const isCount = /^\d{1,6}$/.test(pods);
  const problems = [
    ...(named.workload === ""
      ? [
          problemAt(
            "a line without a name",
            "a workload in each line",
            "give the table as krr wrote it",
            placeOf("name"),
          ),
        ]
      : []),
    ...(isCount || pods === ""
      ? []
      : [
          problemAt(
            `${JSON.stringify(pods.slice(0, LONGEST))} as pods of ${of}`,
            "a whole number",
            "write for example 3",
            placeOf("pods"),
          ),
        ]),
  ];
  return {
    ...named,
    podKey: [named.cluster, named.namespace, named.kind, named.workload].join("\n"),
    podCount: isCount ? Number(pods) : null,
    isSum: false,
    isInit: false,
    sizes: { requests: orElse(requests.sizes, limits.sizes), recommendation: recommended.sizes, usage: UNKNOWN },
    bounds: null,
    hint: recommended.hint,
    problems: [...problems, ...requests.problems, ...limits.problems, ...recommended.problems],
    entryCount: 1,
    placeOf: () => ({ line, column: 1 }),
  };
}

const LONGEST = 60;

function problemAt(found: string, expected: string, fix: string, place: { line: number; column: number }) {
  return { path: [], found, expected, fix, ...place };
}
