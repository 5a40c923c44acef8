import { presets, releases, typicalApplications } from "../../catalog/src/index.ts";
import type { JsonSchema } from "../src/base/json-schema.ts";
import { HOST } from "../src/input/parameters.ts";
import { LABELS_OF_NODES, TAKEN } from "../src/input/pool-problems.ts";
import { MAIN_POOL } from "../src/input/tenant-pools.ts";
import { oneOfThem, suggested, thenIt, without } from "./suggested.ts";

/** What sizes a tenant by its parts; totals stand alone. */
const PARTS = ["workloads", "preset", "applications"];
const anyOfThem: JsonSchema = { anyOf: PARTS.map((part) => ({ required: [part] })) };

const NOTHING: JsonSchema = { anyOf: [{ const: 0 }, { type: "string", pattern: "^0+%$" }] };

/** How many values an operator takes. */
const operators = (names: readonly string[]): JsonSchema => ({ properties: { operator: { enum: names } } });

const EXPRESSION: JsonSchema = {
  allOf: [
    {
      if: operators(["In", "NotIn"]),
      ...thenIt({ required: ["values"], properties: { values: { minItems: 1 } } }),
    },
    {
      if: operators(["Exists", "DoesNotExist"]),
      ...thenIt({ properties: { values: { maxItems: 0 } } }),
    },
    {
      if: operators(["Gt", "Lt"]),
      ...thenIt({
        required: ["values"],
        properties: { values: { minItems: 1, maxItems: 1, items: { pattern: "^-?\\d+$" } } },
      }),
    },
  ],
};

/** Of a fleet file: see `written-places.ts`. */
export const FLEET_PLACES: Readonly<Record<string, JsonSchema>> = {
  release: suggested(releases.map(({ id }) => id)),
  "tenants[]": {
    if: { required: ["demand"] },
    ...thenIt(without(PARTS)),
    else: anyOfThem,
  },
  "tenants[].preset": suggested(presets.map(({ id }) => id)),
  "tenants[].applications[].application": suggested(typicalApplications.map(({ id }) => id)),
  "tenants[].pools[]": {
    if: { properties: { name: { const: MAIN_POOL } } },
    ...thenIt({ properties: { taints: { maxItems: 0 } } }),
  },
  "tenants[].pools[].name": { not: { enum: TAKEN } },
  "tenants[].pools[].labels": { allOf: [without(LABELS_OF_NODES)] },
  "tenants[].workloads[].rollout": {
    not: {
      required: ["maxSurge", "maxUnavailable"],
      properties: { maxSurge: NOTHING, maxUnavailable: NOTHING },
    },
  },
  "tenants[].workloads[].disruptionBudget": oneOfThem(["minAvailable", "maxUnavailable"]),
  "tenants[].workloads[].topologySpread[]": {
    if: { required: ["whenUnsatisfiable"], properties: { whenUnsatisfiable: { const: "ScheduleAnyway" } } },
    ...thenIt(without(["minDomains"])),
  },
  "tenants[].workloads[].nodeAffinity.required[].matchExpressions[]": EXPRESSION,
  "tenants[].workloads[].nodeAffinity.preferred[].matchExpressions[]": EXPRESSION,
  "placement[].tenants": { uniqueItems: true },
  "placement[].roles": { uniqueItems: true },
  "hostClusters[].host": { pattern: HOST.source },
};
