import { type PlanInput, parseFleet } from "@nkp-planner/core";
import fleetFile from "../../data/examples/msp-fleet.json" with { type: "json" };
import { workloadLibrary } from "../presets.ts";

/** Twelve invented tenants, to try things out on. */
export const exampleFleet: PlanInput = parseFleet(fleetFile, "the example fleet", workloadLibrary);
