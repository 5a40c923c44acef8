import { readFileSync } from "node:fs";
import * as library from "nkp-planner";
import { describe, expect, it } from "vitest";

/** What programs may import from `nkp-planner`. A name that goes or changes its meaning is a new major version. */
const FUNCTIONS_AND_MODELS = [
  "createPlanner",
  "defineModel",
  "definePriceBasis",
  "defineSharing",
  "hybrid",
  "operatingModels",
  "problemLine",
  "starterSelfManaged",
  "ultimateCentralized",
];
const TYPES = [
  ...["Planner", "PlannerSetup", "Provenance", "Result", "Problem"],
  ...["FleetInput", "PriceBookInput", "PriceListInput", "Settings", "TenantInput", "TenantSize"],
  ...["BreakevenOptions", "CompareOptions", "ExplainOptions", "LifecycleOptions"],
  ...["PlanOptions", "PriceForOptions", "QuoteOptions"],
  ...["Allowance", "Limits", "Progress"],
  ...[
    "BreakEven",
    "ComparisonDocument",
    "FigureDocument",
    "LifecycleDocument",
    "Money",
    "PlanDocument",
    "PriceAnswer",
    "QuoteDocument",
  ],
  ...["ClusterBlueprint", "OperatingModel"],
];
const MOST_NAMES = 40;

describe("the library's surface", () => {
  const text = readFileSync(new URL("../packages/cli/src/library/index.ts", import.meta.url), "utf8");
  const blocks = [...text.matchAll(/^export (type )?\{([^}]*)\} from/gm)];
  const names = blocks.flatMap(([, ofTypes, list = ""]) =>
    list
      .split(",")
      .map((name) => name.trim())
      .filter((name) => name !== "")
      .map((name) => ({ name: name.replace("type ", ""), isType: ofTypes !== undefined || name.startsWith("type ") })),
  );
  const namesOf = (isType: boolean) => names.filter((one) => one.isType === isType).map(({ name }) => name);

  it("is what is written here, and small", () => {
    expect(Object.keys(library).toSorted()).toEqual(FUNCTIONS_AND_MODELS);
    expect(namesOf(false).toSorted()).toEqual(FUNCTIONS_AND_MODELS);
    expect(namesOf(true).toSorted()).toEqual(TYPES.toSorted());
    expect(names.length).toBeLessThanOrEqual(MOST_NAMES);
  });
});
