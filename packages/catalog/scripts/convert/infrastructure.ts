import type { PrismCentralSize, StorageScheme } from "@nkp-planner/core";
import { at, type Dataset, type RawProvenance } from "./dataset.ts";
import type { Bibliography } from "./sources.ts";

interface RawPrismCentralSize extends RawProvenance {
  readonly size: string;
  readonly vcpu: number;
  readonly memoryGiB: number;
  readonly diskGiB: number;
  readonly maxPeClusters: number;
  readonly maxHosts: number;
  readonly maxVms: number;
  readonly deployment: readonly string[];
}

/** The size that the dataset says the marketplace refuses; it says so in the key and not in a field. */
const REFUSED_BY_MARKETPLACE = "x-small";

/** Sizes of Prism Central, smallest first. */
export function convertPrismCentralSizes(dataset: Dataset, bibliography: Bibliography): PrismCentralSize[] {
  const note = String(at(dataset, "prismCentral.note"));
  const refusal = at(dataset, "prismCentral.xSmallUnsupportedFor") as RawProvenance;
  const sizes = at(dataset, "prismCentral.sizes") as readonly RawPrismCentralSize[];
  return sizes.map((raw) => {
    const isRefused = raw.size === REFUSED_BY_MARKETPLACE;
    const { confidence, sources } = bibliography.provenanceOf(raw);
    return {
      id: raw.size,
      vcpu: raw.vcpu,
      memoryGiB: raw.memoryGiB,
      diskGiB: raw.diskGiB,
      maximumPrismElementClusters: raw.maxPeClusters,
      maximumHosts: raw.maxHosts,
      maximumVms: raw.maxVms,
      deployments: [...raw.deployment],
      unsupportedFor: isRefused ? ["marketplace"] : [],
      confidence,
      sources: isRefused ? [...sources, ...bibliography.idsOf(refusal.source)] : sources,
      note,
    };
  });
}

interface RawScheme extends RawProvenance {
  readonly rf?: number;
  readonly scheme?: string;
  readonly storageFactor: number;
  readonly minHosts: number;
  readonly failuresTolerated?: number;
}

/** How data is kept: by copies or by parity, under the names of the parameters' options. */
export function convertStorageSchemes(dataset: Dataset, bibliography: Bibliography): StorageScheme[] {
  const threeCopies = at(dataset, "ahv.cvm.sizerMemoryAddGiB") as RawProvenance;
  const added = at(dataset, "ahv.cvm.sizerMemoryAddGiB.value.replicationFactor3") as number;
  const schemesAt = (path: string) => at(dataset, path) as readonly RawScheme[];
  const convert = (raw: RawScheme, parameter: StorageScheme["parameter"], option: string): StorageScheme => {
    const addsMemory = raw.rf === 3;
    const provenance = bibliography.provenanceOf(raw);
    const more = addsMemory ? bibliography.idsOf(threeCopies.source) : [];
    return {
      parameter,
      option,
      storageFactor: raw.storageFactor,
      minimumHosts: raw.minHosts,
      failuresTolerated: raw.failuresTolerated ?? null,
      cvmMemoryAddGiB: addsMemory ? added : 0,
      ...provenance,
      sources: [...provenance.sources, ...more],
    };
  };
  return [
    ...schemesAt("ahv.replicationFactor").map((raw) => convert(raw, "replication-factor", String(raw.rf))),
    ...schemesAt("ahv.erasureCoding").map((raw) =>
      convert(raw, "erasure-coding", String(raw.scheme).replace("+", "-")),
    ),
  ];
}
