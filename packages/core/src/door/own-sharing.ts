import { ownSharingMethod, type SharingDefinition } from "../costs/sharing-methods/own-sharing.ts";
import type { SharingMethod } from "../costs/sharing-methods/sharing-method.ts";
import type { Parameter } from "../input/parameters.ts";
import type { FactsWithSharing, PlannerFacts } from "./planner-facts.ts";

const SHARING = "shared-cost";

/** Facts whose setting `shared-cost` takes methods of a provider's own as well. */
export function withOwnSharing(facts: PlannerFacts, definitions: readonly SharingDefinition[]): FactsWithSharing {
  if (definitions.length === 0) return facts;
  const ownSharing: readonly SharingMethod[] = definitions.map((one) => ownSharingMethod(one));
  const options = definitions.map(({ id, title }): Parameter["options"][number] => ({
    id,
    title,
    value: null,
    confidence: "assumption",
    sources: [],
    note: "a method of the provider's own",
  }));
  const parameters = facts.parameters.map((parameter) =>
    parameter.id === SHARING ? { ...parameter, options: [...parameter.options, ...options] } : parameter,
  );
  return { ...facts, parameters, ownSharing };
}
