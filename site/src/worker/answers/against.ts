import { planScenario } from "../../planning/plan-scenario.ts";
import { againstView } from "../../view/against-view.ts";
import { inputDifferences } from "../../view/input-differences.ts";
import type { Answer } from "../answer.ts";

/** Another scenario beside the one that is shown. @throws ScenarioError where the other cannot be planned */
export const againstAnswer: Answer<"against"> = async ({ scenario, comparison, data, writer }, other) =>
  againstView(
    comparison,
    (await planScenario(other, data)).comparison,
    inputDifferences(scenario, other, data.parameters),
    writer,
  );
