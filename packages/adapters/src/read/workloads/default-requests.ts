import { type Problem, readQuantity } from "@nkp-planner/core";

/** Requests of a container that states none, as a LimitRange fills them in. */
export interface DefaultRequests {
  readonly cpu: string;
  readonly memory: string;
}

/** `100m/128Mi` as requests, or why it is none. */
export function readDefaultRequests(given: string): DefaultRequests | Problem {
  const [cpu = "", memory = "", more] = given.split("/");
  const isQuantities = [cpu, memory].every((one) => readQuantity(one).ok) && more === undefined;
  if (isQuantities) return { cpu, memory };
  return {
    path: ["default-requests"],
    found: JSON.stringify(given),
    expected: "CPU/MEMORY",
    fix: "write for example 100m/128Mi",
  };
}
