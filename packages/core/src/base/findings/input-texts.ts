const TEXT = { text: "found {found}, expected {expected}", help: "{fix}" } as const;

/** What is wrong with an input: always what was found, what was expected, and the fix. */
export const INPUT_TEXTS = {
  missing: { kind: "input", ...TEXT },
  "unknown-key": { kind: "input", ...TEXT },
  "wrong-type": { kind: "input", ...TEXT },
  "wrong-form": { kind: "input", ...TEXT },
  "not-a-choice": { kind: "input", ...TEXT },
  "out-of-range": { kind: "input", ...TEXT },
  "not-accepted": { kind: "input", ...TEXT },
  unreadable: { kind: "input", ...TEXT },
  "wrong-kind": { kind: "input", ...TEXT },
  "from-the-future": { kind: "input", ...TEXT },
  "from-the-past": { kind: "input", ...TEXT },
  "left-out": { kind: "reading", text: "{sentence}" },
  "older-form": { kind: "reading", text: "Written in the form {from}, read in that of {to}: {sentence}" },
  "older-form.left-out": {
    kind: "reading",
    text: "Written in the form {from}: {place} has no place in that of {to}, and is left out.",
  },
  "older-form.silent": {
    kind: "reading",
    text: "Written in the form {from}, which does not say what must be known of it: nothing here means nothing said.",
    help: "Ask the planner again before it is used.",
  },
  "other-release": {
    kind: "reading",
    text: "The fleet's release is {own}; {release} is planned, as {from} says.",
  },
  "name-repeated": {
    kind: "reading",
    text: "{name} is the name of several tenants: {ids}.",
    help: "Give each a name of its own, as tables and quotes show.",
  },
  "workload-repeated": {
    kind: "reading",
    text: "{tenant} has several workloads of one name: {workloads}. A rule that names one means all of them.",
    help: "Give each a name of its own.",
  },
  "requests-tiny": {
    kind: "reading",
    text: "{tenant} asks for less than a MiB of memory a pod, in which no container runs: {pods}.",
    help: "Probably Mi or Gi was meant.",
  },
  "wish-void.zones": {
    kind: "reading",
    text: "{tenant} wants pods apart or spread by zone, and the plan has no zones: no effect for {workloads}.",
    help: "Plan with as many zones as there are.",
  },
  "wish-void.daemonset": {
    kind: "reading",
    text: "{tenant} wants pods of DaemonSets apart or spread, of which every node has one: no effect for {workloads}.",
  },
  "wish-void.replacing": {
    kind: "reading",
    text: "{tenant} has {workloads} with a rollout, which only Deployments have here, or a budget for a DaemonSet, which no drain asks: without effect.",
  },
  "pools-entered": {
    kind: "reading",
    text: "{names} of {tenant} bear the taint of one of its pools, where they are not counted.",
  },
  "pools-apart": {
    kind: "reading",
    text: "Rules of {names} of {tenant} speak of pods in another pool: not counted there.",
  },
  "pools-unused": {
    kind: "reading",
    text: "{tenant} asks for pools that none of its workloads names: {names}.",
  },
  "tenants-not-under-contract": {
    kind: "reading",
    text: "Not under contract on {day}, so in no figure: {tenants}.",
    help: "For another day's fleet, change asOf, or say it with --as-of.",
  },
} as const;
