import {
  type FigureChange,
  type ModelDiff,
  moneyText,
  type RateChange,
  type TenantChange,
  type UpgradeDay,
} from "@nkp-planner/core";
import { NEVER } from "../human/lifecycle-never.ts";
import { changeCells, isCost, NONE } from "./values.ts";

/** A table that every form of output prints: its heads, and its rows as texts. */
export interface DiffTable {
  readonly columns: readonly { readonly title: string; readonly align: "left" | "right" }[];
  readonly rows: readonly (readonly string[])[];
}

const VALUES = [
  { title: "Was", align: "right" },
  { title: "Is", align: "right" },
  { title: "Change", align: "right" },
] as const;

/** The totals that changed, each below the one that it is a part of; the cost a month always. */
export function totalTable({ totals, cost }: ModelDiff["changes"]): DiffTable {
  const shown = totals.filter(({ shownIn }) => shownIn.includes("terminal"));
  const wholes = shown.filter(({ below }) => below === null);
  const rows = wholes.flatMap((whole) => {
    const parts = shown.filter(({ below, isChanged }) => below === whole.id && isChanged);
    const isThere = whole.isChanged || isCost(whole) || parts.length > 0;
    return isThere ? [totalRow(whole, ""), ...parts.map((part) => totalRow(part, "  "))] : [];
  });
  return { columns: [{ title: `Totals, amounts in ${cost.head.currency}`, align: "left" }, ...VALUES], rows };
}

function totalRow(change: FigureChange, indent: string): readonly string[] {
  return [`${indent}${change.title}`, ...changeCells(change, change.unit)];
}

/** What tables say of a tenant's money; the ratio follows from them. */
const FIELDS = [
  { field: "monthlyCost", title: "Cost" },
  { field: "monthlyPrice", title: "Price" },
  { field: "monthlyMargin", title: "Margin" },
] as const;
const MONEY = "money a month";

/** What changed of the money of each tenant, a row an amount. */
export function tenantTable({ tenants, cost }: ModelDiff["changes"]): DiffTable {
  return {
    columns: [
      { title: `Tenant, ${cost.head.currency} a month`, align: "left" },
      { title: "", align: "left" },
      ...VALUES,
    ],
    rows: tenants.flatMap(tenantRows),
  };
}

function tenantRows({ name, base, head, figures }: TenantChange): readonly (readonly string[])[] {
  const changed = FIELDS.filter(({ field }) => isChanged(figures[field]));
  return changed.map(({ field, title }, index) => {
    const [was, is, change] = changeCells(figures[field], MONEY);
    const cells = base === null ? [NONE, is, "new"] : head === null ? [was, NONE, "gone"] : [was, is, change];
    return [index === 0 ? name : "", title.toLowerCase(), ...cells];
  });
}

/** The same with a row a tenant, where lines may be as long as they are. */
export function wideTenantTable({ tenants, cost }: ModelDiff["changes"]): DiffTable {
  return {
    columns: [
      { title: `Tenant, ${cost.head.currency} a month`, align: "left" },
      ...FIELDS.flatMap(({ title }) => [
        { title, align: "right" as const },
        { title: "Change", align: "right" as const },
      ]),
    ],
    rows: tenants.map(({ name, base, head, figures }) => [
      name,
      ...FIELDS.flatMap(({ field }) => {
        const [was, is, change] = changeCells(figures[field], MONEY);
        if (base === null) return [is, "new"];
        if (head === null) return [was, "gone"];
        return isChanged(figures[field]) ? [`${was} → ${is}`, change] : [is, ""];
      }),
    ]),
  };
}

function isChanged({ base, head }: TenantChange["figures"]["monthlyCost"]): boolean {
  return JSON.stringify(base) !== JSON.stringify(head);
}

/** What both sides buy at another price. */
export function rateTable(rates: readonly RateChange[]): DiffTable {
  const text = (all: RateChange["base"]) => all.map(moneyRate).join(", ");
  return {
    columns: [{ title: "Price", align: "left" }, { title: "per", align: "left" }, ...VALUES.slice(0, 2)],
    rows: rates.map(({ sku, unit, base, head }) => [sku, unit, text(base), text(head)]),
  };
}

/** A price of one unit, all of whose digits count. */
function moneyRate(rate: RateChange["base"][number]): string {
  return /\.\d{3}/.test(rate.amount) ? `${rate.currency} ${rate.amount}` : moneyText(rate);
}

/** Upgrades that come on another day. */
export function upgradeTable(upgrades: NonNullable<ModelDiff["upgrades"]>): DiffTable {
  return {
    columns: [
      { title: "Cluster", align: "left" },
      { title: "NKP", align: "left" },
      { title: "Came", align: "left" },
      { title: "Comes", align: "left" },
    ],
    rows: upgrades.map(({ clusterName, minor, base, head }) => [clusterName, minor, dayText(base), dayText(head)]),
  };
}

function dayText(day: UpgradeDay | null): string {
  if (day === null) return NONE;
  return day.movedOn ?? `never: ${day.neverReason === null ? "" : NEVER[day.neverReason]}`;
}
