import { findingOf } from "../../base/findings/finding.ts";
import { count, list, text } from "./figures.ts";
import { definePlanRule, type JudgedPlan } from "./rule.ts";

const ID = "kinds-assumed";

/** Editions in a role of which no source says what such clusters run, or how small they may be. */
export const kindsAssumed = definePlanRule({
  id: ID,
  title: "Clusters are of kinds that sources describe",
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
    return [...sets.map(ofDefaults), ...minimums.map(ofMinimum)];
  },
});

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
