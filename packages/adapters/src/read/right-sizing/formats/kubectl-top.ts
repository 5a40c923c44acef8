import { sizesOf } from "../amounts.ts";
import { guessedMaker } from "../makers.ts";
import { type Sized, UNKNOWN } from "../sized.ts";
import { type LineFormat, type NumberedLine, refusal } from "../sizing-format.ts";

const PODS = /^(NAMESPACE\s+)?(POD\s+)?NAME\s+CPU\(cores\)\s+MEMORY\(bytes\)\s*$/;
const NODES = /^NAME\s+CPU\(cores\)\s+CPU(\(%\)|%)\s+MEMORY\(bytes\)\s+MEMORY(\(%\)|%)\s*$/;

/** What `kubectl top pods` prints, by pod or by container. */
export const kubectlTop: LineFormat = {
  id: "kubectl-top",
  tool: "kubectl top",
  title: "kubectl top pods",
  usual: "usage",
  hasLimits: false,
  of: "lines",
  isHead: (line) => PODS.test(line) || NODES.test(line),
  read([head, ...body]) {
    const [isPods, namespaces, pods] = PODS.exec(head?.text ?? "") ?? [];
    if (isPods === undefined)
      return refusal("usage of nodes, which are no workloads", "usage of pods", "write it with kubectl top pods -A");
    const end = body.findIndex(({ text }) => /^\s*_{4,}/.test(text));
    const told = (end < 0 ? body : body.slice(0, end)).filter(({ text }) => text.trim() !== "");
    const sumCount = end < 0 ? 0 : body.slice(end).filter(({ text }) => text.trim() !== "").length;
    return {
      entries: "lines",
      all: told.map((one) => sizedOf(one, namespaces !== undefined, pods !== undefined)),
      excluded: sumCount === 0 ? [] : [{ count: sumCount, reason: "a sum below the others" }],
      problems: [],
      confidence: [
        "It is one sample of what was used at that moment, rounded down: a day has peaks that are not in it.",
        "Nothing says who makes the pods: DaemonSets and Jobs are counted as other pods, and workloads are named by their pods.",
      ],
      notices: [],
    };
  },
};

function sizedOf({ line, text }: NumberedLine, hasNamespace: boolean, hasContainer: boolean): Sized {
  const words = text.trim().split(/\s+/);
  const namespace = hasNamespace ? (words.shift() ?? "") : "";
  const pod = words.shift() ?? "";
  const container = hasContainer ? (words.shift() ?? "") : "";
  const [cpu, memory] = words;
  const place = { line, column: 1 };
  const { sizes, hint, problems } = sizesOf(cpu, memory, [namespace, pod, container].join("/"), () => place);
  return {
    ...{ cluster: "", namespace, container },
    ...guessedMaker(pod),
    podKey: `${namespace}/${pod}`,
    ...{ podCount: 1, isSum: false, isInit: false },
    sizes: { requests: UNKNOWN, recommendation: UNKNOWN, usage: sizes },
    bounds: null,
    ...{ hint, problems, entryCount: 1 },
    placeOf: () => place,
  };
}
