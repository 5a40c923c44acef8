import type { PlatformCatalog, StorageScheme } from "../../input/catalog.ts";
import { evidenceOf } from "../../input/evidence.ts";
import type { Evidence } from "../../input/number-line.ts";
import { type Choices, choiceOf } from "../../input/parameters.ts";

/** How the hosts keep data, and what that asks of them. */
export interface HostStorage {
  /** Raw bytes a byte of data takes. */
  readonly storageFactorRatio: number;
  /** `copies`: whole ones; `parity`: erasure coding. */
  readonly kind: "copies" | "parity";
  /** Hosts without which data cannot be kept so. */
  readonly minimumHostCount: number;
  /** Hosts that may fail at once without loss of data; null: not said. */
  readonly failuresToleratedCount: number | null;
  readonly cvmMemoryAddGiB: number;
  /** Where the factor comes from. */
  readonly factorEvidence: Evidence;
  /** Where the least number of hosts and the controller VM's memory come from. */
  readonly schemeEvidence: Evidence;
}

export interface HostStorageContext {
  readonly catalog: Pick<PlatformCatalog, "storageSchemes">;
  readonly choices: Choices;
}

/** The chosen way of keeping data; parity stands on copies, so the larger number of hosts counts. */
export function hostStorageOf({ catalog, choices }: HostStorageContext): HostStorage {
  const copies = schemeOf("replication-factor", catalog, choices);
  if (copies === undefined) throw new Error("The catalog describes no storage with that replication factor.");
  const parity = schemeOf("erasure-coding", catalog, choices);
  const strictest = parity !== undefined && parity.minimumHosts > copies.minimumHosts ? parity : copies;
  return {
    storageFactorRatio: (parity ?? copies).storageFactor,
    kind: parity === undefined ? "copies" : "parity",
    minimumHostCount: strictest.minimumHosts,
    failuresToleratedCount: copies.failuresTolerated,
    cvmMemoryAddGiB: copies.cvmMemoryAddGiB,
    factorEvidence: evidenceOf(choiceOf(choices, (parity ?? copies).parameter)),
    schemeEvidence: strictest,
  };
}

function schemeOf(
  parameter: StorageScheme["parameter"],
  { storageSchemes }: HostStorageContext["catalog"],
  choices: Choices,
): StorageScheme | undefined {
  const { chosen } = choiceOf(choices, parameter);
  return storageSchemes.find((scheme) => scheme.parameter === parameter && scheme.option === chosen);
}
