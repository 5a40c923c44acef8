import { atom } from "nanostores";
import type { TenantDraft } from "./scenario.ts";

/** The tenants that the next command is for. */
export const $selected = atom<ReadonlySet<string>>(new Set());

/** The tenant whose size and growth are open below the table. */
export const $detailed = atom<string | null>(null);

/** The tenant whose row was in focus last: a command without a selection is for it. */
let lastFocused: string | null = null;

export function toggleSelected(id: string): void {
  const next = new Set($selected.get());
  if (!next.delete(id)) next.add(id);
  $selected.set(next);
}

export function selectAll(tenants: readonly TenantDraft[]): void {
  $selected.set(new Set(tenants.map(({ id }) => id)));
}

export function openDetails(id: string): void {
  $detailed.set($detailed.get() === id ? null : id);
}

export function focusedTenant(id: string | null): void {
  lastFocused = id;
}

/** -1: no row was in focus yet, or it is gone. */
export function indexOfFocused(tenants: readonly TenantDraft[]): number {
  return tenants.findIndex(({ id }) => id === lastFocused);
}

/** Those selected; without any, the one whose row was in focus last. */
export function commandFor(tenants: readonly TenantDraft[]): readonly string[] {
  const selected = tenants.filter(({ id }) => $selected.get().has(id)).map(({ id }) => id);
  if (selected.length > 0) return selected;
  return tenants.filter(({ id }) => id === lastFocused).map(({ id }) => id);
}

/** What is open below the table: a way to bring tenants in. */
export const $tool = atom<"import" | "preset" | null>(null);

let toolOpenedFrom: HTMLElement | null = null;

export function toggleTool(tool: "import" | "preset"): void {
  toolOpenedFrom = document.activeElement instanceof HTMLElement ? document.activeElement : null;
  $tool.set($tool.get() === tool ? null : tool);
}

/** Rows that were pasted into the table, which has not all their columns, or files that were dropped on the page. */
export type ToRead = { readonly rows: string } | { readonly files: readonly File[] };

/** What is to be read as soon as the import is open. */
export const $toRead = atom<ToRead | null>(null);

export function openImport(toRead: ToRead): void {
  if ($tool.get() !== "import") toggleTool("import");
  $toRead.set(toRead);
}

/** Closed; the focus is where it was before. */
export function closeTool(): void {
  $tool.set(null);
  toolOpenedFrom?.focus();
}
