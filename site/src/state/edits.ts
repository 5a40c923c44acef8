import { freeId, newTenant, type TenantColumn, tenantIdOf } from "@nkp-planner/adapters/tenant-table";
import { gridColumns, isDerived, typedInto } from "./grid.ts";
import type { ApplicationDraft, Scenario, TenantDraft } from "./scenario.ts";
import type { TextBlock } from "./text-block.ts";

/** Changes of a scenario, each a new scenario: what undo goes back over. */

type Edit = (scenario: Scenario) => Scenario;

/** A change of the tenants alone. */
export const onTenants =
  (change: (tenants: readonly TenantDraft[], scenario: Scenario) => readonly TenantDraft[]): Edit =>
  (scenario) => ({
    ...scenario,
    fleet: { ...scenario.fleet, tenants: change(scenario.fleet.tenants, scenario) },
  });

export function setCell(tenantId: string, column: TenantColumn, text: string): Edit {
  return changeTenant(tenantId, (tenant, scenario) => typedInto(column, tenant, text, scenario));
}

/** What a column holds of one tenant, for others too; what follows from workloads is not filled in. */
export function fillColumn(column: TenantColumn, from: TenantDraft, tenantIds: readonly string[]): Edit {
  if (isDerived(column, from)) return (scenario) => scenario;
  const value = column.valueIn(from);
  return onTenants((tenants) =>
    tenants.map((tenant) => (tenantIds.includes(tenant.id) ? column.write(tenant, value) : tenant)),
  );
}

export function changeTenant(tenantId: string, change: (tenant: TenantDraft, scenario: Scenario) => TenantDraft): Edit {
  return onTenants((tenants, scenario) =>
    tenants.map((tenant) => (tenant.id === tenantId ? change(tenant, scenario) : tenant)),
  );
}

export function addTenants(added: readonly TenantDraft[], afterId?: string): Edit {
  return onTenants((tenants) => {
    const at = afterId === undefined ? -1 : tenants.findIndex(({ id }) => id === afterId);
    const taken = new Set(tenants.map(({ id }) => id));
    const fresh = added.map((tenant) => ({ ...tenant, id: freeId(tenant.id, taken) }));
    return at < 0 ? [...tenants, ...fresh] : [...tenants.slice(0, at + 1), ...fresh, ...tenants.slice(at + 1)];
  });
}

export function removeTenants(ids: readonly string[]): Edit {
  return onTenants((tenants) => tenants.filter(({ id }) => !ids.includes(id)));
}

export function duplicateTenants(ids: readonly string[]): Edit {
  return (scenario) =>
    ids.reduce((changed, id) => {
      const tenant = changed.fleet.tenants.find((one) => one.id === id);
      if (tenant === undefined) return changed;
      return addTenants([{ ...tenant, name: `${tenant.name ?? tenant.id} copy` }], id)(changed);
    }, scenario);
}

/** One place up or down; tenants at the end of the list stay. */
export function moveTenants(ids: readonly string[], direction: "up" | "down"): Edit {
  return onTenants((tenants) => {
    const moved = direction === "up" ? [...tenants] : tenants.toReversed();
    moved.forEach((tenant, index) => {
      const before = moved[index - 1];
      if (before === undefined || !ids.includes(tenant.id) || ids.includes(before.id)) return;
      moved[index - 1] = tenant;
      moved[index] = before;
    });
    return direction === "up" ? moved : moved.toReversed();
  });
}

/**
 * Writes a block of texts over the table, down and to the right of a cell; rows beyond the last are new tenants. A row
 * that brings its own name and sizes is another tenant than the one that stood there: nothing of that one stays.
 */
export function pasteBlock(block: TextBlock["rows"], firstRow: number, firstColumn: number): Edit {
  return onTenants((tenants, scenario) => {
    const bringsTenants = firstColumn === 0 && (block[0]?.length ?? 0) > 1;
    const replaced = bringsTenants ? block.length : 0;
    const kept = tenants.filter((_, index) => index < firstRow || index >= firstRow + replaced);
    const taken = new Set(kept.map(({ id }) => id));
    const changed = [...tenants];
    block.forEach((texts, rowIndex) => {
      const at = firstRow + rowIndex;
      const there = bringsTenants ? undefined : changed[at];
      const tenant = there ?? newTenant(freeId(tenantIdOf(firstColumn === 0 ? (texts[0] ?? "") : ""), taken));
      changed[at] = texts.reduce<TenantDraft>((one, text, offset) => {
        const column = gridColumns[firstColumn + offset];
        return text === undefined || column === undefined ? one : typedInto(column, one, text, scenario);
      }, tenant);
    });
    return changed;
  });
}

/** An assumption; null: back to its default. */
export function setSetting(id: string, value: string | null): Edit {
  return (scenario) => {
    const { [id]: _, ...others } = scenario.settings;
    return { ...scenario, settings: value === null ? others : { ...others, [id]: value } };
  };
}

export function setFleetField(field: "release" | "currency" | "asOf" | "title", value: string): Edit {
  return (scenario) => ({ ...scenario, fleet: { ...scenario.fleet, [field]: value } });
}

/** The rate at which the prices of the book are converted; empty text: none. */
export function setExchangeRate(from: string, to: string, rate: string, on: string): Edit {
  return (scenario) => {
    const { exchangeRates, ...prices } = scenario.prices;
    const others = (Array.isArray(exchangeRates) ? exchangeRates : []).filter(
      (one) => Reflect.get(Object(one), "from") !== from || Reflect.get(Object(one), "to") !== to,
    );
    const rates = rate === "" ? others : [...others, { from, to, rate, on, source: RATE_SOURCE }];
    return { ...scenario, prices: { ...prices, exchangeRates: rates } as Scenario["prices"] };
  };
}

const RATE_SOURCE = "typed in the calculator";

export function setPart<Part extends "prices" | "priceList" | "locale" | "letter" | "fleet">(
  part: Part,
  value: Scenario[Part],
): Edit {
  return (scenario) => ({ ...scenario, [part]: value });
}

/** Whether applications can be added to it: it states no totals, or none yet. */
export function canRunApplications({ demand }: TenantDraft): boolean {
  return (
    demand === undefined || [demand.pods, demand.cpu, demand.memory].every((one) => /^0([KMGTP]i?)?$/.test(`${one}`))
  );
}

/** Applications beside those that the tenant runs; of one that it runs, so many more. */
export function addApplications(tenantId: string, added: readonly ApplicationDraft[]): Edit {
  return changeTenant(tenantId, ({ demand: _, applications = [], ...tenant }) => {
    const countOf = (id: string, list: readonly ApplicationDraft[]) =>
      list.filter(({ application }) => application === id).reduce((sum, { count = 1 }) => sum + Number(count), 0);
    const more = applications.map((one) => ({
      ...one,
      count: countOf(one.application, [one]) + countOf(one.application, added),
    }));
    const fresh = added.filter(({ application }) => countOf(application, applications) === 0);
    return { ...tenant, applications: [...more, ...fresh] };
  });
}

/** Tenants that were read, in place of those that are there or after them. */
export function importTenants(read: readonly TenantDraft[], way: "replace" | "add"): Edit {
  return way === "add" ? addTenants(read) : onTenants(() => read);
}
