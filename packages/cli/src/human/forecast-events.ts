import {
  type ClusterEvent,
  extendedText,
  type Forecast,
  isZeroMoney,
  moneyText,
  numberText,
  sumMoney,
  unitFor,
} from "@nkp-planner/core";
import type { Ink } from "./ink.ts";
import { paragraph } from "./paragraph.ts";

const MOST_LINES = 12;
const FIRST_NAMES = 3;

/** What happens to a forecast's clusters, a line each; those that are built or end in one month share a line. Empty where nothing does. */
export function eventsText({ model, events, currency }: Forecast, ink: Ink): string {
  if (events.length === 0) return "";
  const lines = [...new Set(events.map(({ monthNumber }) => monthNumber))].flatMap((monthNumber) => {
    const here = events.filter((event) => event.monthNumber === monthNumber);
    const of = (kind: ClusterEvent["kind"]) => here.filter((event) => event.kind === kind);
    return [
      ...together(of("cluster-built"), ["is built", "are built"]),
      ...here.filter(({ because }) => because !== "tenants").map(changeText),
      ...together(of("cluster-ended"), ["ends", "end"]),
    ];
  });
  const left = lines.length - MOST_LINES;
  const effort = sumMoney(
    events.map(({ effortCost }) => effortCost),
    currency,
  );
  return [
    ink.strong(`${model.title}: what happens to clusters`),
    ...lines.slice(0, MOST_LINES).map((line) => paragraph(line, "  ", "· ")),
    ...(left > 0 ? [paragraph(`and ${left} more lines like these; --format json has all.`, "  ", "· ")] : []),
    ...(isZeroMoney(effort) ? [] : [paragraph(`All changes of nodes together cost ${moneyText(effort)} once.`, "  ")]),
  ].join("\n");
}

function together(events: readonly ClusterEvent[], [one, several]: readonly [string, string]): readonly string[] {
  const [first] = events;
  if (first === undefined) return [];
  const names = events.slice(0, FIRST_NAMES).map(({ clusterName }) => clusterName);
  const more = events.length - names.length;
  return [
    `${monthOf(first)}: ${names.join(", ")}${more > 0 ? ` and ${more} more` : ""} ${events.length === 1 ? one : several}.`,
  ];
}

function changeText(event: ClusterEvent): string {
  const { clusterName, kind, because, effortHours, effortCost, monthlySaving, paybackMonths } = event;
  const need = because === "need" ? ", because not everything would run on those" : "";
  const saving =
    monthlySaving === null || paybackMonths === null
      ? ""
      : `; saves ${moneyText(monthlySaving)} a month, ${paidBack(paybackMonths)}`;
  const what = kind === "shrunk" ? "has fewer workers" : "has other workers";
  const hours = `${numberText(effortHours)} ${unitFor(effortHours, "hours")}, ${moneyText(effortCost)} once`;
  return `${monthOf(event)}: ${clusterName} ${what}, ${nodesText(event)}${need}: ${hours}${saving}.`;
}

function paidBack(months: number): string {
  return months === 0 ? "at once" : `paid back after ${months} ${unitFor(months, "months")}`;
}

function monthOf({ monthNumber, firstDay }: ClusterEvent): string {
  return `Month ${monthNumber}, from ${firstDay}`;
}

/** `4 of 16 vCPU, 64 GiB instead of 10 of 8 vCPU, 32 GiB (8 before)`; with disks where only they differ. */
function nodesText({ before, otherwise, after }: ClusterEvent): string {
  const isByDisk = poolsText(after, false) === poolsText(otherwise, false);
  const countOf = (pools: ClusterEvent["before"]) => workersOf(pools).map(({ nodeCount }) => nodeCount);
  const earlier = countOf(before).join(" and ");
  const had = earlier === countOf(otherwise).join(" and ") ? "" : ` (${earlier} before)`;
  return `${poolsText(after, isByDisk)} instead of ${poolsText(otherwise, isByDisk)}${had}`;
}

function poolsText(pools: ClusterEvent["before"], hasDisks: boolean): string {
  const isSeveral = workersOf(pools).length > 1;
  return workersOf(pools)
    .map(({ name, nodeCount, shape }) => {
      const { vcpu, memoryGiB, diskGiB } = shape;
      const disk = hasDisks ? `, ${numberText(diskGiB)} GiB of disk` : "";
      return `${isSeveral ? `${name} ` : ""}${nodeCount} of ${vcpu} vCPU, ${numberText(memoryGiB)} GiB${disk}${shape.extended === undefined ? "" : ` with ${extendedText(shape)}`}`;
    })
    .join(" and ");
}

function workersOf(pools: ClusterEvent["before"]): ClusterEvent["before"] {
  return pools.filter(({ role }) => role !== "control-plane");
}
