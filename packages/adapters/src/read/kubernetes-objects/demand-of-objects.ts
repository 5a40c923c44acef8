import type { Problem } from "@nkp-planner/core";
import type { LargeFile } from "../../text/large-file.ts";
import { nameOfFile, nameOfFiles } from "../../text/name-of-file.ts";
import { documentsOfFiles, withUnreadFiles } from "../objects/files-together.ts";
import { addTo } from "../objects/grouped.ts";
import { streamList } from "../objects/json-stream.ts";
import { withoutWarnings } from "../objects/kubectl-warnings.ts";
import { type ObjectAt, objectsIn } from "../objects/objects.ts";
import { REPEATED, withoutRepeated } from "../objects/repeated.ts";
import { readStream, type StreamDocument } from "../objects/yaml-stream.ts";
import type { Place } from "../read-result.ts";
import type { DecidedReadRequest, OpenedFile, ReadText } from "../reader.ts";
import { UNASSIGNED } from "../workloads/unassigned.ts";
import { claimKey, isClaim, madeByTemplates } from "./claims.ts";
import { type DemandOptions, type DemandWords, demandOptions } from "./demand-options.ts";
import { leftOutOf, notRendered } from "./left-out.ts";
import { noticesOf } from "./notices.ts";
import { namespaceOf } from "./owners.ts";
import { podDemands } from "./pod-demand.ts";
import { slimmer } from "./slimmed.ts";
import { tenantKeysOf } from "./tenant-keys.ts";
import { tenantsOf } from "./tenants-of.ts";
import { type WorkloadKind, workloadKindOf } from "./workload-kinds.ts";
import { type FoundWorkload, workloadOf } from "./workload-of.ts";

/** What the pods of a cluster's objects ask for, as tenants. */
export function read(text: string, { options: words, fileName }: DecidedReadRequest<DemandWords>): ReadText {
  const options = demandOptions(words);
  const documents = documentsOf(text);
  if ("problems" in documents) return documents;
  return demandOf(documents, options, options.tenant ?? nameOfFile(fileName));
}

/** The same of several files: an object of one is owned by that of another, and nothing is counted twice. */
export async function readTogether(
  files: readonly (OpenedFile | LargeFile)[],
  { options: words }: DecidedReadRequest<DemandWords>,
): Promise<ReadText> {
  const options = demandOptions(words);
  const slim = slimmer();
  const { documents, problems } = await documentsOfFiles(files, documentsOf, (file) => streamList(file, slim));
  if (documents.length === 0 && problems.length > 0) return { data: null, problems };
  const made = demandOf(documents, options, options.tenant ?? nameOfFiles(files.map(({ name }) => name)));
  return withUnreadFiles(made, problems);
}

function documentsOf(text: string): readonly StreamDocument[] | ReadText {
  const read = readStream(withoutWarnings(text));
  return "problems" in read && /\{\{-?\s/.test(text)
    ? nothing("a template, which is not rendered", "write what helm template prints")
    : read;
}

function demandOf(documents: readonly StreamDocument[], options: DemandOptions, only: string): ReadText {
  const { objects: all, problems: strange } = objectsIn(documents);
  const { objects, repeated } = withoutRepeated(all);
  const claims = new Map(objects.filter(isClaim).map((one) => [claimKey(namespaceOf(one), one.name), one]));
  const reasonOf = leftOutOf(objects, options);
  const demandOfSpec = podDemands(options.defaults);
  const excluded = new Map<string, ObjectAt[]>(repeated.length === 0 ? [] : [[REPEATED, [...repeated]]]);
  const found: FoundWorkload[] = [];
  const problems: Problem[] = [...strange];
  let unreadableCount = strange.length;
  for (const object of objects.filter((one) => !isClaim(one))) {
    const reason = notRendered(object) === undefined ? reasonOf(object) : undefined;
    if (reason !== undefined) {
      addTo(excluded, reason, object);
      continue;
    }
    const template = notRendered(object);
    const read =
      template === undefined
        ? workloadOf(object, workloadKindOf(object) as WorkloadKind, claims, demandOfSpec)
        : { problems: [template] };
    if ("problems" in read) {
      problems.push(...read.problems);
      unreadableCount += 1;
    } else found.push(read);
  }
  const mounted = new Set(found.flatMap(({ claimed }) => claimed.claimKeys));
  const isMade = madeByTemplates(objects);
  for (const [key, claim] of claims) {
    if (mounted.has(key)) continue;
    const reason = isMade(claim)
      ? "claims counted with their StatefulSet"
      : "claims that no counted workload of the file mounts";
    addTo(excluded, reason, claim);
  }
  const excludedCount = [...excluded.values()].reduce((sum, all) => sum + all.length, 0);
  if (all.length === 0 && strange.length === 0) return nothing("no objects");
  if (found.length === 0 && unreadableCount === 0)
    return nothing(`nothing that runs pods among ${excludedCount} objects: ${[...excluded.keys()].join("; ")}`);
  const tenants = tenantsOf(found, options.tenantBy, only);
  return {
    data: found.length === 0 ? null : tenants.map(({ tenant }) => tenant),
    problems,
    notices: noticesOf(
      found,
      excluded,
      options,
      tenants.some(({ tenant }) => tenant.name === UNASSIGNED),
    ),
    report: {
      entries: "objects",
      foundCount: all.length + strange.length,
      usedCount: found.length + mounted.size,
      excluded: [...excluded].map(([reason, all]) => ({ count: all.length, reason })),
      unreadableCount,
    },
    tenantKeys: tenantKeysOf(found),
    basis: basisOf(options),
    placeOf: ([tenantIndex, list, index]) => {
      const tenant = tenants[Number(tenantIndex)];
      const { object } =
        (tenant?.workloads[list === "workloads" ? Number(index) : 0] ?? tenant?.workloads[0])?.first ?? {};
      return object === undefined ? START : object.placeOf(object.path);
    },
  };
}

function basisOf({ defaults }: DemandOptions): string {
  if (defaults === undefined) return "requests of pods";
  return `requests of pods, ${defaults.cpu}/${defaults.memory} for a container that states none`;
}

const START: Place = { line: 1, column: 1 };

const KUBECTL = "write them with kubectl get deployments,statefulsets,daemonsets,persistentvolumeclaims -A -o yaml";

function nothing(found: string, fix = KUBECTL): ReadText {
  const problem: Problem = {
    code: "wrong-kind",
    path: [],
    found,
    expected: "Deployments, StatefulSets, DaemonSets or Pods",
    fix,
    ...START,
  };
  return { data: null, problems: [problem], report: { foundCount: 1, usedCount: 0, excluded: [], unreadableCount: 1 } };
}
