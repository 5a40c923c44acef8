import type { Fact, FactSheet } from "@nkp-planner/core";
import type { Dataset, RawProvenance } from "./dataset.ts";
import type { Bibliography } from "./sources.ts";

/** The topics of the dataset that become fact sheets, with the title people see. */
const TOPICS: Readonly<Record<string, string>> = {
  licensing: "Licensing",
  versionPolicy: "Upgrade paths and support windows",
  upgrade: "Upgrade mechanics",
  konnector: "Konnector",
  prismCentral: "Prism Central",
  ahv: "AHV hosts",
  scaleLimits: "Scale limits",
  nodeDefaults: "Command defaults for nodes",
  minimums: "Documented minimums",
  priorityClasses: "Priority classes",
  editionRules: "Rules of the editions",
};

/**
 * What has no provenance of its own, with the reason it may be left out of the sheets.
 * Anything else without provenance stops the conversion: nothing is dropped in silence.
 */
const LEFT_OUT: Readonly<Record<string, string>> = {
  "licensing.licensedVcpuAtDocumentedMinimum": "recomputed from the minimums",
  "licensing.listPrices.currency": "null beside unknown prices",
  "licensing.listPrices.note": "kept in the list of unknowns",
  "upgrade.method": "said by the surge facts",
  "prismCentral.note": "kept on each size",
};

export function convertFacts(dataset: Dataset, bibliography: Bibliography): FactSheet[] {
  const sheets = Object.entries(TOPICS).map(([topic, title]): FactSheet => {
    const facts = factsOf(topic, dataset[topic], bibliography);
    const note = topicNote(dataset[topic]);
    return { id: kebab(topic), title, ...(note === undefined ? {} : { note }), facts };
  });
  const kubelet = (dataset.systemOverhead as unknown as Record<string, RawProvenance>)["kubelet"];
  const registry = (dataset.systemOverhead as unknown as Record<string, RawProvenance>)["airGappedInternalRegistry"];
  return [
    ...sheets,
    {
      id: "node-overhead",
      title: "Kubelet and node overhead",
      facts: [
        ...factsOf("kubelet", kubelet, bibliography),
        ...factsOf("airGappedInternalRegistry", registry, bibliography),
      ],
    },
    {
      id: "open-questions",
      title: "What was looked for and not found",
      facts: (dataset["openQuestions"] as string[]).map((value, index) => ({
        id: `question-${index + 1}`,
        value,
        confidence: "unknown" as const,
        sources: [],
      })),
    },
  ];
}

function factsOf(path: string, node: unknown, bibliography: Bibliography): Fact[] {
  if (path in LEFT_OUT) return [];
  if (Array.isArray(node))
    return node.flatMap((one, index) => factsOf(`${path}.${nameOf(one) ?? index + 1}`, one, bibliography));
  if (typeof node !== "object" || node === null)
    throw new Error(`${path} is ${JSON.stringify(node)} without a provenance.`);
  if (!("confidence" in node)) {
    return Object.entries(node).flatMap(([key, child]) => factsOf(`${path}.${key}`, child, bibliography));
  }
  const { source, confidence, note, value, ...rest } = node as unknown as RawProvenance & Record<string, unknown>;
  const nested = Object.entries(rest).filter(([, child]) => hasProvenance(child));
  const details = Object.fromEntries(Object.entries(rest).filter(([, child]) => !hasProvenance(child)));
  const provenance = bibliography.provenanceOf({ source, confidence, note } as RawProvenance);
  const isPlain = value === undefined;
  const own: Fact = {
    id: path.split(".").slice(1).map(kebab).join("/") || kebab(path),
    value: (isPlain ? details : value) as Fact["value"],
    ...(isPlain || Object.keys(details).length === 0 ? {} : { details: details as Fact["value"] }),
    ...provenance,
  };
  return [own, ...nested.flatMap(([key, child]) => factsOf(`${path}.${key}`, child, bibliography))];
}

function hasProvenance(value: unknown): boolean {
  return typeof value === "object" && value !== null && "confidence" in value;
}

/** The word a list entry is known by, where it has one. */
function nameOf(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const named = value as Record<string, unknown>;
  for (const key of ["name", "size", "scheme"]) if (typeof named[key] === "string") return named[key];
  return typeof named["rf"] === "number" ? `rf${named["rf"]}` : undefined;
}

function topicNote(node: unknown): string | undefined {
  const note = typeof node === "object" && node !== null ? Reflect.get(node, "note") : undefined;
  return typeof note === "string" ? note : undefined;
}

function kebab(text: string): string {
  return text
    .replaceAll("GiB", "Gib")
    .replaceAll(/([a-z0-9])([A-Z])/g, "$1-$2")
    .replaceAll(/[^A-Za-z0-9+]+/g, "-")
    .toLowerCase();
}
