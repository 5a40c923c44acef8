import { oneEach } from "./layouts.ts";
import { defineOperatingModel } from "./operating-model.ts";

/** One Starter cluster for each tenant, which manages itself. */
export const starterSelfManaged = defineOperatingModel({
  id: "starter-self-managed",
  title: "Starter per tenant",
  phrase: "one Starter cluster per tenant",
  summary:
    "Every tenant has its own NKP Starter cluster: management and workloads on the same workers, nothing shared.",
  tone: "teal",
  layout: (tenants) => oneEach("starter", tenants),
});
