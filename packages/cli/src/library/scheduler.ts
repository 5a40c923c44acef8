/**
 * The scheduler alone. It may still change in a minor version.
 *
 * @experimental
 */

export * from "@nkp-planner/core/scheduler";
