/** A command that a reader may type in the repository; it is run when the site is built, and shown as it answers. */
export interface CommandExample {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly args: readonly string[];
  /** 0: done; 2: bad input, said with the fix. */
  readonly exitCode: 0 | 2;
}

const FLEET = "examples/msp-fleet.yaml";

export const commandExamples: readonly CommandExample[] = [
  {
    id: "compare",
    title: "Compare the models",
    text: "Which model costs least at these prices, by how much, why, and what it gives up.",
    args: ["compare", FLEET, "--prices", "examples/price-book-eur.yaml"],
    exitCode: 0,
  },
  {
    id: "explain",
    title: "Open a figure",
    text: "Any figure down to quantity × rate, confidence and source; explain FLEET alone lists the figures that open. This one says why a pool has so many nodes, and until when that holds.",
    args: ["explain", FLEET, "cluster.tenant-orchid.workerNodeCount"],
    exitCode: 0,
  },
  {
    id: "set",
    title: "Change an assumption",
    text: "--set takes the id of an assumption and a reading of it, or a value of your own. catalog list names them all.",
    args: ["explain", FLEET, "floorAddedNodeCount", "--model", "hybrid", "--set", "floors=none"],
    exitCode: 0,
  },
  {
    id: "quote",
    title: "Write a quote",
    text: "What a tenant pays by the price list, and nothing of the cost.",
    args: [
      "quote",
      FLEET,
      "--price-list",
      "examples/price-list-eur.yaml",
      "--tenant",
      "orchid",
      "--set",
      "agreed-prices=ignored",
    ],
    exitCode: 0,
  },
  {
    id: "sizes",
    title: "From which size on?",
    text: "The same mix of tenants at growing numbers: up to which size one model costs more than another.",
    args: ["sizes", FLEET, "--up-to", "20"],
    exitCode: 0,
  },
  {
    id: "catalog-diff",
    title: "What an upgrade asks for",
    text: "The footprints of two releases, component by component.",
    args: ["catalog", "diff", "nkp-2.16.1", "nkp-2.17.1"],
    exitCode: 0,
  },
  {
    id: "mistake",
    title: "When something is mistyped",
    text: "All mistakes at once, each with its place and the fix, and exit code 2.",
    args: ["explain", FLEET, "licensedVcpus"],
    exitCode: 2,
  },
];
