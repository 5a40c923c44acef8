import { NO_OPTIONS } from "../../formats/options.ts";
import type { ProblemAt } from "../../read/read-result.ts";
import { defineCheckRule } from "../check-rule.ts";
import type { About, FilePlace } from "../subject/about.ts";
import { declaresMachines, unresolvedIn } from "../subject/unresolved.ts";

/** What of the clusters of files cannot be read. */
export const machinesUnknown = defineCheckRule({
  id: "machines-unknown",
  title: "Machines that cannot be read",
  severity: "error",
  summary: "Says what of clusters and their machines the files do not say, or say in a form that nobody can read.",
  why: "Machines whose number or size is not known are counted as nothing by nobody: whether the cluster holds its pods is then not known.",
  fix: "Mend the place, or add the objects that say what is missing.",
  sources: [],
  thresholds: NO_OPTIONS,
  statements: { unread: "{found}, where {expected} is expected." },
  *judge({ clusters, objects, unread }, say) {
    const unresolved = new Set(
      objects.filter(declaresMachines).flatMap((one) => unresolvedIn(one).map(({ path }) => keyOf(one.at(...path)))),
    );
    for (const problem of unread) {
      const about = aboutProblem(problem);
      if (!unresolved.has(keyOf(about.place)))
        yield say.unknown(about, "unread", { found: problem.found, expected: problem.expected });
    }
    for (const cluster of clusters) {
      const isKnown = cluster.shape.pools.every(
        ({ cpuMillicores, memoryBytes }) => cpuMillicores !== null && memoryBytes !== null,
      );
      if (isKnown) yield say.pass(cluster.about("machine"));
    }
  },
});

function aboutProblem({ file = "", line = 1, column = 1, expected }: ProblemAt): About {
  return {
    what: `what is no ${expected}`,
    clusterName: null,
    poolName: null,
    place: { file, line, column },
  };
}

function keyOf({ file, line, column }: FilePlace): string {
  return `${file}:${line}:${column}`;
}
