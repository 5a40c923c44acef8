import type { PlatformCatalog, PlatformComponent } from "../../input/catalog.ts";
import type { WorkloadName } from "../../input/workload-name.ts";
import { tokensOf } from "./name-tokens.ts";

/** Where in the catalog a component stands: what every cluster runs, what managing ones run too, or an application. */
export type ComponentGroup = "every-cluster" | "managing-clusters" | "application";

/** A component of the catalog with what its workloads may be called. */
export interface KnownComponent {
  readonly group: ComponentGroup;
  readonly application: string | null;
  readonly component: PlatformComponent;
  /** Names that the catalog lists; one that ends in `-*` stands for instances. */
  readonly listed: readonly string[];
  /** Its name without what stands in brackets, and its application's, in words. */
  readonly words: readonly string[];
  readonly applicationWords: readonly string[];
  /** Whether it stands for several workloads, whose number and single sizes are not public. */
  readonly isSum: boolean;
  /** Whether the catalog knows its application by name alone. */
  readonly isUnread: boolean;
  /** Whether others run software of that name too, so that the name alone does not make it the platform's. */
  readonly isCommon: boolean;
}

/** Every component that a release's clusters may run, in the catalog's order. */
export function knownComponents(
  { system, release }: Pick<PlatformCatalog, "system" | "release">,
  names: readonly WorkloadName[],
): readonly KnownComponent[] {
  const known = (group: ComponentGroup, application: string | null, component: PlatformComponent, isUnread = false) => {
    const words = tokensOf(component.name.replace(/ ?\(.*$/, ""));
    const applicationWords = tokensOf(application ?? "");
    return {
      ...{ group, application, component, words, applicationWords },
      listed: names.find((one) => one.application === application && one.component === component.name)?.workloads ?? [],
      isUnread,
      isSum: isUnread || (component.scale === "fixed" && component.replicas === null),
      isCommon: application !== null && (words.length === 1 || words.join("") === applicationWords.join("")),
    };
  };
  return [
    ...system.everyCluster.map((one) => known("every-cluster", null, one)),
    ...system.onManagingClusters.map((one) => known("managing-clusters", null, one)),
    ...release.applications.flatMap(({ name, components, sources }) =>
      components === null
        ? [known("application", name, notRead(name, sources), true)]
        : components.map((one) => known("application", name, one)),
    ),
  ];
}

/** An application whose requests were not read stands for one component of unknown size. */
function notRead(name: string, sources: PlatformComponent["sources"]): PlatformComponent {
  return {
    ...{ name, kind: null, scale: "fixed", replicas: null, priorityClass: null, confidence: "unknown", sources },
    requests: { cpuMillicores: null, memoryMiB: null, storageGiB: null },
  };
}
