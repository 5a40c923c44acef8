import type { Problem } from "@nkp-planner/core";
import { headKey } from "./inventory-format.ts";
import type { Vm, VmTable } from "./vm-table.ts";

/** Whose VMs are by a cell that is empty, or by a pattern that does not fit. */
export const UNASSIGNED = "unassigned";

const MARK = "{tenant}";

/** What tells tenants apart: a column, or a part of what stands in it: `VM:{tenant}-*`, `Folder:*\/{tenant}\/*`. */
interface TenantKey {
  readonly head: string;
  readonly pattern: RegExp | null;
}

/** Whose a VM is by what the user says of it, or what is wrong with that. */
export function tenantsBy(
  tenantBy: string | undefined,
  { heads }: VmTable,
  only: string,
): ((vm: Vm) => string) | { readonly problem: Problem } {
  if (tenantBy === undefined) return () => only;
  const { head, pattern } = keyOf(tenantBy);
  const index = heads.findIndex((one) => headKey(one) === headKey(head));
  if (index < 0) return { problem: noColumn(head, heads) };
  return ({ row }) => {
    const text = (row.cells[index] ?? "").trim();
    const found = pattern === null ? text : pattern.exec(text)?.[1]?.trim();
    return found === undefined || found === "" ? UNASSIGNED : found;
  };
}

/** Beside the tenant's part each star stands for any text; a few are enough, and more would take long. */
const MOST_STARS = 4;

function keyOf(tenantBy: string): TenantKey {
  const colon = tenantBy.indexOf(":");
  const words = tenantBy.slice(colon + 1);
  const stars = words.split("*").length - 1;
  if (colon < 0 || !words.includes(MARK) || stars > MOST_STARS) return { head: tenantBy, pattern: null };
  const plain = (text: string) => text.replaceAll(/[.+^${}()|[\]\\?]/g, "\\$&").replaceAll("*", ".*");
  const [before = "", ...after] = words.split(MARK);
  return { head: tenantBy.slice(0, colon), pattern: new RegExp(`^${plain(before)}(.+?)${plain(after.join(MARK))}$`) };
}

function noColumn(wanted: string, heads: readonly string[]): Problem {
  const known = heads.filter((head) => head.trim() !== "");
  return {
    path: [],
    found: `no column ${JSON.stringify(wanted)}`,
    expected: `one of ${known.join(", ")}`,
    fix: `write its name with --tenant-by, or a part of what stands in it: "VM:${MARK}-*"`,
    line: 1,
    column: 1,
  };
}
