/** What clusters run today, as their own objects say: that stands over what a fleet and its release say. */
export interface RunningVersions {
  /** Of every management cluster that has no tenants; null: nothing is said. */
  readonly plane: RunningSaid | null;
  /** Of tenants' own clusters. */
  readonly ofTenants: readonly (RunningSaid & { readonly tenantId: string })[];
}

/** A version, and who says so. */
export interface RunningSaid {
  readonly version: string;
  /** The file, for people. */
  readonly from: string;
}
