import { apartOver, arrivalOf, type Node, type PodGroup, placeAll, podGroup, traitsOf } from "@nkp-planner/core";
import { drawsFrom } from "./random.ts";
import { figureText, perSecondText, printPart, tableText, timeText } from "./report.ts";
import { medianMs, progress } from "./timing.ts";

const NODE_COUNT = 500;
const KIND_COUNT = 50;
const PODS_A_KIND = 100;
const POD_COUNT = KIND_COUNT * PODS_A_KIND;
const ZONE_COUNT = 3;
const MIB = 1024 ** 2;
/** The first order of arrival that is drawn at random. */
const DRAWN_ORDER = 3;
const TRAITS = traitsOf("1.34.0");

const nodes = Array.from(
  { length: NODE_COUNT },
  (_, index): Node => ({
    name: `node-${index + 1}`,
    allocatable: { cpuMillicores: 8000, memoryBytes: 31_000 * MIB, podCount: 110 },
    zone: `zone-${(index % ZONE_COUNT) + 1}`,
    labels: {},
    taints: [],
  }),
);

/** Fifty kinds that together take about two thirds of the nodes; every fifth may be spread hard and every tenth kept apart. */
function kinds(isConstrained: boolean): readonly PodGroup[] {
  const draw = drawsFrom(1);
  const SPREAD_EVERY = 5;
  const APART_EVERY = 10;
  return Array.from({ length: KIND_COUNT }, (_, index) =>
    podGroup({
      name: `kind-${index + 1}`,
      replicas: PODS_A_KIND,
      requests: { cpuMillicores: draw(2, 20) * 50, memoryBytes: draw(2, 60) * 64 * MIB },
      topologySpread:
        isConstrained && index % SPREAD_EVERY === 0 ? [{ over: "zone", maxSkewCount: 1, isHard: true }] : [],
      podAntiAffinity: isConstrained && index % APART_EVERY === 1 ? apartOver("hostname") : null,
    }),
  );
}

/** How long one pass over a large cluster takes. */
export function measureOnePass(): void {
  const rows = [false, true].map((isConstrained) => {
    const groups = kinds(isConstrained);
    const label = isConstrained ? "10 kinds spread, 5 kept apart" : "no conditions";
    progress(`${POD_COUNT} pods onto ${NODE_COUNT} nodes, ${label}`);
    const arrival = arrivalOf(groups, DRAWN_ORDER, nodes[0]?.allocatable as Node["allocatable"]);
    const place = () => placeAll(nodes, groups, arrival, TRAITS);
    if (place().unplaced.size > 0) throw new Error("The large cluster is too small for its pods.");
    const ms = medianMs(place);
    return [label, timeText(ms), perSecondText(POD_COUNT, ms), figureText((ms / POD_COUNT) * 1000)];
  });
  printPart(
    `1  One pass: ${POD_COUNT} pods of ${KIND_COUNT} kinds onto ${NODE_COUNT} nodes`,
    ["Pods in a drawn order, each scored on every node as kube-scheduler does."],
    tableText(["pods", "time", "pods/s", "µs/pod"], rows),
  );
}
