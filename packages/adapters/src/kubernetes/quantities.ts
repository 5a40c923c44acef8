import type { Allocatable, PodRequests } from "@nkp-planner/core";

const MILLI_PER_UNIT = 1000;
const BINARY_STEP = 1024;
const BINARY_SUFFIXES = ["", "Ki", "Mi", "Gi", "Ti", "Pi"] as const;

/** CPU as the API server prints it: `8` or `7910m`. */
export function cpuText(millicores: number): string {
  return millicores % MILLI_PER_UNIT === 0 ? String(millicores / MILLI_PER_UNIT) : `${millicores}m`;
}

/**
 * Bytes as the API server prints a binary quantity: the largest suffix that leaves a whole number.
 * @see https://pkg.go.dev/k8s.io/apimachinery/pkg/api/resource#Quantity
 */
export function bytesText(bytes: number): string {
  let count = bytes;
  let step = 0;
  while (count !== 0 && count % BINARY_STEP === 0 && step < BINARY_SUFFIXES.length - 1) {
    count /= BINARY_STEP;
    step++;
  }
  return `${count}${BINARY_SUFFIXES[step]}`;
}

/** What a node has or offers, as a resource list. */
export function nodeResources(resources: Allocatable): Readonly<Record<string, string>> {
  const { cpuMillicores, memoryBytes, podCount, ephemeralStorageBytes } = resources;
  return {
    cpu: cpuText(cpuMillicores),
    memory: bytesText(memoryBytes),
    ...(ephemeralStorageBytes === undefined ? {} : { "ephemeral-storage": bytesText(ephemeralStorageBytes) }),
    ...extendedResources(resources),
    pods: String(podCount),
  };
}

/** A container's resources. Of what cannot be shared the API server wants the limit said, and it equal to the request. */
export function containerResources(requests: PodRequests): { readonly resources?: object } {
  const [asked, limits] = [podResources(requests), extendedResources(requests)];
  if (Object.keys(asked).length === 0) return {};
  return { resources: { requests: asked, ...(Object.keys(limits).length === 0 ? {} : { limits }) } };
}

/** What a pod asks for: nothing said is left out, a zero is said. */
function podResources(requests: PodRequests): Readonly<Record<string, string>> {
  const { cpuMillicores, memoryBytes, ephemeralStorageBytes } = requests;
  return {
    ...(cpuMillicores === null ? {} : { cpu: cpuText(cpuMillicores) }),
    ...(memoryBytes === null ? {} : { memory: bytesText(memoryBytes) }),
    ...(ephemeralStorageBytes === undefined ? {} : { "ephemeral-storage": bytesText(ephemeralStorageBytes) }),
    ...extendedResources(requests),
  };
}

function extendedResources({ extended = {} }: Pick<PodRequests, "extended">): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(extended).map(([name, quantity]) => [name, String(quantity)]));
}
