import { type Assumption, distinctAssumptions } from "@nkp-planner/core";
import { comparison } from "./comparison.ts";

/** What the three plans rest on, each statement once. */
const all = distinctAssumptions(comparison.plans);

export const basis: Readonly<Record<Assumption["kind"], readonly Assumption[]>> = {
  prices: all.filter(({ kind }) => kind === "prices"),
  unknown: all.filter(({ kind }) => kind === "unknown"),
  choice: all.filter(({ kind }) => kind === "choice"),
  method: all.filter(({ kind }) => kind === "method"),
};

/** Choices that nobody but the planner vouches for. */
export const assumedChoices = basis.choice.filter(({ confidence }) => confidence === "assumption");
