import type { FactSheet } from "@nkp-planner/core";
import ahv from "../data/facts/ahv.json" with { type: "json" };
import editionRules from "../data/facts/edition-rules.json" with { type: "json" };
import konnector from "../data/facts/konnector.json" with { type: "json" };
import licensing from "../data/facts/licensing.json" with { type: "json" };
import minimums from "../data/facts/minimums.json" with { type: "json" };
import nodeDefaults from "../data/facts/node-defaults.json" with { type: "json" };
import nodeOverhead from "../data/facts/node-overhead.json" with { type: "json" };
import openQuestions from "../data/facts/open-questions.json" with { type: "json" };
import priorityClasses from "../data/facts/priority-classes.json" with { type: "json" };
import prismCentral from "../data/facts/prism-central.json" with { type: "json" };
import scaleLimits from "../data/facts/scale-limits.json" with { type: "json" };
import upgrade from "../data/facts/upgrade.json" with { type: "json" };
import versionPolicy from "../data/facts/version-policy.json" with { type: "json" };
import { dataOf } from "./data-file.ts";

export const factSheets: readonly FactSheet[] = dataOf([
  licensing,
  minimums,
  nodeDefaults,
  nodeOverhead,
  versionPolicy,
  upgrade,
  konnector,
  prismCentral,
  ahv,
  scaleLimits,
  priorityClasses,
  editionRules,
  openQuestions,
]);
