import { InputError, type Problem, podTotals, problemsOf } from "@nkp-planner/core";
import { isRecord } from "../read/objects/objects.ts";
import { listAt } from "../read/objects/read-fields.ts";

/** Requests of one pod; null: nothing states them. */
export interface PodRequests {
  readonly cpuMillicores: number | null;
  readonly memoryBytes: number | null;
}

type Fault = Pick<Problem, "path" | "found" | "expected" | "fix">;

/** Requests of a pod as the scheduler counts them; specifications that are one are read once. */
export function podRequestsReader(): (
  spec: unknown,
  subject: string,
) => PodRequests | { readonly problems: readonly Fault[] } {
  const known = new WeakMap<object, PodRequests>();
  return (spec, subject) => {
    const there = isRecord(spec) ? known.get(spec) : undefined;
    if (there !== undefined) return there;
    const read = podRequests(spec, subject);
    if (isRecord(spec) && !("problems" in read)) known.set(spec, read);
    return read;
  };
}

function podRequests(spec: unknown, subject: string): PodRequests | { readonly problems: readonly Fault[] } {
  if (listAt(spec, "containers").length === 0)
    return {
      problems: [fault(`no containers in ${subject}`, "containers", "write what kubectl get … -o json prints")],
    };
  try {
    const { requests, scheduler } = podTotals(spec, subject).afterApiDefaults;
    const { cpuMillicores, memoryBytes } = scheduler;
    if (!(isCounted(cpuMillicores) && isCounted(memoryBytes)))
      return { problems: [fault(`more than anybody has in ${subject}`, "requests of a pod", "correct it")] };
    return {
      cpuMillicores: requests.has("cpu") ? Number(cpuMillicores) : null,
      memoryBytes: requests.has("memory") ? Number(memoryBytes) : null,
    };
  } catch (error) {
    if (!InputError.is(error)) throw error;
    return { problems: problemsOf(error) };
  }
}

/** 8 TiB, and more CPU than there is: sums of very many pods below it are exact. */
const MOST = 2n ** 43n;

function isCounted(amount: bigint): boolean {
  return amount >= 0n && amount <= MOST;
}

function fault(found: string, expected: string, fix: string): Fault {
  return { path: [], found, expected, fix };
}
