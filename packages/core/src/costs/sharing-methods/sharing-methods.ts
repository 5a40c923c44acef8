import { byNodes } from "./by-nodes.ts";
import { byRequests } from "./by-requests.ts";
import { byWeights } from "./by-weights.ts";
import type { SharingMethod } from "./sharing-method.ts";
import { uniform } from "./uniform.ts";

/** Every method, as tables list them. A new one is one file and one line here, and an option of `shared-cost`. */
export const sharingMethods = [byRequests, uniform, byNodes, byWeights] as const;
export type SharingMethodId = (typeof sharingMethods)[number]["id"];

/** The method of a name. @param own those beside what every fleet may share by */
export function sharingMethodNamed(id: string, own: readonly SharingMethod[] = []): SharingMethod {
  const found = [...sharingMethods, ...own].find((method) => method.id === id);
  if (found === undefined) throw new Error(`No method of sharing is called "${id}".`);
  return found;
}
