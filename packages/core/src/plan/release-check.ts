import { InputError } from "../base/findings/input-error.ts";
import { shown } from "../base/shown.ts";
import type { PlanInput } from "../input/fleet.ts";
import type { PlanningContext } from "../price-list/planning-context.ts";

/** Refuses a fleet of one release with a context of another: nobody could tell which is planned. @throws InputError naming both */
export function requireRelease(
  { release }: Pick<PlanInput, "release">,
  { catalog }: Pick<PlanningContext, "catalog">,
): void {
  const { id } = catalog.release;
  if (release === id) return;
  const expected = `${shown(id)}, the release of the context it is planned with`;
  const fix = `make the context of ${release}, or write release: ${id} in the fleet`;
  throw new InputError("fleet", [{ path: ["release"], found: shown(release), expected, fix }]);
}
