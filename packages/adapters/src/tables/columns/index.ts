import type { GridColumn, TenantColumn } from "../tenant-column.ts";
import { cadence } from "./cadence.ts";
import { growth } from "./growth.ts";
import { id } from "./id.ts";
import { largestMemory, largestVcpu } from "./largest-pod.ts";
import { memory } from "./memory.ts";
import { name } from "./name.ts";
import { pods } from "./pods.ts";
import { preset } from "./preset.ts";
import { price } from "./price.ts";
import { storage } from "./storage.ts";
import { vcpu } from "./vcpu.ts";

/** Every column that is known; those of the grid from left to right. */
export const columns: readonly TenantColumn[] = [
  name,
  id,
  pods,
  vcpu,
  memory,
  storage,
  cadence,
  price,
  growth,
  preset,
  largestVcpu,
  largestMemory,
];

export const gridColumns: readonly GridColumn[] = columns.filter(
  (column): column is GridColumn => column.grid !== undefined,
);
