import * as z from "zod";
import { InputError } from "../findings/input-error.ts";
import type { Problem } from "../findings/problem.ts";
import { readWith } from "../findings/problems.ts";
import { shown } from "../shown.ts";
import { nearestQuantities } from "./nearest-quantities.ts";
import { readQuantity } from "./quantity-text.ts";
import type { Quantity } from "./quantity-value.ts";

/** Quantities by resource name: `cpu` in cores, `memory` in bytes, `nvidia.com/gpu` in pieces. */
export type ResourceList = ReadonlyMap<string, Quantity>;

export interface ContainerResources {
  readonly requests: ResourceList;
  readonly limits: ResourceList;
}

export interface InitContainerResources extends ContainerResources {
  /** A sidecar: it keeps running beside the containers. */
  readonly isRestartable: boolean;
}

/** What of a pod's spec bears on resources. */
export interface PodSpec {
  readonly containers: readonly ContainerResources[];
  /** In the order in which they start. */
  readonly initContainers: readonly InitContainerResources[];
  /** What the runtime class takes for the pod itself. */
  readonly overhead: ResourceList;
  /** Resources of the pod as a whole (`spec.resources`); null: not stated. */
  readonly podLevel: ContainerResources | null;
}

const WrittenList = z.record(z.string(), z.union([z.string(), z.number()]).nullable()).nullish();
const WrittenResources = z.object({ requests: WrittenList, limits: WrittenList }).nullish();
const WrittenContainer = z.object({
  name: z.string().nullish(),
  resources: WrittenResources,
  restartPolicy: z.string().nullish(),
});
const WrittenPodSpec = z.object({
  containers: z.array(WrittenContainer).nullish(),
  initContainers: z.array(WrittenContainer).nullish(),
  overhead: WrittenList,
  resources: WrittenResources,
});

type Path = readonly (string | number)[];

/** Reads quantities and gathers what is wrong with them, so that all of it is told in one go. */
class Reading {
  readonly problems: Problem[] = [];

  resources(written: z.output<typeof WrittenResources>, path: Path, owner: string): ContainerResources {
    return {
      requests: this.list(written?.requests, [...path, "requests"], owner),
      limits: this.list(written?.limits, [...path, "limits"], owner),
    };
  }

  list(written: z.output<typeof WrittenList>, path: Path, owner: string): ResourceList {
    const entries = Object.entries(written ?? {}).map(
      ([name, value]) => [name, this.quantity(value, [...path, name], owner)] as const,
    );
    return new Map(entries);
  }

  private quantity(written: string | number | null, path: Path, owner: string): Quantity {
    // As in JSON to the API server: null is zero, and space around a quantity is taken off.
    const text = String(written ?? 0).trim();
    const reading = readQuantity(text);
    if (reading.ok) return reading.quantity;
    const near = nearestQuantities(text).map((one) => `"${one}"`);
    this.problems.push({
      path,
      found: `${shown(written)} in ${owner}`,
      expected: "a Kubernetes quantity",
      fix: near.length > 0 ? `write ${near.join(" or ")}` : 'write for example "500m" or "2Gi"',
    });
    return { nano: 0n, format: "DecimalSI" };
  }
}

/**
 * Reads a pod's `spec`, as in a manifest or from `kubectl get pods -o json`; what it says beside resources is ignored.
 * @param subject what the spec belongs to, for messages
 * @throws InputError with every quantity that is none, naming its container
 * @see https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/
 */
export function readPodSpec(spec: unknown, subject = "pod"): PodSpec {
  const written = readWith(WrittenPodSpec, spec, subject);
  const reading = new Reading();
  const containersOf = (list: "containers" | "initContainers") =>
    (written[list] ?? []).map((container, index) => ({
      ...reading.resources(
        container.resources,
        [list, index, "resources"],
        `container ${shown(container.name ?? index)}`,
      ),
      isRestartable: container.restartPolicy === "Always",
    }));
  const result: PodSpec = {
    containers: containersOf("containers"),
    initContainers: containersOf("initContainers"),
    overhead: reading.list(written.overhead, ["overhead"], "the overhead"),
    podLevel:
      written.resources === null || written.resources === undefined
        ? null
        : reading.resources(written.resources, ["resources"], "the pod's own resources"),
  };
  if (reading.problems.length > 0) throw new InputError(subject, reading.problems);
  return result;
}
