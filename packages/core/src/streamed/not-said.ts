/** What a comparison of a fleet that streams leaves unsaid, beside one of a fleet file: each a sentence, in every output. */
export const NOT_SAID_OF_STREAMS: readonly string[] = [
  "What the figures rest on is not listed: assumptions, requests that are not public and are left out, kinds of cost that the price book has no item for. nkp-planner compare lists it for a fleet file with some of the tenants.",
  "Upgrades in the months to come are not played: who waits for whom, and who is out of support, is not known.",
  "Tenants at a loss are not counted: the result of a tenant has no share of what several tenants share.",
];
