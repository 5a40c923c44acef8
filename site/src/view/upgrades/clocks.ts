import type { SupportClocks } from "@nkp-planner/core";

/** The clocks by which a cluster ages, in the order in which they are shown. */
export const CLOCK_IDS = [
  "nkpWindow",
  "kubernetes",
  "infrastructure",
] as const satisfies readonly (keyof SupportClocks)[];

export const CLOCKS: Readonly<Record<keyof SupportClocks, string>> = {
  nkpWindow: "NKP's window",
  kubernetes: "Kubernetes inside",
  infrastructure: "Prism Central and AOS",
};
