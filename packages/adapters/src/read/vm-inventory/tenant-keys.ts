import type { TenantKey } from "../read-result.ts";
import type { JudgedList } from "./judged-list.ts";

/** Columns with more values than this tell VMs apart, not tenants. */
const MOST_TENANTS = 500;

/** Columns that may tell tenants apart: some VMs have the same value, and not all of them. */
export function tenantKeysOf(lists: readonly JudgedList[]): readonly TenantKey[] {
  const [first] = lists;
  if (first === undefined) return [];
  const read = new Set<number | undefined>(Object.values(first.columns));
  return first.table.heads.flatMap((head, index) => {
    if (head.trim() === "" || read.has(index)) return [];
    const all = lists.flatMap(({ table, stored }) => {
      const at = table.heads.indexOf(head);
      return stored.map(({ row }) => (row.cells[at] ?? "").trim());
    });
    const values = new Set(all);
    const isTelling = values.size > 1 && values.size < all.length && values.size <= MOST_TENANTS;
    return isTelling ? [{ key: head, tenantCount: values.size }] : [];
  });
}
