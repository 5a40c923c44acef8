import { NO_TOTALS } from "@nkp-planner/adapters/tenant-table";
import { atom } from "nanostores";
import type { TenantDemand } from "../view/demand-view.ts";
import { changeTenant } from "./edits.ts";
import type { TenantDraft } from "./scenario.ts";
import { $outcome, edit, settle } from "./store.ts";

/** A cell that follows from workloads, in which somebody has begun to type. */
interface TypedOver {
  readonly tenantId: string;
  readonly element: HTMLElement;
  readonly row: number;
  readonly column: number;
}

/** What is to be decided: totals in place of workloads, or not; null: nothing. */
export const $typedOver = atom<TypedOver | null>(null);

/** A tenant by the totals of its workloads, in place of these. */
export function byTotals(tenant: TenantDraft, derived: TenantDemand | undefined): TenantDraft {
  const { workloads: _, preset: __, applications: ___, ...rest } = tenant;
  return { ...rest, demand: derived?.totals ?? NO_TOTALS };
}

/** The tenant is sized by totals from now on; what was typed over is typed in next. */
export function takeTotals({ tenantId, row, column }: TypedOver): void {
  settle();
  const derived = $outcome.get()?.view.demand.byTenant[tenantId];
  edit(changeTenant(tenantId, (tenant) => byTotals(tenant, derived)));
  $typedOver.set(null);
  const cell = `.tenants [data-row="${row}"][data-column="${column}"]`;
  queueMicrotask(() => document.querySelector<HTMLElement>(cell)?.focus());
}

export function keepWorkloads({ element }: TypedOver): void {
  $typedOver.set(null);
  element.focus();
}
