import { type Choice, choiceOf, chosenBy, withChoice } from "../../input/parameters.ts";
import type { PlatformContext } from "../../input/platform-context.ts";
import type { PoolSetting, TenantPool } from "../../input/tenant-pools.ts";
import type { NodePool } from "./node-pool.ts";

/** The context as a pool is counted by: what its tenant asks of it takes the place of what holds for all pools. */
export function contextOfPool<Context extends PlatformContext>(
  context: Context,
  settings: TenantPool["settings"] | undefined,
): Context {
  const asked = Object.entries(settings ?? {}) as readonly [PoolSetting, string][];
  if (asked.length === 0) return context;
  const choices = asked
    .map(([id, setting]) => chosenFor(choiceOf(context.choices, id), setting))
    .reduce(withChoice, context.choices);
  return { ...context, choices };
}

/** An option where one has the number that is asked for, so that it is called by its words. */
function chosenFor({ parameter }: Choice, setting: string): Choice {
  const option = parameter.options.find(({ value }) => String(value) === setting);
  const result = chosenBy(parameter, option?.id ?? setting);
  if ("expected" in result) throw new Error(`The schema of pools takes ${setting}, which ${parameter.id} does not.`);
  return { ...result, confidence: "user", isDefault: false };
}

/** What a pool that is counted by these choices is held to. */
export function heldTo(choices: PlatformContext["choices"]): Pick<NodePool, "lossSurvived" | "headroom"> {
  return { lossSurvived: choiceOf(choices, "loss-survived"), headroom: choiceOf(choices, "headroom-percent") };
}
