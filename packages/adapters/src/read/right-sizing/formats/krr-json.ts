import { shown } from "@nkp-planner/core";
import { isRecord } from "../../objects/objects.ts";
import { at, listAt, textAt } from "../../objects/read-fields.ts";
import type { StreamDocument } from "../../objects/yaml-stream.ts";
import { namesInWords } from "../../workloads/names-in-words.ts";
import { orElse, sizesOf } from "../amounts.ts";
import { type Sized, titleOf, UNKNOWN } from "../sized.ts";
import { type DocumentFormat, refusal } from "../sizing-format.ts";

/** What krr prints with `-f json` or `-f yaml`. @see https://github.com/robusta-dev/krr */
export const krrJson: DocumentFormat = {
  id: "krr-json",
  tool: "krr",
  title: "krr json",
  usual: "recommendation",
  hasLimits: true,
  of: "documents",
  isIn: (head) =>
    (/"scans"\s*:\s*\[\s*\{/.test(head) && /"(object|allocations|recommended)"\s*:\s*\{/.test(head)) ||
    /^scans:\s*\n\s*-\s+object:/m.test(head) ||
    (/"scans"\s*:\s*\[\s*\]/.test(head) && /"strategy"\s*:/.test(head)),
  read(documents) {
    const [document] = documents.filter(({ data }) => Array.isArray(at(data, "scans")));
    const scans = listAt(document?.data, "scans");
    if (document === undefined || scans.length === 0)
      return refusal("no scans", "containers that krr has looked at", "run it where it finds workloads");
    const sized = scans.map((scan, index) => sizedOf(scan, ["scans", index], document));
    const { data } = document;
    const scaled = sized.filter((_, index) => isRecord(at(scans[index], "object", "hpa")));
    const errorCount = listAt(data, "errors").length;
    return {
      entries: "containers",
      all: sized,
      excluded: [],
      problems: [],
      confidence: strategyOf(data),
      notices: [
        ...(scaled.length === 0
          ? []
          : [
              `An autoscaler changes how many pods they have; pods are counted as they were: ${namesInWords(scaled.map(titleOf))}.`,
            ]),
        ...(errorCount === 0
          ? []
          : [`krr tells of ${errorCount} errors: what it could not look at is not in the file.`]),
      ],
    };
  },
};

function sizedOf(scan: unknown, path: readonly (string | number)[], { placeOf }: StreamDocument): Sized {
  const object = at(scan, "object");
  const pods = at(object, "pods");
  const named = {
    cluster: textAt(object, "cluster"),
    namespace: textAt(object, "namespace"),
    kind: textAt(object, "kind"),
    workload: textAt(object, "name"),
    container: textAt(object, "container"),
  };
  const of = `${titleOf(named)}, container ${named.container || "without a name"}`;
  const placed = (where: readonly string[]) => (which: string) => placeOf([...path, ...where, which]);
  const allocated = (which: string) => {
    const where = ["object", "allocations", which];
    return sizesOf(at(scan, ...where, "cpu"), at(scan, ...where, "memory"), of, placed(where));
  };
  const where = ["recommended", "requests"];
  const recommendedOf = (which: string) => {
    const one = at(scan, ...where, which);
    return isRecord(one) ? one["value"] : one;
  };
  const recommended = sizesOf(recommendedOf("cpu"), recommendedOf("memory"), of, placed(where));
  const [requests, limits] = [allocated("requests"), allocated("limits")];
  const isScan = isRecord(scan) && isRecord(object) && named.workload !== "";
  const noScan = isScan
    ? []
    : [
        {
          path: [],
          found: isRecord(scan) ? "a scan without an object that has a name" : shown(scan),
          expected: "a scan of krr",
          fix: "give the file as krr wrote it",
          ...placeOf(path),
        },
      ];
  const why = [textAt(scan, "recommended", "info", "cpu"), textAt(scan, "recommended", "info", "memory")];
  const hints = [recommended.hint, ...why].filter((one) => one !== "");
  return {
    ...named,
    podKey: [named.cluster, named.namespace, named.kind, named.workload].join("\n"),
    podCount: Array.isArray(pods) ? pods.filter((pod) => at(pod, "deleted") !== true).length : null,
    isSum: false,
    isInit: false,
    sizes: {
      requests: orElse(requests.sizes, limits.sizes),
      recommendation: recommended.sizes,
      usage: UNKNOWN,
    },
    bounds: null,
    hint: [...new Set(hints)].join(", "),
    problems: [...noScan, ...requests.problems, ...limits.problems, ...recommended.problems],
    entryCount: 1,
    placeOf: () => placeOf(path),
  };
}

/** Which of krr's ways made the recommendations, with its settings: as sure as they are. */
function strategyOf(data: unknown): readonly string[] {
  const name = textAt(data, "strategy", "name");
  const given = at(data, "strategy", "settings");
  const settings = Object.entries(isRecord(given) ? given : {}).flatMap(([key, value]) =>
    typeof value === "number" || typeof value === "string" || typeof value === "boolean"
      ? [`${key} ${String(value)}`.slice(0, LONGEST_SETTING)]
      : [],
  );
  if (name === "") return ["The file does not say by which strategy krr recommends."];
  const told = settings.length === 0 ? "" : ` (${settings.slice(0, MOST_SETTINGS).join(", ")})`;
  return [`The strategy of krr is ${name.slice(0, LONGEST_SETTING)}${told}.`];
}

const LONGEST_SETTING = 80;
const MOST_SETTINGS = 12;
