/** The groups in which people look for assumptions, in the order of the road from the platform to time. */
export const parameterGroups = ["platform", "nodes", "hosts", "network", "work", "time"] as const;
export type ParameterGroup = (typeof parameterGroups)[number];

/** What people call them. */
export const PARAMETER_GROUPS: Readonly<Record<ParameterGroup, string>> = {
  platform: "What the platform runs",
  nodes: "Nodes and room on them",
  hosts: "Hosts and storage",
  network: "Networks and Prism Central",
  work: "Work, prices and shares",
  time: "Growth, upgrades and failures",
};
