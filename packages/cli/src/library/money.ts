/** Money alone, without the planner: exact amounts, shared to the cent, and prices for a margin. */

export * from "@nkp-planner/core/money";
