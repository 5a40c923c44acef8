import { cluster } from "./cluster.ts";
import { node, nodeMemory, nodeVcpu } from "./nodes.ts";
import type { PriceBasis } from "./price-basis.ts";
import { pod, requestedMemory, requestedVcpu } from "./requested.ts";
import { storage } from "./storage.ts";
import { tenant } from "./tenant.ts";

/** What every price list may charge by, as errors list it. A new one is one file and one line here. */
export const priceBases = [
  tenant,
  cluster,
  requestedVcpu,
  requestedMemory,
  pod,
  node,
  nodeVcpu,
  nodeMemory,
  storage,
] as const;
export type PriceBasisId = (typeof priceBases)[number]["id"];

/** The basis of a name. @param ownBases those of a list beside what every list has */
export function basisNamed(per: string, ownBases: readonly PriceBasis[] = []): PriceBasis {
  const found = [...priceBases, ...ownBases].find(({ id }) => id === per);
  if (found === undefined) throw new Error(`No price basis is called "${per}".`);
  return found;
}
