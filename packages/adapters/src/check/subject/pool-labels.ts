import type { PoolShape } from "../../read/cluster-shapes/cluster-shape.ts";
import type { PartPlace } from "../../read/cluster-shapes/shape-places.ts";
import { isRecord } from "../../read/objects/objects.ts";
import { at, isUnresolved, listAt, textAt } from "../../read/objects/read-fields.ts";
import type { FilePlace } from "./about.ts";
import type { Checked, CheckedCluster } from "./checked.ts";

const TEMPLATE = ["spec", "template", "spec"] as const;

/** What the file of a cluster says of the labels of a pool. */
export interface PoolLabels {
  /** Those of the machines, of which Cluster API passes on some. */
  readonly machine: Readonly<Record<string, string>>;
  /** Those that the kubelet gives its node by itself. */
  readonly kubelet: Readonly<Record<string, string>>;
  /** Whether some tool is to put something in yet. */
  readonly isOpen: boolean;
  /** Where a label stands, or all of them. */
  placeOf(label?: string): FilePlace;
}

/** Labels of a pool that is declared as machines; null: of nodes that run, or of a provider that says them elsewhere. */
export function poolLabelsOf(
  { objects }: Pick<Checked, "objects">,
  cluster: CheckedCluster,
  pool: PoolShape,
): PoolLabels | null {
  const { source } = cluster.shape;
  if (source !== "topology" && source !== "cluster-api") return null;
  const { object, path } = labelPlace(cluster, pool);
  const reference = at(object.data, ...TEMPLATE, "bootstrap", "configRef");
  const [kind, name] = [textAt(reference, "kind"), textAt(reference, "name")];
  const config = kind === "" ? undefined : objects.find((one) => one.kind === kind && one.name === name);
  const registration = at(config?.data, ...TEMPLATE, "joinConfiguration", "nodeRegistration");
  const machine = at(object.data, ...path);
  const words = nodeLabelsText(registration);
  return {
    machine: textsOf(machine),
    kubelet: Object.fromEntries(words.split(",").map((word) => splitAt(word.trim(), "="))),
    isOpen: isUnresolved(words) || isUnresolved(machine) || Object.entries(textsOf(machine)).flat().some(isUnresolved),
    placeOf(label) {
      const {
        file = "",
        line,
        column,
      } = object.placeOf([...object.path, ...path, ...(label === undefined ? [] : [label])]);
      return { file, line, column };
    },
  };
}

/** Of a control plane the labels stand where its machines are told. */
function labelPlace(cluster: CheckedCluster, pool: PoolShape): PartPlace {
  if (pool !== cluster.shape.controlPlane) return cluster.partOf("labels", pool);
  const { object, path } = cluster.partOf("whole", pool);
  return { object, path: [...path, ...(path.length === 0 ? ["spec", "machineTemplate"] : []), "metadata", "labels"] };
}

/** Arguments of the kubelet are a map in v1beta1 and a list in v1beta2. */
function nodeLabelsText(registration: unknown): string {
  const name = "node-labels";
  const listed = listAt(registration, "kubeletExtraArgs").find((one) => at(one, "name") === name);
  return textAt(registration, "kubeletExtraArgs", name) || textAt(listed, "value");
}

function textsOf(labels: unknown): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(isRecord(labels) ? labels : {}).map(([key, value]) => [key, value === null ? "" : String(value)]),
  );
}

function splitAt(word: string, sign: string): readonly [string, string] {
  const index = word.indexOf(sign);
  return index < 0 ? [word, ""] : [word.slice(0, index), word.slice(index + 1)];
}
