/** Kubernetes quantities alone, without the planner. */

export * from "@nkp-planner/core/quantities";
