import type { Problem } from "@nkp-planner/core";
import { isLarge, type LargeFile } from "../../text/large-file.ts";
import { nameOfFile, nameOfFiles } from "../../text/name-of-file.ts";
import { documentsOfFiles, withUnreadFiles } from "../objects/files-together.ts";
import { streamList } from "../objects/json-stream.ts";
import { withoutWarnings } from "../objects/kubectl-warnings.ts";
import { objectsIn } from "../objects/objects.ts";
import { putTogether } from "../objects/put-together.ts";
import { readStream, type StreamDocument } from "../objects/yaml-stream.ts";
import type { DecidedReadRequest, OpenedFile, ReadText } from "../reader.ts";
import { poolsCounted, tenantsOfShapes } from "./demand-of-shapes.ts";
import { noWorkers } from "./no-workers.ts";
import { readNodeTable } from "./node-table.ts";
import { isNodeTable } from "./node-table-heads.ts";
import { shapeNotices } from "./shape-notices.ts";
import { type ShapeOptions, type ShapeWords, shapeBasis, shapeOptions } from "./shape-options.ts";
import { shapesOfObjects } from "./shapes-of-objects.ts";

/** Clusters of a text, and the tenants that their worker nodes can hold. */
export function read(text: string, { options: words, fileName }: DecidedReadRequest<ShapeWords>): ReadText {
  const options = shapeOptions(words);
  const stem = nameOfFile(fileName);
  if (isNodeTable(text)) return readNodeTable(text, options, stem);
  const documents = documentsOf(text);
  return "problems" in documents ? documents : readShapeDocuments(documents, options, stem);
}

/** The same of several files: a control plane of one and workers of another are one cluster. */
export async function readTogether(
  files: readonly (OpenedFile | LargeFile)[],
  { options: words }: DecidedReadRequest<ShapeWords>,
): Promise<ReadText> {
  const options = shapeOptions(words);
  const isTable = (file: OpenedFile | LargeFile): file is OpenedFile => !isLarge(file) && isNodeTable(file.text ?? "");
  const tables = files.filter(isTable).map(({ name, text }) => {
    const table = readNodeTable(text ?? "", options, nameOfFile(name));
    return { ...table, problems: table.problems.map((problem) => ({ ...problem, file: name })) };
  });
  const others = files.filter((file) => !isTable(file));
  const { documents, problems } = await documentsOfFiles(others, documentsOf, async (file) =>
    streamList(file, (entry) => entry),
  );
  if (documents.length === 0)
    return tables.length === 0 ? { data: null, problems } : withUnreadFiles(putTogether(tables), problems);
  const shapes = readShapeDocuments(documents, options, nameOfFiles(others.map(({ name }) => name)));
  return withUnreadFiles(tables.length === 0 ? shapes : putTogether([shapes, ...tables]), problems);
}

function documentsOf(text: string): readonly StreamDocument[] | ReadText {
  const documents = readStream(withoutWarnings(text));
  if (!("problems" in documents)) return documents;
  return /\{\{-?\s/.test(text) && documents.problems.length > 0
    ? nothing("a template, which is not rendered", "write what the tool makes of it, such as helm template")
    : documents;
}

/**
 * The same of documents that are parsed, which may be those of several files.
 *
 * @param stem the name of a cluster whose objects do not say it
 */
function readShapeDocuments(documents: readonly StreamDocument[], options: ShapeOptions, stem: string): ReadText {
  const { objects, problems: strange } = objectsIn(documents);
  const { clusters: found, ledger } = shapesOfObjects(objects, stem);
  const clusters = found.map(({ shape }) => shape);
  if (clusters.length === 0 && ledger.problems.length + strange.length === 0)
    return nothing(`no cluster and no node among ${objects.length} objects`);
  const pools = found.map((cluster) => ({ cluster, ...poolsCounted(cluster.shape, options) }));
  const counted = pools.flatMap((one) => one.counted);
  const leftOut = pools.flatMap((one) => one.leftOut);
  const without = pools.flatMap((one) => noWorkers(one.cluster, one, options));
  const tenants = tenantsOfShapes(counted, options);
  return {
    data: tenants.length === 0 ? null : tenants.map(({ tenant }) => tenant),
    clusters,
    problems: [...strange, ...ledger.problems, ...without],
    notices: shapeNotices({ clusters, counted, leftOut, ledger, options }),
    report: ledger.reportOf(objects, strange.length),
    basis: shapeBasis(options),
    placeOf: ([index]) => {
      const first = found.find(({ shape }) => shape === tenants[Number(index)]?.first)?.first;
      return first === undefined ? START : first.placeOf(first.path);
    },
  };
}

const START = { line: 1, column: 1 };

function nothing(
  found: string,
  fix = "write them with kubectl get nodes -o yaml, or give the manifests of the clusters",
): ReadText {
  const expected = "Clusters, MachineDeployments or Nodes";
  const problem: Problem = { code: "wrong-kind", path: [], found, expected, fix, ...START };
  return { data: null, problems: [problem], report: { foundCount: 1, usedCount: 0, excluded: [], unreadableCount: 1 } };
}
