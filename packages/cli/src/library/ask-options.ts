import type { OperatingModel } from "@nkp-planner/core";
import type { Allowance } from "./allow.ts";

export interface PlanOptions {
  /** How the fleet is run: a model of the planner by its name, or one of yours. */
  readonly model: ModelGiven;
}
export interface CompareOptions {
  /** Left out: all of the planner's, and those that it was made with. */
  readonly models?: readonly ModelGiven[];
  /** Id of the model that differences are measured against; the first where left out. */
  readonly baseline?: string;
}
export interface QuoteOptions extends PlanOptions {
  /** What a quote may rest on all the same. Without it, it is refused. */
  readonly allow?: readonly Allowance[];
  /** Ids of the tenants to quote; all where left out. */
  readonly tenants?: readonly string[];
}
export interface ExplainOptions extends PlanOptions {
  /** Such as `licensedVcpu` or `tenant.orchid.monthlyCost`. */
  readonly figure: string;
}
/** A margin as a part of the price, from 0 to below 1. */
export type PriceGoal = { readonly margin: number } & ({ readonly per: "tenant" } | { readonly sku: string });
export interface PriceForOptions extends PlanOptions {
  readonly goal: PriceGoal;
}
export interface BreakevenOptions extends PlanOptions {
  readonly against: ModelGiven;
  /** Up to how many tenants, from 1 on; every size is planned. */
  readonly upTo?: number;
}
export type ModelGiven = "starter-self-managed" | "ultimate-centralized" | "hybrid" | (string & {}) | OperatingModel;
