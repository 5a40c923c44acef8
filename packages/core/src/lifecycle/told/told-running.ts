import type { Finding } from "../../base/findings/finding.ts";
import type { PlanInput, Tenant } from "../../input/fleet.ts";
import type { RunningVersions } from "../../input/running-versions.ts";
import { clusterNameOf } from "../../models/operating-model.ts";
import { list, text } from "../../plan/rules/figures.ts";
import { type CalendarGiven, placeIn, replaced, type Told, toldFinding } from "./told.ts";

/** What a fleet's clusters run, as a file says. @param release what they are taken to run where nobody says */
export function toldRunning(
  { tenants, running }: Pick<PlanInput, "tenants" | "running">,
  release: string,
  given: CalendarGiven,
): Told<RunningVersions> {
  const ofTenants = new Map((running?.ofTenants ?? []).map((one) => [one.tenantId, one]));
  let plane = running?.plane ?? null;
  const planeVersions = new Set<string>(plane === null ? [] : [plane.version]);
  const unknown: string[] = [];
  const findings: Finding[] = [];
  for (const [index, { name, version, isManagement }] of given.value.clusters.entries()) {
    const place = placeIn(given, "clusters", index);
    const said = { version, from: given.name };
    const tenant = tenantNamed(name, tenants);
    const own = tenant === undefined ? plane : ofTenants.get(tenant.id);
    const before = own?.version ?? tenant?.upgrades?.version ?? release;
    if (tenant !== undefined) ofTenants.set(tenant.id, { ...said, tenantId: tenant.id });
    else if (isManagement && (planeVersions.size === 0 || planeVersions.has(version))) plane = said;
    else {
      unknown.push(name);
      continue;
    }
    if (tenant === undefined) planeVersions.add(version);
    if (before !== version) findings.push(replaced(`what ${name} runs`, version, before, place));
  }
  const figures = { names: list(unknown) };
  return {
    facts: { plane, ofTenants: [...ofTenants.values()] },
    findings: [...findings, ...(unknown.length === 0 ? [] : [toldFinding("told-unknown", figures, placeIn(given))])],
  };
}

/** Upgrades that were made and how long they took. Hours are not counted by them: they hold no number of nodes. */
export function toldUpgrades(given: CalendarGiven): readonly Finding[] {
  return given.value.upgrades.map(({ clusterName, version, durationMinutes, steps }, index) => {
    const figures = {
      cluster: text(clusterName),
      version: text(version),
      minutes: { kind: "number", value: durationMinutes, unit: "minutes" } as const,
      steps: list(steps.map((step) => `${step.name} ${step.durationMinutes}`)),
    };
    return toldFinding("told-upgrade", figures, placeIn(given, "upgrades", index));
  });
}

/** The one tenant whose own cluster has a name: as plans call it, or as the fleet calls the tenant. */
function tenantNamed(name: string, tenants: readonly Tenant[]): Tenant | undefined {
  const byId = tenants.find((tenant) => name === clusterNameOf(tenant) || name === tenant.id);
  if (byId !== undefined) return byId;
  const named = tenants.filter((tenant) => wordsOf(tenant.name) === wordsOf(name));
  return named.length === 1 ? named[0] : undefined;
}

/** `Orchid Foods` and `orchid-foods` are one name: Kubernetes knows neither capitals nor spaces. */
function wordsOf(name: string): string {
  return name.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, "-");
}
