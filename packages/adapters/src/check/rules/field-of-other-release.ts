import type { Problem } from "@nkp-planner/core";
import { FIRST_WITH_KONNECTOR } from "../../emit/cluster-api/secrets.ts";
import { FIRST_WITH_NKP_CLUSTER, isFrom } from "../../emit/site/platform-words.ts";
import { NO_OPTIONS } from "../../formats/options.ts";
import { at, textAt } from "../../read/objects/read-fields.ts";
import { defineCheckRule } from "../check-rule.ts";
import { TABLES_UNTIL } from "../release/field-tables.ts";
import { unknownFieldsIn } from "../release/unknown-fields.ts";
import type { Checked, CheckedObject } from "../subject/checked.ts";
import { isNkpCluster } from "../subject/pruned-clusters.ts";
import { isOlder, minorOf, minorsBehind, plannedNkpVersion } from "../subject/versions.ts";

const WITH_NKP_CLUSTER = FIRST_WITH_NKP_CLUSTER.join(".");

/** Declared clusters of a kind, or with a field, that their release does not have. */
export const fieldOfOtherRelease = defineCheckRule({
  id: "field-of-other-release",
  title: "An object or field of another release",
  severity: "error",
  summary:
    "Looks up the kind of each declared cluster, the fields of its topology, and those of NKP's variables for Nutanix, in what its release has.",
  why: "The API server drops a field of a topology that it does not know, without a word, and refuses kinds and variables that it does not know. What comes of the file is then not what it says: a taint that is dropped leaves a pool open.",
  fix: "Write it as the release has it, or leave it out. nkp-planner emit writes clusters for the fleet's release.",
  sources: [
    "Nutanix Kubernetes Platform 2.18 Release Notes",
    "Nutanix Kubernetes Platform Guide 2.18, Upgrade NKP with GitOps-Managed Workload Clusters",
    "kubernetes-sigs/cluster-api v1.12.11, config/crd/bases/cluster.x-k8s.io_clusters.yaml",
    "nutanix-cloud-native/cluster-api-runtime-extensions-nutanix at a3310a60, api/v1alpha1/crds",
  ],
  thresholds: NO_OPTIONS,
  statements: {
    "kind-later": "{object}: NKP has this kind from {since} on, and the fleet is on {release}.",
    "kind-earlier":
      "{object}: from NKP {since} on a cluster is kept as NKPCluster, and changes of the topology of its Cluster are refused.",
    "field-later": "{object}: {path} is there from NKP {since} on, and the cluster is on {release}.",
    "field-none": "{object}: {path} is no field of {schema}.",
    "field-unknown":
      "{object}: {path} is no field of {schema} up to NKP {until}, and whether {release} has it is not known.",
  },
  *judge(checked, say) {
    const release = plannedNkpVersion(checked);
    for (const object of checked.objects) {
      const topology = topologyPath(object);
      if (topology === null) continue;
      const own = classVersion(object, topology) ?? release;
      const words = { object: `${object.kind} ${object.name}`, release: own };
      const ofKind = kindState(checked, object, own, release);
      if (ofKind !== null)
        yield say.fail(object.about(["kind"], "kind"), ofKind, { ...words, since: WITH_NKP_CLUSTER, release });
      const late = isFrom(own, FIRST_WITH_KONNECTOR) ? [] : konnectorPaths(object, topology);
      for (const path of late) {
        const said = { ...words, path: path.join("."), since: FIRST_WITH_KONNECTOR.join(".") };
        yield say.fail(object.about(path, said.path), "field-later", said);
      }
      const isKnown = (minorsBehind(minorOf(own), TABLES_UNTIL) ?? -1) >= 0;
      const unknown = unknownFieldsIn(object.data, topology, apiVersionOf(object));
      for (const { path, of } of unknown) {
        const said = { ...words, path: path.join("."), schema: of };
        const about = object.about(path, said.path);
        if (isKnown) yield say.fail(about, "field-none", said);
        else yield say.unknown(about, "field-unknown", { ...said, until: TABLES_UNTIL });
      }
      if (ofKind === null && late.length + unknown.length === 0) yield say.pass(object.about());
    }
  },
});

/** Where the topology of a declared cluster stands; null: it has none. */
function topologyPath(object: CheckedObject): readonly string[] | null {
  const isCluster = object.group === "cluster.x-k8s.io" && object.kind === "Cluster";
  const path = isNkpCluster(object) ? ["spec", "capiCluster", "topology"] : ["spec", "topology"];
  return (isCluster || isNkpCluster(object)) && (at(object.data, ...path) ?? null) !== null ? path : null;
}

/** An NKPCluster keeps what it wraps in the form of v1beta2. */
function apiVersionOf(object: CheckedObject): string {
  return isNkpCluster(object) ? "v1beta2" : textAt(object.data, "apiVersion").replace(/^.*\//, "");
}

/** The class decides which variables there are. */
function classVersion({ data }: CheckedObject, topology: readonly string[]): string | undefined {
  const named = textAt(data, ...topology, "class") || textAt(data, ...topology, "classRef", "name");
  return /^nkp-[a-z]+-v(\d+\.\d+\.\d+)/.exec(named)?.[1];
}

/**
 * Whether a cluster is of a kind that its release does not have. One that another cluster manages is of the fleet's
 * release in this, whatever it runs itself; what the API server printed is no file that somebody keeps.
 */
function kindState(
  { clusters }: Checked,
  object: CheckedObject,
  own: string,
  release: string,
): "kind-later" | "kind-earlier" | null {
  if (isNkpCluster(object)) return isOlder(release, `${WITH_NKP_CLUSTER}.0`) ? "kind-later" : null;
  if (textAt(object.data, "metadata", "uid") !== "") return null;
  const cluster = clusters.find((one) => one.partOf("whole").object.data === object.data);
  const ruling = cluster?.planned?.role === "attached" ? release : own;
  return isFrom(ruling, FIRST_WITH_NKP_CLUSTER) ? "kind-earlier" : null;
}

/** Where the variables of a cluster have what comes with Konnector. */
function konnectorPaths({ data }: CheckedObject, topology: readonly string[]): readonly Problem["path"][] {
  const variables = at(data, ...topology, "variables");
  return (Array.isArray(variables) ? variables : []).flatMap((variable, index) =>
    at(variable, "value", "addons", "konnectorAgent") === undefined
      ? []
      : [[...topology, "variables", index, "value", "addons", "konnectorAgent"]],
  );
}
