import { defineWish, haveAll } from "./wish.ts";

/** Metrics and alerts without another product. */
export const builtInMonitoring = defineWish({
  id: "built-in-monitoring",
  title: "Built-in monitoring for every tenant",
  meets: "The edition of every tenant's cluster has monitoring (Prometheus).",
  isMetBy: (plan) => haveAll(plan, "prometheus"),
});
