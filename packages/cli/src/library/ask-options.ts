import type { OperatingModel } from "@nkp-planner/core";
import type { Allowance } from "./allow.ts";

/** How to plan. */
export interface PlanOptions {
  /** How the fleet is run: a model of the planner by its name, or one of yours. */
  readonly model: ModelGiven;
}
/** What to compare. */
export interface CompareOptions {
  /** Left out: the three that are compared by default, and those that the planner was made with. */
  readonly models?: readonly ModelGiven[];
  /** Id of the model that differences are measured against; the first where left out. */
  readonly baseline?: string;
}
/** Whom to quote, and on what. */
export interface QuoteOptions extends PlanOptions {
  /** What a quote may rest on all the same. Without it, it is refused. */
  readonly allow?: readonly Allowance[];
  /** Ids of the tenants to quote; all where left out. */
  readonly tenants?: readonly string[];
}
/** Which figure to open. */
export interface ExplainOptions extends PlanOptions {
  /** Such as `licensedVcpu` or `tenant.orchid.monthlyCost`. */
  readonly figure: string;
}
/** A margin as a part of the price, from 0 to below 1. */
export type PriceGoal = { readonly margin: number } & ({ readonly per: "tenant" } | { readonly sku: string });
/** Which margin to find a price for. */
export interface PriceForOptions extends PlanOptions {
  readonly goal: PriceGoal;
}
/** Which two models to set against each other. */
export interface BreakevenOptions extends PlanOptions {
  /** The model that `model` is measured against. */
  readonly against: ModelGiven;
  /** Up to how many tenants, from 1 on; every size is planned. */
  readonly upTo?: number;
}
/** Whose upgrades to play forward, and for how long. */
export interface LifecycleOptions {
  /** Left out: the three that are compared by default, and those that the planner was made with. */
  readonly models?: readonly ModelGiven[];
  /** How many months from the fleet's day on, from 1 to 120; left out: as the assumption `upgrade-horizon-months` has it. */
  readonly months?: number;
}
export type ModelGiven =
  | "starter-self-managed"
  | "ultimate-centralized"
  | "hybrid"
  | "starter-managed"
  | "pro-self-managed"
  | (string & {})
  | OperatingModel;
