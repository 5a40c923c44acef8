import type { ParameterGroup } from "@nkp-planner/core";

/** What is found in a group beside assumptions. */
export type Beside = "release" | "prices" | "priceList" | "upgrades" | "money";

interface Group {
  readonly title: string;
  /** What people look for first: in sight at once, the others below it. */
  readonly first: readonly string[];
  readonly beside: readonly Beside[];
}

/** The groups in their order on the page; core has each assumption's. */
export const groups: Readonly<Record<ParameterGroup, Group>> = {
  platform: {
    title: "What the platform runs",
    first: ["tenant-services", "floors"],
    beside: ["release"],
  },
  nodes: {
    title: "Nodes and room on them",
    first: ["loss-survived", "workload-node-shape", "headroom-percent"],
    beside: [],
  },
  hosts: { title: "Hosts and storage", first: ["host-profile"], beside: [] },
  network: { title: "Networks and Prism Central", first: [], beside: [] },
  work: { title: "Work, prices and shares", first: ["shared-cost"], beside: ["prices", "priceList"] },
  time: {
    title: "Growth, upgrades and failures",
    first: ["growth-percent-per-year"],
    beside: ["upgrades", "money"],
  },
};
