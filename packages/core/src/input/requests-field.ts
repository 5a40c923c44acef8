import * as z from "zod";
import { type ExtendedResources, WHOLE_EXTENDED_NAME, withExtended } from "../base/extended-resources.ts";
import { shown } from "../base/shown.ts";
import { podRequests } from "./demand-file.ts";
import type { FieldProblem } from "./quantity-mistakes.ts";

/** Six digits are far more than a node has, and keep every sum of a fleet a whole number without loss. */
const COUNT = /^\d{1,6}$/;

/** What one pod of a workload requests: CPU, memory, and extended resources by their names. */
export const RequestsField = z
  .looseObject(podRequests)
  .superRefine(
    (requests, ctx) => {
      const keys: string[] = [];
      for (const [key, value] of othersOf(requests)) {
        if (!WHOLE_EXTENDED_NAME.test(key)) keys.push(key);
        else if (!COUNT.test(String(value)))
          ctx.addIssue({ code: "custom", path: [key], params: { ...countProblem(key, value) } });
      }
      if (keys.length > 0) ctx.addIssue({ code: "unrecognized_keys", keys, input: requests });
    },
    // With the problems of the other keys, not after them.
    { when: ({ value }) => z.core.util.isObject(value) },
  )
  .meta({
    title: "an extended resource by its full name, such as nvidia.com/gpu",
    description: "What one pod reserves, all its containers together.",
    examples: [
      { cpu: "500m", memory: "1Gi" },
      { cpu: "4", memory: "32Gi", "nvidia.com/gpu": 1 },
    ],
  });

function othersOf(requests: object): readonly (readonly [name: string, value: unknown])[] {
  return Object.entries(requests).filter(([key]) => !Object.hasOwn(podRequests, key));
}

/** Kubernetes takes whole numbers of these alone, and no part of a device is asked for by the name of a whole one. */
function countProblem(name: string, value: unknown): FieldProblem {
  const isPart = /^\d*\.\d+$|^\d+m$/.test(String(value));
  const fix = isPart ? "write 1; a part of a device has a name of its own" : "write for example 1";
  return { expected: `a whole number of ${shown(name)}, from 0 to 999999`, fix };
}

/** The extended resources among requests that were checked; absent where there are none. */
export function extendedOf(requests: z.output<typeof RequestsField>): { readonly extended?: ExtendedResources } {
  return withExtended(othersOf(requests).map(([name, value]) => [name, Number(value)] as const));
}
