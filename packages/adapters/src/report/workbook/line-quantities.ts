import { type CostLine, type CostPortion, isFlat, type PlannedFleet, priceKindOf } from "@nkp-planner/core";
import type { ClustersPart } from "./clusters-sheet.ts";
import { type Counted, comesTo, counted, sumOfCounted } from "./counted.ts";
import type { HostsPart } from "./hosts-sheet.ts";
import type { NodesPart, NodeTotal } from "./nodes-sheet.ts";
import type { Quantities } from "./quantities-sheet.ts";
import { type BilledTogether, billedOf, billedTogether, usedQuantity } from "./tier-quantities.ts";

/** The sheets that hold what is counted. */
export interface CountedSheets {
  readonly nodes: NodesPart;
  readonly clusters: ClustersPart;
  readonly hosts: HostsPart;
  readonly quantities: Quantities;
}

type Place = Pick<CostPortion, "clusterName" | "poolName">;

/**
 * The quantity of every line of the bill as a formula over the sheets' inputs. Where no formula comes to the planned
 * quantity, the line has an input of its own.
 */
export function quantitiesOf(plan: PlannedFleet, sheets: CountedSheets): ReadonlyMap<CostLine, Counted> {
  const lines = [...plan.costs, ...plan.oneTimeCosts];
  return new Map(
    lines.map((line) => {
      const found = isFlat(line.rate.tariff) ? flatQuantity(line, sheets) : tieredQuantity(line, lines, sheets);
      return [line, comesTo(found, line.quantity) ? found : sheets.quantities.own(line)];
    }),
  );
}

function flatQuantity(line: CostLine, sheets: CountedSheets): Counted | undefined {
  return ofHosts(line, sheets) ?? inPlace(line, line, sheets, claimsOf);
}

/** Lines of one rate that are billed together have one quantity, which its tiers divide. */
function tieredQuantity(line: CostLine, lines: readonly CostLine[], sheets: CountedSheets): Counted | undefined {
  const ofRate = lines.filter(({ rate, recurs }) => rate.key === line.rate.key && recurs === line.recurs);
  const group = billedTogether(ofRate).find((one) => one.lines.includes(line));
  if (group === undefined) return undefined;
  const used = candidates(group, sheets).find((one) => comesTo(one, usedQuantity(group)));
  if (used === undefined) return undefined;
  sheets.quantities.addTiers(line.rate, group, used);
  return billedOf(line, group, used);
}

/** What lines that are billed together may be a quantity of. */
function candidates({ used }: BilledTogether, sheets: CountedSheets): readonly (Counted | undefined)[] {
  const [line] = used;
  if (line === undefined) return [];
  if (priceKindOf(line.rate.kind).billed === "by-effort") return sheets.quantities.allHours();
  const places = new Map(
    used.flatMap(({ portions }) => portions.map((one) => [`${one.clusterName}/${one.poolName}`, one] as const)),
  );
  return [
    ofHosts(line, sheets),
    sumOfCounted([...places.values()].map((place) => inPlace(line, place, sheets, allClaimsOf))),
  ];
}

/** What is counted of all hosts together. */
function ofHosts({ rate }: CostLine, { hosts, quantities }: CountedSheets): Counted | undefined {
  const row = priceKindOf(rate.kind);
  if (row.billed === "by-host") return hosts.countAt(rate);
  if (row.billed !== "by-unit") return undefined;
  const [unit] = rate.unit.split("-");
  if (unit === "host") return hosts.count;
  if (unit === "core") return hosts.cores;
  if (unit === "kWh") return hosts.kWhAt(quantities.kWhAHost(rate));
  return unit === "VM" ? hosts.prismCentralVms : undefined;
}

/** What is counted of one cluster, or of one of its pools. */
function inPlace(
  line: CostLine,
  { clusterName, poolName }: Place,
  sheets: CountedSheets,
  claims: typeof claimsOf,
): Counted | undefined {
  if (clusterName === null) return undefined;
  const { nodes, clusters, quantities } = sheets;
  const row = priceKindOf(line.rate.kind);
  const [unit] = line.rate.unit.split("-");
  const ofPool = (what: NodeTotal) => (poolName === null ? undefined : nodes.totalOf(clusterName, poolName, what));
  switch (row.billed) {
    case "by-node-size":
      return poolName === null ? claims(line, clusterName, clusters) : ofPool(row.size);
    case "by-licensed-vcpu":
      return divided(ofPool("licensedVcpu"), line.rate.vcpuPerCore);
    case "by-effort":
      return quantities.hoursOf(line, clusterName);
    case "once-a-tenant":
      return clusters.countOf(clusterName, "tenants");
    case "by-host":
      return undefined;
    case "by-unit":
      if (unit === "cluster") return clusters.countOf(clusterName, "clusters");
      if (unit === "tenant") return clusters.countOf(clusterName, "tenants");
      if (unit === "GiB") return clusters.countOf(clusterName, "tenantClaims");
      if (unit === "GPU") return poolName === null ? undefined : nodes.piecesOf(clusterName, poolName, line.rate);
      return unit === "node" ? ofPool("nodes") : ofPool("licensedVcpu");
  }
}

/** The platform's claims, or those of tenants, whichever the line is for. */
function claimsOf(line: CostLine, clusterName: string, clusters: ClustersPart): Counted | undefined {
  const platform = clusters.countOf(clusterName, "platformClaims");
  return line.confidence !== "user" && comesTo(platform, line.quantity)
    ? platform
    : ofTenants(line, clusterName, clusters);
}

/** The platform's claims, which are of no class, and those of tenants together. */
function allClaimsOf(line: CostLine, clusterName: string, clusters: ClustersPart): Counted | undefined {
  const tenants = ofTenants(line, clusterName, clusters);
  if (classOf(line) !== null) return tenants;
  return sumOfCounted([clusters.countOf(clusterName, "platformClaims"), tenants]);
}

function ofTenants(line: CostLine, clusterName: string, clusters: ClustersPart): Counted | undefined {
  return clusters.claimsOf(clusterName, classOf(line));
}

function classOf({ rate }: CostLine): string | null {
  return rate.key.split("/")[1] ?? null;
}

function divided(one: Counted | undefined, by: number): Counted | undefined {
  return one === undefined || by === 1 ? one : counted(`${one.formula}/${by}`, one.planned / by);
}
