import type * as z from "zod";
import type { CurrencyCode } from "../base/currency.ts";
import type { Finding } from "../base/findings/finding.ts";
import type { Problem } from "../base/findings/problem.ts";
import { readWith } from "../base/findings/problems.ts";
import { type Money, money } from "../base/money.ts";
import type { IsoDate } from "../base/provenance.ts";
import type { FilePlace } from "../base/rate-origin.ts";
import { shown } from "../base/shown.ts";
import type { SizeOrigin } from "../base/size-origin.ts";
import { type Contract, contractOf, contractProblems } from "./contract.ts";
import { type DemandTotals, demandProblems, totalsOf } from "./demand-totals.ts";
import { expandNamed, nameProblems, sizedBy, sizeProblems } from "./expand-presets.ts";
import { tooFine } from "./fields.ts";
import { FleetFile } from "./fleet-file.ts";
import { hostClusterProblems } from "./host-cluster-problems.ts";
import { type Hosting, hostingOf, placedTenants } from "./host-clusters.ts";
import { fileOfToday } from "./older-files.ts";
import { poolProblems } from "./pool-problems.ts";
import type { WorkloadLibrary } from "./presets.ts";
import { extendedOf } from "./requests-field.ts";
import { replacingOf } from "./rollout.ts";
import type { RunningVersions } from "./running-versions.ts";
import { selectionProblems } from "./selection-problems.ts";
import { MAIN_POOL, poolsOfFile, type TenantPool } from "./tenant-pools.ts";
import type { TenantPaceGiven, UpgradeDaysGiven } from "./upgrades-file.ts";
import type { Workload } from "./workload.ts";
import { schedulingOf } from "./workload-fields.ts";
import type { WorkloadFile } from "./workload-file.ts";

export type TenantId = string;
type TenantFile = z.output<typeof FleetFile>["tenants"][number];

export interface Tenant {
  readonly id: TenantId;
  readonly name: string;
  /** Its key elsewhere, handed back beside its id; absent: none is given. */
  readonly ref?: string;
  readonly demand: readonly Workload[] | DemandTotals;
  /** Presets and typical applications among the workloads, as people say them; absent where there are none. */
  readonly sizedBy?: readonly string[];
  /** Pools of workers that it asks for, and the shape of the one for everything else. */
  readonly pools: readonly TenantPool[];
  /** `own`: the tenant decides when to upgrade; `fleet`: with everybody else. */
  readonly upgradeCadence: "fleet" | "own";
  /** When it accepts a new version; absent: as the assumption has it for its cadence. */
  readonly upgrades?: TenantPaceGiven;
  /** By how many percent a year its demand grows; null: as the fleet's. */
  readonly growthPercentPerYear: number | null;
  /** What the tenant has agreed to pay a month; null where nothing is agreed. */
  readonly monthlyPrice: Money | null;
  /** Whether that is invented, for an example; absent: it is the user's. */
  readonly hasInventedPrice?: true;
  /** Where that stands; absent where no file was read. */
  readonly pricePlace?: FilePlace;
  /** What the tenant has agreed beside the price. */
  readonly contract: Contract;
  /** Its part of what is shared by the user's own weights, against the others'; null where none is given. */
  readonly shareWeight: number | null;
  /** The cluster of hosts on which it is placed by name; absent: as the fleet places tenants. */
  readonly hostCluster?: string;
  /** Where its sizes come from; absent: the fleet does not say. */
  readonly origin?: SizeOrigin;
}

export interface PlanInput {
  readonly asOf: IsoDate;
  readonly release: string;
  readonly currency: CurrencyCode;
  readonly tenants: readonly Tenant[];
  /** The clusters of hosts that it names; absent: one for all. */
  readonly hosting?: Hosting;
  /** How many of a hundred tenants that nothing binds leave in a year of a forecast; absent: as the assumption has it. */
  readonly churnPercentPerYear?: number;
  /** How many come in a year of it beside those whose days are known; absent: as the assumption has it. */
  readonly newTenantsPerYear?: number;
  /** On which days its clusters are upgraded, and what runs beneath them; absent: any day, and nothing is known. */
  readonly upgrades?: UpgradeDaysGiven;
  /** What its clusters run as their own objects say; absent: as the fleet and its release have it. */
  readonly running?: RunningVersions;
  /** What reading an older form of the file changed or left out; absent: nothing. */
  readonly said?: readonly Finding[];
}

/**
 * Reads a fleet from plain data (parsed YAML or JSON).
 * @param library the presets and typical applications that tenants may name; without one, no name is known
 * @throws InputError with every problem of the fleet at once
 */
export function parseFleet(value: unknown, subject = "fleet", library?: WorkloadLibrary): PlanInput {
  const { data, ...ofForm } = fileOfToday(value, subject);
  const file = readWith(FleetFile, data, subject, (raw) => fleetProblems(raw, library));
  const hosting = hostingOf(file);
  const placed = placedTenants(file);
  return {
    asOf: file.asOf,
    release: file.release,
    currency: file.currency,
    tenants: file.tenants.map((tenant) => ({
      id: tenant.id,
      name: tenant.name ?? tenant.id,
      ...(tenant.ref === undefined ? {} : { ref: tenant.ref }),
      demand:
        tenant.demand === undefined
          ? [...(tenant.workloads ?? []).map(workloadOf), ...expandNamed(tenant, library)]
          : totalsOf(tenant.demand),
      ...sizedBy(tenant),
      pools: poolsOfFile(tenant.pools),
      upgradeCadence: tenant.upgradeCadence,
      ...(tenant.upgrades === undefined ? {} : { upgrades: tenant.upgrades }),
      growthPercentPerYear: tenant.growthPercentPerYear ?? null,
      ...agreedWith(tenant.price, file),
      contract: contractOf(tenant.contract),
      shareWeight: tenant.shareWeight ?? null,
      ...placedOn(placed.get(tenant.id)),
      ...(tenant.origin === undefined ? {} : { origin: tenant.origin }),
    })),
    ...(hosting === null ? {} : { hosting }),
    ...ratesOf(file),
    ...(file.upgrades === undefined ? {} : { upgrades: file.upgrades }),
    ...ofForm,
  };
}

function ratesOf({ churnPercentPerYear, newTenantsPerYear }: z.output<typeof FleetFile>) {
  return {
    ...(churnPercentPerYear === undefined ? {} : { churnPercentPerYear }),
    ...(newTenantsPerYear === undefined ? {} : { newTenantsPerYear }),
  };
}

function placedOn(hostCluster: string | undefined): Pick<Tenant, "hostCluster"> {
  return hostCluster === undefined ? {} : { hostCluster };
}

/** What a tenant pays, and whether that is invented: it says so itself, or the fleet does of all. */
function agreedWith(
  price: TenantFile["price"],
  { currency, illustrative }: Pick<z.output<typeof FleetFile>, "currency" | "illustrative">,
): Pick<Tenant, "monthlyPrice" | "hasInventedPrice"> {
  if (price === undefined) return { monthlyPrice: null };
  const monthlyPrice = money(price.monthly, currency);
  return (price.illustrative ?? illustrative) ? { monthlyPrice, hasInventedPrice: true } : { monthlyPrice };
}

/** A fleet whose agreed prices know in which line of a file they stand. @param lineOf of a tenant's price, by its index */
export function placedFleet(
  input: PlanInput,
  file: string,
  lineOf: (tenantIndex: number) => number | undefined,
): PlanInput {
  const tenants = input.tenants.map((tenant, index) => {
    const line = tenant.monthlyPrice === null ? undefined : lineOf(index);
    return line === undefined ? tenant : { ...tenant, pricePlace: { file, line } };
  });
  return { ...input, tenants };
}

function workloadOf(file: z.output<typeof WorkloadFile>): Workload {
  return {
    name: file.name,
    kind: file.kind,
    replicas: file.replicas ?? (file.kind === "DaemonSet" ? 0 : 1),
    requestsPerReplica: {
      cpuMillicores: file.requests.cpu,
      memoryBytes: file.requests.memory,
      storageBytes: file.storagePerReplica ?? 0,
    },
    ...extendedOf(file.requests),
    ...(file.storageClass === undefined ? {} : { storageClass: file.storageClass }),
    ...replacingOf(file),
    ...schedulingOf(file),
    ...(file.pool === undefined || file.pool === MAIN_POOL ? {} : { pool: file.pool }),
  };
}

/**
 * What one field cannot know: ids that repeat, sizes given twice or not at all, names that are not in the library,
 * prices finer than the currency, clusters of hosts with nothing on them.
 */
function fleetProblems(value: unknown, library: WorkloadLibrary | undefined): readonly Problem[] {
  const fleet = recordOf(value);
  const tenants = Array.isArray(fleet["tenants"]) ? fleet["tenants"].map(recordOf) : [];
  const firstAt = new Map<unknown, number>();
  const ofTenants = tenants.flatMap((tenant, index): readonly Problem[] => {
    const path = ["tenants", index];
    const problems: Problem[] = [];
    const id = tenant["id"];
    const first = firstAt.get(id);
    if (id !== undefined && first !== undefined) {
      const fix = `give this tenant another id; the other one is tenants[${first}]`;
      problems.push({ path: [...path, "id"], found: `${shown(id)} a second time`, expected: "an id of its own", fix });
    }
    firstAt.set(id, first ?? index);
    problems.push(...sizeProblems(tenant, path), ...nameProblems(tenant, path, library));
    const amount = recordOf(tenant["price"])["monthly"];
    const fine = tooFine(amount, fleet["currency"]);
    if (fine !== undefined) problems.push({ path: [...path, "price", "monthly"], found: shown(amount), ...fine });
    return [
      ...problems,
      ...contractProblems(tenant["contract"], [...path, "contract"]),
      ...demandProblems(tenant, path),
      ...selectionProblems(tenant, path, library),
      ...poolProblems(recordsIn(tenant["pools"]), recordsIn(tenant["workloads"]), path),
    ];
  });
  const ids = tenants.map(({ id }) => id);
  return [...ofTenants, ...hostClusterProblems(recordsIn(fleet["hostClusters"]), recordsIn(fleet["placement"]), ids)];
}

function recordsIn(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.map(recordOf) : [];
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}
