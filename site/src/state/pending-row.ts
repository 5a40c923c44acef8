import { freeId, newTenant, type TenantColumn } from "@nkp-planner/adapters/tenant-table";
import { atom } from "nanostores";
import { addTenants } from "./edits.ts";
import { typedInto } from "./grid.ts";
import type { TenantDraft } from "./scenario.ts";
import { $scenario, edit } from "./store.ts";

/** A row below the last one in which somebody has begun to type: no tenant, and in no figure, until it has a name. */
export const $pending = atom<TenantDraft | null>(null);

/** Begins a row, or goes on with the one that is begun. */
export function beginRow(): void {
  commitRow();
  const taken = new Set($scenario.get()?.fleet.tenants.map(({ id }) => id));
  $pending.set($pending.get() ?? newTenant(freeId("tenant", taken)));
}

export function typeInRow(column: TenantColumn, text: string): void {
  const [pending, scenario] = [$pending.get(), $scenario.get()];
  if (pending !== null && scenario !== null) $pending.set(typedInto(column, pending, text, scenario));
}

/** The row becomes a tenant where it has a name; its id stays, so that who types in it types on. */
export function commitRow(): void {
  const pending = $pending.get();
  if (pending === null || (pending.name ?? "").trim() === "") return;
  $pending.set(null);
  edit(addTenants([pending]));
}

/** Whoever leaves a row in which nothing stands leaves nothing. */
export function leaveRow(): void {
  commitRow();
  const pending = $pending.get();
  if (pending !== null && isUntouched(pending)) $pending.set(null);
}

export function discardRow(): void {
  $pending.set(null);
}

function isUntouched(pending: TenantDraft): boolean {
  return JSON.stringify(pending) === JSON.stringify(newTenant(pending.id));
}
