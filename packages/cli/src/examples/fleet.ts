/** Brought in only where no fleet is given: the example is read when it is. */
export { exampleFleet } from "@nkp-planner/catalog";
