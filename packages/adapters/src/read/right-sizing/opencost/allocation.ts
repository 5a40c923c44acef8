import { type NanoUnits, type Problem, shown } from "@nkp-planner/core";
import { isRecord } from "../../objects/objects.ts";
import { at, textAt } from "../../objects/read-fields.ts";
import type { Place } from "../../read-result.ts";
import { amountOf, sizesOf } from "../amounts.ts";
import { type Sizes, UNKNOWN } from "../sized.ts";

/** What OpenCost says of something in one window. */
export interface Allocation {
  /** Which of the windows. */
  readonly windowIndex: number;
  readonly name: string;
  readonly cluster: string;
  readonly namespace: string;
  readonly controllerKind: string;
  readonly workload: string;
  /** Empty: it is of more than one pod. */
  readonly pod: string;
  /** Empty: it is of more than one container. */
  readonly container: string;
  readonly requests: Sizes;
  readonly usage: Sizes;
  /** In billionths of a minute; 0: not said. */
  readonly minutesNano: NanoUnits;
  /** In milliseconds since 1970; NaN: not said. */
  readonly startMs: number;
  readonly endMs: number;
  readonly hint: string;
  readonly problems: readonly Problem[];
  placeOf(): Place;
}

/** Reads one entry of a window. */
export function allocationOf(
  key: string,
  data: unknown,
  windowIndex: number,
  placeOf: (path: readonly string[]) => Place,
): Allocation {
  const name = textAt(data, "name") || key;
  const said = (property: string) => {
    const text = textAt(data, "properties", property);
    return text.startsWith("__") ? "" : text;
  };
  const parts = name.split("/");
  const [namespace, controller] = [said("namespace"), said("controller")];
  // What happens to be alone in its namespace has the names of all that it is; those count by which it was put together.
  const isBy = (text: string) => text !== "" && (parts.length > 1 || name !== namespace) && parts.includes(text);
  const pod = isBy(said("pod")) ? said("pod") : "";
  const isByController =
    controller !== "" && (isBy(controller) || name === `${said("controllerKind")}:${controller}` || pod !== "");
  const of = `the allocation ${name}`;
  const read = (what: "Request" | "Usage") => {
    const [cpu, memory] = [`cpuCore${what}Average`, `ramByte${what}Average`];
    return sizesOf(at(data, cpu), at(data, memory), of, (which) => placeOf([which === "cpu" ? cpu : memory]));
  };
  const [requests, usage] = [read("Request"), read("Usage")];
  const { nano } = amountOf(at(data, "minutes"));
  return {
    windowIndex,
    name,
    cluster: said("cluster"),
    namespace: namespace || (parts.length === 1 && !isRecord(at(data, "properties")) ? name : ""),
    controllerKind: isByController ? said("controllerKind") : "",
    workload: isByController ? controller : pod || name,
    pod,
    container: pod !== "" && isBy(said("container")) ? said("container") : "",
    requests: withoutZero(requests.sizes),
    usage: usage.sizes,
    minutesNano: nano ?? 0n,
    startMs: momentOf(textAt(data, "start")),
    endMs: momentOf(textAt(data, "end")),
    hint: [requests.sizes.cpuNano, requests.sizes.memoryNano].includes(0n) ? "0, as where nothing is requested" : "",
    problems: isRecord(data)
      ? [...requests.problems, ...usage.problems]
      : [
          {
            path: [],
            found: `${shown(data)} as ${of}`,
            expected: "an allocation",
            fix: "give the file as OpenCost answered it",
            ...placeOf([]),
          },
        ],
    placeOf: () => placeOf([]),
  };
}

/** A moment that is the same everywhere; NaN: none. */
function momentOf(text: string): number {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(text) ? Date.parse(text) : Number.NaN;
}

/** OpenCost has 0 for what nobody requests, which is not known and no 0. */
function withoutZero({ cpuNano, memoryNano }: Sizes): Sizes {
  return {
    cpuNano: cpuNano === 0n ? UNKNOWN.cpuNano : cpuNano,
    memoryNano: memoryNano === 0n ? UNKNOWN.memoryNano : memoryNano,
  };
}
