import { underOnePlane } from "./layouts.ts";
import { defineOperatingModel } from "./operating-model.ts";

/** One Ultimate management cluster, with the cluster of every tenant attached to it. */
export const ultimateCentralized = defineOperatingModel({
  id: "ultimate-centralized",
  title: "Ultimate, centralized",
  phrase: "one Ultimate plane",
  summary:
    "One NKP Ultimate management cluster with workers for platform services only; every tenant's cluster is attached to it.",
  tone: "violet",
  layout: (tenants) => underOnePlane("ultimate", tenants),
});
