import type { TypicalApplication, WorkloadLibrary, WorkloadPreset } from "@nkp-planner/core";
import presetsFile from "../data/presets.json" with { type: "json" };
import applicationsFile from "../data/typical-applications.json" with { type: "json" };
import { dataOf } from "./data-file.ts";

/** Applications that tenants often run, at the defaults of their public charts. */
export const typicalApplications: readonly TypicalApplication[] = dataOf(applicationsFile);

/** Tenants in the usual sizes, smallest first. */
export const presets: readonly WorkloadPreset[] = dataOf(presetsFile);

/** What fleet files may call by name: give it to whoever reads one. */
export const workloadLibrary: WorkloadLibrary = { presets, applications: typicalApplications };
