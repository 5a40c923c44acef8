import { atAllSites, hostCountOf } from "../../clusters/hosts/infrastructure.ts";
import { tidy } from "../../input/number-line.ts";
import { addressLines, hostFormula, hostLines, usedHostLines } from "./host-lines.ts";
import type { TotalTable } from "./total-definition.ts";

/** What all clusters stand on: addresses and hosts. */
export const infrastructureTotals = {
  ipAddressCount: {
    title: "IP addresses",
    unit: "addresses",
    how: "The addresses that the networks of all clusters need.",
    kind: "count",
    shownIn: ["calculator", "terminal", "model-page"],
    of: ({ clusters }) => clusters.reduce((sum, { network }) => sum + network.addressCount, 0),
    lines: addressLines,
  },
  hostCount: {
    title: "Hosts",
    unit: "hosts",
    how: "Hosts under all clusters and Prism Central, spare ones included.",
    kind: "count",
    shownIn: ["calculator", "terminal", "model-page"],
    short: "Hosts, spare included",
    of: hostCountOf,
    formula: hostFormula,
    lines: hostLines,
  },
  usedHostCount: {
    title: "Hosts' worth used",
    unit: "hosts",
    how: "Hosts' worth used, of the resource used most, for hosts shared with others.",
    kind: "amount",
    shownIn: ["calculator", "terminal"],
    below: "hostCount",
    of: ({ hostClusters }) => tidy(atAllSites(hostClusters, ({ usedHostCount }) => usedHostCount)),
    lines: usedHostLines,
  },
} as const satisfies TotalTable;
