/** What each command does, in a line: for the list of all, which loads none of them, and for the command's own help. */
export const BRIEFS = {
  init: "Write a fleet, a price book and a price list to start from",
  compare: "Plan a fleet by every operating model and say which costs least, and why",
  plan: "Plan a fleet by one operating model: clusters, pools, tenants, assumptions",
  cost: "Cost, who bears it, margin by tenant and service, who pays for the platform (internal)",
  quote: "What tenants pay, line by line, a month and once; nothing of what they cost",
  breakeven: "From how many tenants, how small a tenant, at which price: questions in reverse",
  explain: "Print the lines behind a figure: quantity × rate, source, confidence",
  sizes: "Plan the same mix of tenants from 1 to N, and say up to which size a model costs more",
  forecast: "Play a fleet forward month by month: margin, cash, payback, net present value",
  lifecycle: "Play upgrades forward: who waits for whom, and when support runs out",
  decide: "Rank models by your weights, and say how far each can move; each tenant attached or not",
  whatif: "Say how far cost and margin move where prices and hours turn out otherwise",
  import: "Read tenants from files of other tools, and print a fleet file",
  emit: "Write a plan as files for another tool, e.g. fake nodes for KWOK",
  catalog: "What is known about NKP, with source and confidence",
  schema: "Every property of the files you write and of the documents that are printed",
} as const;
