import type { TenantDraft, TotalsDraft, Typed } from "./scenario.ts";
import { asBinary, asCount, fromBinary, plainNumber } from "./typed-text.ts";

/** A column of the tenant table: where its text comes from in a fleet file, and where what is typed goes. */
export interface Column {
  readonly id: ColumnId;
  readonly title: string;
  /** What a screen reader says beside the title. */
  readonly unit: string;
  readonly kind: "text" | "number" | "choice";
  readonly options?: readonly { readonly id: string; readonly title: string }[];
  /** What stands in the cell; undefined where it follows from workloads and cannot be typed. */
  read(tenant: TenantDraft): string | undefined;
  write(tenant: TenantDraft, text: string, locale: string): TenantDraft;
  /** What stands in the cell while nobody types in it, where that is more than a number: `300 Gi`. */
  show?(typed: string, number: (text: string) => string): string;
  /** The fields of a tenant that the cell stands for: their problems are shown in it. */
  readonly fields: readonly string[];
}

export type ColumnId = "name" | "pods" | "vcpu" | "memory" | "storage" | "cadence" | "price";

const NO_TOTALS: TotalsDraft = { pods: 0, cpu: "0", memory: "0" };

function total(
  id: ColumnId,
  title: string,
  unit: string,
  field: keyof TotalsDraft,
  read: (value: Typed | undefined) => string,
  write: (text: string) => Typed,
): Column {
  return {
    id,
    title,
    unit,
    kind: "number",
    read: ({ demand }) => (demand === undefined ? undefined : read(demand[field] as Typed | undefined)),
    write(tenant, text, locale) {
      if (tenant.demand === undefined) return tenant;
      const plain = plainNumber(text, locale);
      return { ...tenant, demand: { ...NO_TOTALS, ...tenant.demand, [field]: write(plain === "" ? "0" : plain) } };
    },
    fields: [`demand.${field}`],
  };
}

const asText = (value: Typed | undefined) => String(value ?? "");

/** From left to right. A new column is one entry here. */
export const columns: readonly Column[] = [
  {
    id: "name",
    title: "Tenant",
    unit: "",
    kind: "text",
    read: ({ name, id }) => name ?? id,
    write: (tenant, text) => ({ ...tenant, name: text }),
    fields: ["name", "id"],
  },
  total("pods", "Pods", "", "pods", asText, asCount),
  total("vcpu", "vCPU", "requested", "cpu", vcpuText, (text) => text),
  total("memory", "GiB", "of memory requested", "memory", fromBinary, asBinary),
  {
    ...total("storage", "Storage", "GiB of volumes", "storage", fromBinary, asBinary),
    show: (typed, number) => binaryText(typed === "" ? "0" : typed, number),
  },
  {
    id: "cadence",
    title: "Upgrades",
    unit: "",
    kind: "choice",
    options: [
      { id: "fleet", title: "with fleet" },
      { id: "own", title: "own pace" },
    ],
    read: ({ upgradeCadence }) => upgradeCadence ?? "fleet",
    write: (tenant, text) => ({ ...tenant, upgradeCadence: /^own/i.test(text.trim()) ? "own" : "fleet" }),
    fields: ["upgradeCadence"],
  },
  {
    id: "price",
    title: "Price",
    unit: "a month",
    kind: "number",
    read: ({ price }) => asText(price?.monthly),
    write(tenant, text, locale) {
      const { price: _, ...rest } = tenant;
      const plain = plainNumber(text, locale);
      return plain === "" ? rest : { ...rest, price: { monthly: plain } };
    },
    fields: ["price"],
  },
];

/** `300` → `300 Gi`, `2Ti` → `2 Ti`; nothing of nothing. */
function binaryText(typed: string, number: (text: string) => string): string {
  const [, amount, unit = "Gi"] = /^(\d+(?:\.\d+)?)([KMGTP]i?)?$/.exec(typed) ?? [];
  if (amount === undefined) return typed;
  return amount === "0" ? amount : `${number(amount)}\u202f${unit}`;
}

/** `500m` → `0.5`, as the column is in vCPU; other text as it is. */
function vcpuText(value: Typed | undefined): string {
  const text = asText(value);
  const millicores = /^(\d{1,12})m$/.exec(text)?.[1];
  if (millicores === undefined) return text;
  const digits = millicores.padStart(MILLI_DIGITS + 1, "0");
  const fraction = digits.slice(-MILLI_DIGITS).replace(/0+$/, "");
  return `${digits.slice(0, -MILLI_DIGITS)}${fraction === "" ? "" : `.${fraction}`}`;
}

const MILLI_DIGITS = 3;
