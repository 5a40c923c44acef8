import { catalogOf, editions, parameters, releases } from "@nkp-planner/catalog";
import {
  type Ask,
  type ClusterRole,
  type ComponentChange,
  chooseParameters,
  type Edition,
  type FootprintLine,
  gibOf,
  multiplyResources,
  numberText,
  type PlatformRelease,
  type ReleaseFootprint,
  releaseChanges,
  releaseFootprints,
  vcpuOf,
} from "@nkp-planner/core";
import { UNKNOWN } from "./text.ts";

/** What releases ask for, and how they differ, at the catalog's default readings. */

const choices = chooseParameters(parameters, {});

function catalogued({ id }: PlatformRelease) {
  return { catalog: catalogOf(id), choices };
}

export function footprintsOf(release: PlatformRelease): readonly ReleaseFootprint[] {
  return releaseFootprints(catalogued(release));
}

export function changesBetween(before: PlatformRelease, after: PlatformRelease): readonly ComponentChange[] {
  return releaseChanges(catalogued(before), catalogued(after));
}

/** Every two releases, the older one first. */
export const pairs: readonly { readonly before: PlatformRelease; readonly after: PlatformRelease }[] = releases.flatMap(
  (after, index) => releases.slice(0, index).map((before) => ({ before, after })),
);

/** `Ultimate, attached` */
export function clusterTitle({ edition, role }: { readonly edition: Edition; readonly role: ClusterRole }): string {
  const name = editions.find(({ id }) => id === edition)?.name ?? edition;
  return `${name}, ${role}`;
}

/** For links into a page: `ultimate-attached`. */
export function clusterAnchor({ edition, role }: { readonly edition: Edition; readonly role: ClusterRole }): string {
  return `${edition}-${role}`;
}

export interface ComponentRow {
  readonly component: string;
  readonly application: string | null;
  readonly times: string;
  readonly vcpu: string;
  readonly memoryGiB: string;
  readonly claimsGiB: string;
  readonly line: FootprintLine;
}

/** One component as it counts on a cluster of the documented minimum size. */
export function componentRow(line: FootprintLine, { controlPlane, workers }: ReleaseFootprint["nodes"]): ComponentRow {
  const nodes = line.placement === "control-plane" ? controlPlane : controlPlane + workers;
  const all = multiplyResources(line.requestsEach, line.count ?? nodes);
  const known = (text: string) => (line.isUnknown ? UNKNOWN : text);
  return {
    component: line.component,
    application: line.application,
    times: line.count === null ? `${numberText(nodes)}, one a node` : numberText(line.count),
    vcpu: known(numberText(vcpuOf(all.cpuMillicores), 3)),
    memoryGiB: known(numberText(gibOf(all.memoryBytes), 3)),
    claimsGiB: numberText(gibOf(all.storageBytes)),
    line,
  };
}

/** `0.5 vCPU, 1 GiB`; unknown and absent in words. */
export function askText(ask: Ask): string {
  if (ask === "unknown") return UNKNOWN;
  if (ask === "absent") return "not there";
  return `${numberText(vcpuOf(ask.cpuMillicores), 3)} vCPU, ${numberText(gibOf(ask.memoryBytes), 3)} GiB`;
}

export function differenceOf({ difference }: ComponentChange): string {
  if (difference === null) return UNKNOWN;
  const { cpuMillicores, memoryBytes, storageBytes } = difference;
  const parts = [
    cpuMillicores === 0 ? "" : `${signed(vcpuOf(cpuMillicores))} vCPU`,
    memoryBytes === 0 ? "" : `${signed(gibOf(memoryBytes))} GiB`,
    storageBytes === 0 ? "" : `${signed(gibOf(storageBytes))} GiB of claims`,
  ].filter((part) => part !== "");
  return parts.length === 0 ? "nothing more" : parts.join(", ");
}

function signed(value: number): string {
  return `${value > 0 ? "+" : ""}${numberText(value, 3)}`;
}
