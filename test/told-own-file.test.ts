import { adapters } from "@nkp-planner/adapters";
import { planRules } from "@nkp-planner/core";
import { expect, it } from "vitest";
import { toldOf } from "../site/build-time/told/own-file.ts";

it("tells of an item what stands above it in its own file: sentences, and what they rest on", () => {
  const { summary, sources, path } = toldOf("packages/adapters/src/emit", "kwok-cluster");
  expect(path).toBe("packages/adapters/src/emit/kwok-cluster.ts");
  expect(summary).toBe(
    "A folder per cluster for KWOK, which lends an API server nodes without machines: what its scheduler does with the pods is the test of the plan.",
  );
  expect(sources).toEqual(["https://kwok.sigs.k8s.io/docs/user/kwok-manage-nodes-and-pods/"]);
});

it("finds a rule by the name of its id, and every rule and adapter says what it is for", () => {
  expect(toldOf("packages/core/src/plan/rules", "void-wishes").summary).toMatch(/^How tenants want their pods placed/);
  for (const { id } of planRules) expect(toldOf("packages/core/src/plan/rules", id).summary, id).toMatch(/\.$/);
  for (const { id } of adapters) expect(toldOf("packages/adapters/src/emit", id).summary, id).toMatch(/\.$/);
});

it("says where a sentence is missing", () => {
  expect(() => toldOf("packages/adapters/src/emit", "ansible")).toThrow(
    'No file in packages/adapters/src/emit defines "ansible".',
  );
});
