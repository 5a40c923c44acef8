import { isRecord } from "../objects/objects.ts";
import { at, listAt, textAt } from "../objects/read-fields.ts";

type Fields = Readonly<Record<string, unknown>>;

const METADATA = ["name", "generateName", "namespace", "uid", "labels", "annotations", "ownerReferences"];
const POD = ["overhead", "resources", "affinity", "nodeSelector", "topologySpreadConstraints"];
const SPEC = ["replicas", "parallelism", "instances", "size", "volumeClaimTemplates", "resources", "storageClassName"];
const CONTAINER = ["name", "restartPolicy", "resources"];
const STATUS = ["name", "allocatedResources", "resources"];
const LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

/** Fields that are kept beside those of demand. */
export interface AlsoKept {
  readonly container: readonly string[];
  readonly status: readonly string[];
}

const NOTHING_MORE: AlsoKept = { container: [], status: [] };

/** Makes of an object what its demand is read from, and of parts that are alike one: a large list stays small. */
export function slimmer(also: AlsoKept = NOTHING_MORE): (entry: unknown) => unknown {
  const known = new Map<string, unknown>();
  const once = <Value>(value: Value): Value => {
    if (value === undefined) return value;
    const key = JSON.stringify(value);
    const there = known.get(key);
    if (there !== undefined) return there as Value;
    known.set(key, value);
    return value;
  };
  return (entry) => {
    if (!isRecord(entry)) return entry;
    const { metadata, spec, status, ...others } = entry;
    return {
      ...picked(others, ["apiVersion", "kind"]),
      metadata: isRecord(metadata) ? metadataOf(metadata, once) : metadata,
      spec: once(isRecord(spec) ? specOf(spec, also) : spec),
      status: once(isRecord(status) ? statusOf(status, also) : status),
    };
  };
}

function metadataOf(metadata: Fields, once: <Value>(value: Value) => Value): Fields {
  const { annotations, ...others } = picked(metadata, METADATA);
  const kept = isRecord(annotations)
    ? Object.fromEntries(Object.entries(annotations).filter(([key]) => key !== LAST_APPLIED))
    : annotations;
  return {
    ...others,
    labels: once(others["labels"]),
    ownerReferences: once(others["ownerReferences"]),
    annotations: once(kept),
  };
}

function specOf(spec: Fields, also: AlsoKept): Fields {
  if (Array.isArray(spec["containers"])) return podOf(spec, also);
  const { template, jobTemplate } = spec;
  const jobSpec = at(jobTemplate, "spec");
  return {
    ...picked(spec, SPEC),
    ...(template === undefined ? {} : { template: templateOf(template, also) }),
    ...(isRecord(jobSpec) ? { jobTemplate: { spec: specOf(jobSpec, also) } } : {}),
  };
}

function templateOf(template: unknown, also: AlsoKept): unknown {
  const [spec, metadata] = [at(template, "spec"), at(template, "metadata")];
  if (!isRecord(spec)) return template;
  return { ...(isRecord(metadata) ? { metadata: picked(metadata, METADATA) } : {}), spec: podOf(spec, also) };
}

/** Where a pod runs is not kept, only that it has a node. */
function podOf(spec: Fields, also: AlsoKept): Fields {
  const lists = (["containers", "initContainers"] as const).filter((list) => Array.isArray(spec[list]));
  const volumes = listAt(spec, "volumes").filter(
    (one) => at(one, "persistentVolumeClaim") !== undefined || at(one, "ephemeral") !== undefined,
  );
  return {
    ...picked(spec, POD),
    ...Object.fromEntries(
      lists.map((list) => [list, listAt(spec, list).map((one) => pickedOf(one, [...CONTAINER, ...also.container]))]),
    ),
    ...(volumes.length === 0 ? {} : { volumes }),
    ...(textAt(spec, "nodeName") === "" ? {} : { nodeName: "one" }),
  };
}

function statusOf(status: Fields, also: AlsoKept): Fields {
  const resized = (["containerStatuses", "initContainerStatuses"] as const).flatMap((list) => {
    const all = listAt(status, list).filter(
      (one) => isRecord(at(one, "allocatedResources")) || isRecord(at(one, "resources")),
    );
    return all.length === 0 ? [] : [[list, all.map((one) => pickedOf(one, STATUS))] as const];
  });
  const conditions = listAt(status, "conditions").filter((one) => textAt(one, "type") === "PodResizePending");
  return {
    ...picked(status, ["phase", "completionTime", ...also.status]),
    ...Object.fromEntries(resized),
    ...(conditions.length === 0 ? {} : { conditions: conditions.map((one) => pickedOf(one, ["type", "reason"])) }),
  };
}

function pickedOf(value: unknown, keys: readonly string[]): unknown {
  return isRecord(value) ? picked(value, keys) : value;
}

function picked(fields: Fields, keys: readonly string[]): Fields {
  return Object.fromEntries(keys.flatMap((key) => (Object.hasOwn(fields, key) ? [[key, fields[key]] as const] : [])));
}
