import { type PlanInput, parseFleet } from "@nkp-planner/core";
import { type Draw, drawsFrom } from "./random.ts";

/** `distinct`: hardly two tenants alike; `repeated`: so few sizes as a catalogue of offers has. */
export type FleetKind = "distinct" | "repeated";

/** The release and the currency of every fleet that is measured. */
export const RELEASE = "nkp-2.17.1";
const CURRENCY = "EUR";

/** How many sizes a `repeated` fleet has. */
export const REPEATED_SIZES = 20;
const MOST_WORKLOADS = 5;
/** Every so many tenants one wants its own upgrades, so that hybrid has something to decide. */
const OWN_CADENCE_EVERY = 10;

/** A fleet of invented tenants, the same in every run; a larger fleet begins with the tenants of a smaller one. */
export function fleetOf(kind: FleetKind, tenantCount: number): PlanInput {
  return parseFleet(fleetFileOf(kind, tenantCount));
}

/** The same as a fleet file has it. */
export function fleetFileOf(kind: FleetKind, tenantCount: number): object {
  return { ...HEAD, tenants: [...tenantsOf(kind, tenantCount)] };
}

/** The same line by line: what all tenants share, then a tenant a line. */
export function* fleetLinesOf(kind: FleetKind, tenantCount: number): Generator<string> {
  yield `${JSON.stringify(HEAD)}\n`;
  for (const tenant of tenantsOf(kind, tenantCount)) yield `${JSON.stringify(tenant)}\n`;
}

const HEAD = {
  apiVersion: "nkp-planner/v1",
  kind: "Fleet",
  asOf: "2026-11-23",
  release: RELEASE,
  currency: CURRENCY,
};

function* tenantsOf(kind: FleetKind, tenantCount: number): Generator<object> {
  const draw = drawsFrom(1);
  const repeated: (readonly object[])[] = [];
  for (let index = 0; index < tenantCount; index += 1) {
    if (kind === "distinct" || index < REPEATED_SIZES) repeated.push(workloadsOf(draw));
    // Of distinct sizes none is needed again.
    const workloads = kind === "distinct" ? repeated.pop() : repeated[index % REPEATED_SIZES];
    yield {
      id: `tenant-${index + 1}`,
      workloads,
      upgradeCadence: index % OWN_CADENCE_EVERY === 0 ? "own" : "fleet",
    };
  }
}

/** One to five workloads of 1 to 8 pods: about 13 pods, 8 vCPU and 30 GiB a tenant. */
function workloadsOf(draw: Draw): readonly object[] {
  return Array.from({ length: draw(1, MOST_WORKLOADS) }, (_, index) => ({
    name: `workload-${index + 1}`,
    replicas: draw(1, 8),
    requests: { cpu: `${draw(2, 24) * 50}m`, memory: `${draw(4, 72) * 64}Mi` },
    ...(index === 0 ? { storagePerReplica: `${draw(1, 10) * 10}Gi` } : {}),
  }));
}
