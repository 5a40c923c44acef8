import { useStore } from "@nanostores/react";
import { memo } from "react";
import { $outcome, $scenario, $staleBecause } from "../state/store.ts";
import { otherProblems } from "../state/tenant-problems.ts";
import { Assumptions } from "./assumptions/Assumptions.tsx";
import { StartStrip } from "./Start.tsx";
import { TenantTable } from "./tenants/TenantTable.tsx";

/** What a visitor enters. */
export const Inputs = memo(function Inputs() {
  return (
    <>
      <Trouble />
      <StartStrip />
      <TenantTable />
      <Assumptions />
    </>
  );
});

/** What keeps the figures from following: said once, where the eye is. */
function Trouble() {
  const outcome = useStore($outcome);
  const scenario = useStore($scenario);
  const staleBecause = useStore($staleBecause);
  if (outcome === null || scenario === null) return null;
  const { failure, problems } = outcome;
  const others = otherProblems(problems, scenario.fleet.tenants);
  return (
    <div role="status" className="trouble small">
      {failure !== null && <p className="loss">The planner could not answer: {failure} Your input is kept.</p>}
      {problems.length > 0 && <p className="loss">The figures are those of before: {staleBecause}.</p>}
      {others.length > 0 && (
        <ul>
          {others.map(({ subject, path, found, expected, fix }) => (
            <li key={`${subject} ${path.join(".")} ${found}`}>
              {subject}, {path.join(".")}: found {found}, expected {expected}; {fix}.
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
