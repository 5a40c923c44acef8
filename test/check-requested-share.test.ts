import { fleetYaml } from "@nkp-planner/adapters";
import { examplePriceBook, planningContext } from "@nkp-planner/catalog";
import { operatingModels, type PlanInput, plannedFleet } from "@nkp-planner/core";
import { expect, it } from "vitest";
import { SMALL_FLEET } from "./support/check-scenario.ts";
import { checkFiles, emittedFiles, textOfInput } from "./support/checked.ts";

const MODELS = operatingModels.map((model): [string, typeof model] => [model.id, model]);

it.each(MODELS)("is as full as the plan of %s says, where its nodes are declared", async (id, model) => {
  const bytes = new TextEncoder().encode(textOfInput(SMALL_FLEET));
  const { value } = await fleetYaml.read({ name: "fleet.json", bytes });
  const context = planningContext({ release: "nkp-2.17.1", priceBook: examplePriceBook });
  const { clusters } = plannedFleet(value as PlanInput, model, context);
  const planned = clusters.flatMap(({ name, pools }) =>
    pools
      .filter(({ role }) => role !== "control-plane")
      .map(({ name: pool, nodeCount, allocatablePerNode, platformRequests, tenantRequests }) => {
        const ratioOf = (key: "cpuMillicores" | "memoryBytes") =>
          (platformRequests[key] + tenantRequests[key]) / (nodeCount * allocatablePerNode[key]);
        return `${name} ${pool} ${(100 * Math.max(ratioOf("cpuMillicores"), ratioOf("memoryBytes"))).toFixed(6)}`;
      }),
  );
  const { judged } = await checkFiles({
    fleet: SMALL_FLEET,
    model: id,
    files: await emittedFiles({ fleet: SMALL_FLEET, model: id }),
    policy: "apiVersion: nkp-planner/v1\nkind: SizingPolicy\nrules: { above-target: { mostRequestedPercent: 1 } }\n",
  });
  const found = judged
    .filter(({ rule, state }) => rule.id === "above-target" && state === "fail")
    .map(
      ({ about, finding }) =>
        `${about.clusterName} ${about.poolName} ${Number(finding?.params?.["percent"]).toFixed(6)}`,
    );
  expect(found.toSorted()).toEqual(planned.toSorted());
});
