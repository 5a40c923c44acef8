/** A place in a file, as editors count. */
export interface FilePlace {
  /** As it was given, with `/` between folders. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** What a judgement is about, and where it stands. */
export interface About {
  /** `cluster tenant-kite, pool workload`: what tells it from others of the rule; no figure of it, so that it is stable. */
  readonly what: string;
  /** As the plan calls it, or as the file does where no plan knows it; null: no cluster's. */
  readonly clusterName: string | null;
  readonly poolName: string | null;
  readonly place: FilePlace;
}
