import type { Problem } from "@nkp-planner/core";

/** What of the fleet no calendar can be played with. */
export function ProblemsOfUpgrades({ of }: { of: readonly Problem[] }) {
  if (of.length === 0) return null;
  return (
    <>
      <p className="loss">These upgrades cannot be played, as the fleet is:</p>
      <ul className="small problems-of-upgrades">
        {of.map(({ path, found, expected, fix }) => (
          <li key={`${path.join(".")} ${found}`}>
            {path.join(".")}: found {found}, expected {expected}; {fix}.
          </li>
        ))}
      </ul>
    </>
  );
}
