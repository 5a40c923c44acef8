import { findingOf } from "../../base/findings/finding.ts";
import { count, list, named, text } from "./figures.ts";
import { definePlanRule, type JudgedPlan } from "./rule.ts";

const ID = "kinds-assumed";

/** Editions in a role of which no source says what such clusters run, or how small they may be. */
export const kindsAssumed = definePlanRule({
  id: ID,
  title: "Kinds of clusters are described",
  judge: ({ clusters, context: { catalog } }) => {
    const isUsed = (editions: readonly string[], role: string) =>
      clusters.some((cluster) => cluster.role === role && editions.includes(cluster.edition));
    const { release, nodeMinimums } = catalog;
    const sets = release.defaultSets.filter(
      ({ confidence, edition, role }) => confidence === "assumption" && isUsed([edition], role),
    );
    const minimums = nodeMinimums.filter(
      ({ confidence, editions, role }) => confidence === "assumption" && isUsed(editions, role),
    );
    const planes = clusters.filter(({ edition, role }) => edition === "starter" && role === "management");
    return [...planes.map(ofPlane), ...sets.map(ofDefaults), ...minimums.map(ofMinimum)];
  },
});

function ofPlane({ name, managedClusterCount }: JudgedPlan["clusters"][number]) {
  const figures = { cluster: named(name), managed: count(managedClusterCount, "clusters") };
  const evidence = { confidence: "unknown", sources: [] } as const;
  return findingOf(ID, "starter-plane-unsaid", { figures, subject: { in: "plan", clusterName: name }, evidence });
}

type Catalog = JudgedPlan["context"]["catalog"];

function ofDefaults({
  edition,
  role,
  applications,
  confidence,
  sources,
  note,
}: Catalog["release"]["defaultSets"][number]) {
  const figures = { kind: text(`${edition} ${role}`), applications: list(applications) };
  return findingOf(ID, "defaults-assumed", { figures, evidence: { confidence, sources, note } });
}

function ofMinimum({ editions, role, worker, confidence, sources, note }: Catalog["nodeMinimums"][number]) {
  const figures = {
    kind: text(`${editions.join(" or ")} ${role}`),
    workers: count(worker.count, "workers"),
    shape: text(`${worker.vcpu} vCPU and ${worker.memoryGiB} GiB`),
  };
  return findingOf(ID, "minimum-assumed", { figures, evidence: { confidence, sources, note } });
}
