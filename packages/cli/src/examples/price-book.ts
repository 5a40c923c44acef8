/** Brought in only where no prices are given: the example is read when it is. */
export { examplePriceBook } from "@nkp-planner/catalog";
