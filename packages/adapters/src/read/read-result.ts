import type { Finding, Problem } from "@nkp-planner/core";
import type { ColumnsOfTable } from "../tables/column-mapping.ts";
import type { ClusterShape } from "./cluster-shapes/cluster-shape.ts";
import type { InputKind, InputValues } from "./input-kinds.ts";
import type { OtherKind } from "./other-kind.ts";

/** 1-based, as editors count. */
export interface Place {
  readonly line: number;
  readonly column: number;
  /** Of which file, where several are read together. */
  readonly file?: string;
}

/** What is wrong, and where; without a file it is the one that is read. */
export type ProblemAt = Problem & Pick<Partial<Place>, "file">;

/** What became of a file's entries: used + excluded + unreadable = found. */
export interface ReadReport {
  /** What is counted: `tenants`. */
  readonly entries: string;
  readonly foundCount: number;
  readonly usedCount: number;
  readonly excluded: readonly ExcludedEntries[];
  readonly unreadableCount: number;
}

/** Entries that were understood and left out. */
export interface ExcludedEntries {
  readonly count: number;
  readonly reason: string;
}

/** What of a file may tell its tenants apart, as its reader's option `tenant-by` takes it. */
export interface TenantKey {
  readonly key: string;
  /** How many tenants it makes. */
  readonly tenantCount: number;
}

/** What a file says, or everything that is wrong with it. */
export interface ReadResult<Kind extends InputKind = InputKind> {
  readonly kind: Kind;
  readonly readerId: string;
  /** What the planner plans with; null: nothing of the file can be used. */
  readonly value: InputValues[Kind] | null;
  /** The same as the planner's own files write it. */
  readonly data: unknown;
  /** What the file is instead, where it is of another kind: then nothing more is said of it. */
  readonly otherKind?: OtherKind;
  /** Clusters that the file declares or shows, where it is of them. */
  readonly clusters?: readonly ClusterShape[];
  readonly findings: readonly Finding[];
  readonly report: ReadReport;
  /** Of files whose tenants are told apart by what the reader is told; empty: of all others. */
  readonly tenantKeys: readonly TenantKey[];
  /** How the columns of a table were understood, where they may be told otherwise. */
  readonly columns?: ColumnsOfTable;
  /** What the sizes of tenants rest on, in a few words, where the reader says it. */
  readonly basis?: string;
  /** Where a part of the data stands in the text. */
  placeOf(path: Problem["path"]): Place;
  /** Whether the reader does not know it, so that all is at the beginning. */
  readonly isUnplaced?: true;
}
