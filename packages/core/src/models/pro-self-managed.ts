import { oneEach } from "./layouts.ts";
import { defineOperatingModel } from "./operating-model.ts";

/** One Pro cluster for each tenant, which manages itself. */
export const proSelfManaged = defineOperatingModel({
  id: "pro-self-managed",
  title: "Pro per tenant",
  phrase: "one Pro cluster per tenant",
  summary:
    "Every tenant has its own NKP Pro cluster, with monitoring, logging and backup of its own: management and workloads on the same workers, nothing shared.",
  tone: "olive",
  layout: (tenants) => oneEach("pro", tenants),
});
