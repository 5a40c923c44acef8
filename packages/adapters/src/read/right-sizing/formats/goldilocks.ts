import { shown } from "@nkp-planner/core";
import { isRecord } from "../../objects/objects.ts";
import { at, textAt } from "../../objects/read-fields.ts";
import type { StreamDocument } from "../../objects/yaml-stream.ts";
import { namesInWords } from "../../workloads/names-in-words.ts";
import { orElse, sizesOf } from "../amounts.ts";
import { type Sized, titleOf, UNKNOWN } from "../sized.ts";
import { type DocumentFormat, refusal } from "../sizing-format.ts";
import { boundedOf } from "../vpa/bounded.ts";

/** What `goldilocks summary` prints. @see https://github.com/FairwindsOps/goldilocks */
export const goldilocks: DocumentFormat = {
  id: "goldilocks",
  tool: "Goldilocks",
  title: "Goldilocks",
  usual: "recommendation",
  hasLimits: true,
  of: "documents",
  isIn: (head) => /^\s*\{\s*"Namespaces"\s*:\s*\{/.test(head),
  read(documents) {
    const document = documents.find(({ data }) => isRecord(at(data, "Namespaces")));
    const capped: string[] = [];
    const all = document === undefined ? [] : sizedIn(document, capped);
    if (all.length === 0)
      return refusal("no workloads", "namespaces with workloads", "label namespaces for Goldilocks, and run it again");
    return {
      entries: "containers",
      all,
      excluded: [],
      problems: [],
      confidence: [],
      notices:
        capped.length === 0
          ? []
          : [
              `Are capped: a policy keeps the target from what would be recommended otherwise. ${namesInWords(capped)}.`,
            ],
    };
  },
};

function sizedIn({ data, placeOf }: StreamDocument, capped: string[]): readonly Sized[] {
  return entriesAt(data, "Namespaces").flatMap(([namespace, inNamespace]) =>
    // Older ones know Deployments alone.
    (["workloads", "deployments"] as const).flatMap((list) =>
      entriesAt(inNamespace, list).flatMap(([name, workload]): readonly Sized[] => {
        const path = ["Namespaces", namespace, list, name];
        const named = {
          cluster: "",
          namespace: textAt(inNamespace, "namespace") || namespace,
          kind: textAt(workload, "controllerType") || (list === "deployments" ? "Deployment" : ""),
          workload: textAt(workload, "controllerName") || textAt(workload, "deploymentName") || name,
        };
        const shared = {
          ...named,
          podKey: [named.kind, namespace, list, name].join("\n"),
          podCount: null,
          ...{ isSum: false, isInit: false, entryCount: 1 },
        };
        const containers = entriesAt(workload, "containers");
        if (containers.length === 0)
          return [
            {
              ...shared,
              container: "",
              sizes: { requests: UNKNOWN, recommendation: UNKNOWN, usage: UNKNOWN },
              bounds: null,
              hint: isRecord(workload) ? "it has no containers" : shown(workload),
              problems: [],
              placeOf: () => placeOf(path),
            },
          ];
        return containers.map(([key, one]) => {
          const here = [...path, "containers", key];
          const container = textAt(one, "containerName") || key;
          const of = `${titleOf(named)}, container ${container}`;
          const placed = (where: readonly string[]) => placeOf([...here, ...where]);
          const { target, bounds, isCapped, problems } = boundedOf(one, of, placed);
          if (isCapped) capped.push(`${titleOf(named)} (${container})`);
          const read = (which: string) =>
            sizesOf(at(one, which, "cpu"), at(one, which, "memory"), of, (resource) => placed([which, resource]));
          const [requests, limits] = [read("requests"), read("limits")];
          return {
            ...shared,
            container,
            sizes: {
              requests: orElse(requests.sizes, limits.sizes),
              recommendation: target.sizes,
              usage: UNKNOWN,
            },
            bounds,
            hint: target.hint,
            problems: [...problems, ...requests.problems, ...limits.problems],
            placeOf: () => placeOf(here),
          };
        });
      }),
    ),
  );
}

function entriesAt(data: unknown, key: string): readonly (readonly [string, unknown])[] {
  const map = at(data, key);
  return isRecord(map) ? Object.entries(map) : [];
}
