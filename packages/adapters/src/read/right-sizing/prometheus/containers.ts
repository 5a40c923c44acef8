import { amountOf, orElse } from "../amounts.ts";
import { guessedMaker, type Maker } from "../makers.ts";
import { type Sized, type Sizes, UNKNOWN } from "../sized.ts";
import { type Metric, metricOf, whereOf } from "./metrics.ts";
import { type KnownPods, podKeyOf } from "./pods.ts";
import type { Series } from "./series.ts";

/** Containers put together from their series. */
export interface Gathered {
  readonly all: readonly Sized[];
  /** Whether some have lost their name. */
  readonly nameless: boolean;
  /** Series that say the same as another of the file. */
  readonly twiceCount: number;
  /** Series of a pod or its containers, which are told by others of its containers or itself. */
  readonly toldCount: number;
}

interface Found {
  readonly where: ReturnType<typeof whereOf>;
  readonly isInit: boolean;
  readonly first: Series;
  readonly amounts: Map<string, { nano: bigint | null; hint: string }>;
  readonly odd: { readonly hint: string; readonly series: Series }[];
  count: number;
}

/** What series say of containers; pods of whose containers nothing is said are there, too, as not known. */
export function containersIn(series: readonly Series[], pods: KnownPods): Gathered {
  const found = new Map<string, Found>();
  let nameless = false;
  let twiceCount = 0;
  let toldCount = 0;
  const isOfPod = (one: Series) => (metricOf(one) as Metric).isOfPod;
  const told = new Set(series.filter(isOfPod).map((one) => podKeyOf(whereOf(one))));
  for (const one of series) {
    const metric = metricOf(one) as Metric;
    const where = { ...whereOf(one), ...(metric.isOfPod ? { container: "" } : {}) };
    // What cAdvisor says of a pod as a whole is in its containers already; the scheduler knows a pod better than they do.
    const isTold = told.has(podKeyOf(where)) && !metric.isOfPod;
    if (isTold || (metric.what === "usage" && (where.container === "" || where.container === "POD"))) {
      toldCount += 1;
      continue;
    }
    nameless ||= one.name === "";
    const key = [podKeyOf(where), where.container, metric.isInit].join("\n");
    const here: Found = found.get(key) ?? {
      ...{ where, isInit: metric.isInit, first: one },
      ...{ amounts: new Map(), odd: [], count: 0 },
    };
    found.set(key, here);
    here.count += 1;
    if (metric.resource === null) continue;
    const { nano, hint, isOdd } = amountOf(one.value);
    if (isOdd) here.odd.push({ hint, series: one });
    const slot = `${metric.what} ${metric.resource}`;
    const before = here.amounts.get(slot);
    if (before !== undefined) twiceCount += 1;
    if (before === undefined || (nano ?? -1n) > (before.nano ?? -1n)) here.amounts.set(slot, { nano, hint });
  }
  const all = [...found.values()].map((one) => sizedOf(one, pods));
  const known = new Set(all.map(({ podKey }) => podKey));
  const silent = [...pods.phases].filter(([key, { phase }]) => !known.has(key) && /^(Running|Pending)$/.test(phase));
  return {
    all: [...all, ...silent.map(([, { series: phase }]) => silentPod(phase, pods))],
    ...{ nameless, twiceCount, toldCount },
  };
}

function sizedOf({ where, isInit, first, amounts, odd, count }: Found, pods: KnownPods): Sized {
  const read = (what: Metric["what"]): Sizes => ({
    cpuNano: amounts.get(`${what} cpu`)?.nano ?? null,
    memoryNano: amounts.get(`${what} memory`)?.nano ?? null,
  });
  const hints = [...amounts.values()].map(({ hint }) => hint).filter((hint) => hint !== "");
  const maker = makerOf(where, pods);
  return {
    ...{ cluster: where.cluster, namespace: where.namespace, container: where.container },
    ...maker,
    podKey: podKeyOf(where),
    // Without a pod it is the sum of many.
    podCount: where.pod === "" ? null : 1,
    isSum: where.pod === "",
    isInit,
    sizes: { requests: orElse(read("requests"), read("limits")), recommendation: UNKNOWN, usage: read("usage") },
    bounds: null,
    hint: [...new Set(hints)].join(" and "),
    problems: odd.map(({ hint, series }) => ({
      path: [],
      found: `${hint} as a value of ${[where.namespace, where.pod, where.container].join("/")}`,
      expected: "cores or bytes from 0 on, as text",
      fix: "mend it, or leave it out with --skip-unreadable",
      ...series.placeOf(),
    })),
    entryCount: count,
    placeOf: () => first.placeOf(),
  };
}

function makerOf(where: Found["where"], { makers }: KnownPods): Maker {
  if (where.pod === "") return { kind: "", workload: where.container || where.namespace };
  return makers.get(podKeyOf(where)) ?? guessedMaker(where.pod);
}

function silentPod(phase: Series, pods: KnownPods): Sized {
  const where = whereOf(phase);
  return {
    ...{ cluster: where.cluster, namespace: where.namespace, container: "" },
    ...makerOf(where, pods),
    podKey: podKeyOf(where),
    ...{ podCount: 1, isSum: false, isInit: false },
    sizes: { requests: UNKNOWN, recommendation: UNKNOWN, usage: UNKNOWN },
    bounds: null,
    hint: "no series of its sizes",
    problems: [],
    entryCount: 1,
    placeOf: () => phase.placeOf(),
  };
}
