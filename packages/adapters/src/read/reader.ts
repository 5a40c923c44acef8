import type { Problem, WorkloadLibrary } from "@nkp-planner/core";
import type { OptionSchema, OptionWords } from "../formats/options.ts";
import type { ColumnsOfTable } from "../tables/column-mapping.ts";
import type { LargeFile } from "../text/large-file.ts";
import type { ClusterShape } from "./cluster-shapes/cluster-shape.ts";
import type { InputKind } from "./input-kinds.ts";
import type { Place, ProblemAt, ReadReport, ReadResult, TenantKey } from "./read-result.ts";

/** A file as whoever opened it hands it over. */
export interface FileToRead {
  /** Empty for what was pasted. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** How surely a file is of a format: `sure` by what is in it, `maybe` by its name. */
export type Likeness = "sure" | "maybe" | "no";

export interface ReadRequest {
  readonly options?: OptionWords;
  /** Presets and applications that tenants may name; without it every tenant is to be written in full. */
  readonly library?: WorkloadLibrary | undefined;
  /** Of the fleet that it is for: amounts in another one are left out, and that is said. */
  readonly currency?: string | undefined;
}

/** A file in, values of the planner out. Pure: whoever calls it opens the file. */
export interface Reader<Kind extends InputKind = InputKind> {
  readonly id: string;
  readonly title: string;
  readonly gives: Kind;
  /** Endings of its files' names, as file pickers take them. */
  readonly fileNames: readonly string[];
  readonly options: OptionSchema;
  /** A small file of the format. */
  readonly example: { readonly name: string; readonly text: string };
  /** What its files can say and do, for those who write tests and pages. */
  readonly capabilities: {
    readonly syntax: "yaml" | "csv" | "other";
    readonly mostBytes: number;
    /** Whether several files are one cluster or one list, in which nothing is to be counted twice. */
    readonly joinsFiles?: boolean;
    /** Whether files beyond that are read piece by piece, as JSON of lists can be. */
    readonly takesLarge?: boolean;
  };
  /** By the first characters of the text, and the file's name. */
  sniff(head: string, name: string): Likeness;
  /** Never throws for what is in the file. @throws InputError for options that it does not know */
  read(file: FileToRead, request?: ReadRequest): Promise<ReadResult<Kind>>;
  /** Several files as one, by readers that join them; by others the first alone. */
  readTogether(files: readonly (FileToRead | LargeFile)[], request?: ReadRequest): Promise<ReadResult<Kind>>;
}

/** What a reader's code makes of a text: data as the planner's own files hold it, and what it says of the rest. */
export interface ReadText {
  /** null: nothing could be taken. */
  readonly data: unknown;
  readonly problems: readonly ProblemAt[];
  /** What was left out or decided without harm, a sentence each. */
  readonly notices?: readonly string[];
  /** Where it is not the entries of the data and nothing else. */
  readonly report?: Omit<ReadReport, "entries"> & Partial<Pick<ReadReport, "entries">>;
  /** Clusters that the text declares or shows, where it is of them. */
  readonly clusters?: readonly ClusterShape[];
  readonly tenantKeys?: readonly TenantKey[];
  /** How its columns were understood, where they may be told otherwise. */
  readonly columns?: ColumnsOfTable;
  /** What the sizes rest on, in a few words; absent: the file says them. */
  readonly basis?: string;
  placeOf?(path: Problem["path"]): Place;
}

/** The same, with options checked. */
export interface DecidedReadRequest<Options> extends Omit<ReadRequest, "options"> {
  readonly options: Options;
  /** Empty for what was pasted. */
  readonly fileName: string;
}

/** The code of a reader, loaded when it is used. */
export interface ReaderCode<Options> {
  read(text: string, request: DecidedReadRequest<Options>): ReadText;
  /** Of formats that are no text: null where the bytes are none of it, and so perhaps a text. */
  readBytes?(bytes: Uint8Array, request: DecidedReadRequest<Options>): Promise<ReadText | null>;
  /** Of readers that join files: all of them, two at least, or a large one alone where they take such. */
  readTogether?(files: readonly (OpenedFile | LargeFile)[], request: DecidedReadRequest<Options>): Promise<ReadText>;
}

/** A file with its text. */
export interface OpenedFile extends FileToRead {
  /** null: its bytes are no text. */
  readonly text: string | null;
}

/** Files beyond this are refused before they are parsed: nobody waits for one. */
export const LARGEST_TEXT_BYTES = 10 * 1024 * 1024;
