import type { PlatformRelease } from "@nkp-planner/core";
import file from "../../data/releases/nkp-2.18.0-dev.json" with { type: "json" };
import { dataOf } from "../data-file.ts";

/** NKP 2.18.0-dev alone, for a program that plans for it and no other. */
export const release: PlatformRelease = dataOf(file);
