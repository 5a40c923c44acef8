/** What asks for a number of nodes. */
export type Bound = (typeof BOUNDS)[number];

export const BOUNDS = [
  "cpu",
  "memory",
  "ephemeral-storage",
  "pods",
  "extended-resource",
  "largest-pod",
  "spread",
  "nothing",
] as const;
