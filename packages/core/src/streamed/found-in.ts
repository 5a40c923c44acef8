import type { Finding } from "../base/findings/finding.ts";
import type { TenantId } from "../input/fleet.ts";
import { type Found, MOST_TOLD } from "./fleet-part.ts";

type Told = Found["first"][number];

/** Statements by kind and code: how many, and the first of them in full. @param placeOf of a tenant in the whole input; undefined: of none */
export function foundIn(
  findings: readonly Finding[],
  placeOf: (tenantId: TenantId | undefined) => number,
): Readonly<Record<string, Found>> {
  const found = new Map<string, { readonly of: Pick<Found, "code" | "kind">; readonly all: Told[] }>();
  for (const finding of findings) {
    const { code, kind } = finding;
    const key = `${kind} ${code}`;
    const known = found.get(key) ?? { of: { code, kind }, all: [] };
    known.all.push({ tenantIndex: placeOf(tenantOf(finding)), finding });
    found.set(key, known);
  }
  return Object.fromEntries(
    [...found].map(([key, { of, all }]) => [key, { ...of, count: all.length, first: firstOf(all) }]),
  );
}

function firstOf(all: readonly Told[]): readonly Told[] {
  return all.toSorted((a, b) => a.tenantIndex - b.tenantIndex).slice(0, MOST_TOLD);
}

const OWN_CLUSTER = /^tenant-/;

/** Of a tenant's own cluster it is the tenant. */
function tenantOf({ subject }: Finding): TenantId | undefined {
  if (subject.in !== "plan") return undefined;
  const { tenantId, clusterName } = subject;
  if (tenantId !== undefined) return tenantId;
  return clusterName !== undefined && OWN_CLUSTER.test(clusterName) ? clusterName.replace(OWN_CLUSTER, "") : undefined;
}

/** Whether it is said of one tenant or cluster. */
export function isOfOne({ subject }: Finding): boolean {
  return subject.in === "plan" && (subject.tenantId !== undefined || subject.clusterName !== undefined);
}
