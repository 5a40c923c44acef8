import * as z from "zod";
import { workloadKindOf } from "../../read/kubernetes-objects/workload-kinds.ts";
import { at, listAt, textAt } from "../../read/objects/read-fields.ts";
import { defineCheckRule } from "../check-rule.ts";
import type { CheckedObject } from "../subject/checked.ts";
import { plannedPools } from "../subject/planned-pools.ts";
import { podsAdmitted } from "../subject/pods-admitted.ts";

/** What NKP installs itself, and what operators of the cluster are. */
const PLATFORM_NAMESPACE = /^(kube-system|kommander(-.*)?|cert-manager|node-feature-discovery|.*-system)$/;

/** Workloads of others that may run on the platform pool. */
export const platformShared = defineCheckRule({
  id: "platform-shared",
  title: "The platform pool is shared",
  severity: "warning",
  summary:
    "Looks at the workloads of the files for those that tolerate the taint of a planned platform pool by its key and may be scheduled there, outside of the platform's own namespaces.",
  why: "The platform pool is counted for the platform alone. What else runs there takes its room, so that after the loss of a node the platform's own pods may find none.",
  fix: "Remove the toleration, or name the namespace under platformNamespaces in the policy where the workload belongs to the platform.",
  sources: ["https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/"],
  thresholds: z.strictObject({
    platformNamespaces: z
      .array(z.string().min(1).max(253))
      .default([])
      .meta({
        description:
          "Namespaces whose workloads belong to the platform, beside kube-system, cert-manager, node-feature-discovery, kommander and what begins with it, and all that end in -system.",
        examples: [["monitoring"]],
      }),
  }),
  statements: {
    shared: "{object} tolerates the taint of pool {pool} of {cluster}, and may run there.",
    "may-share":
      "{object} tolerates the taint of pool {pool} of {cluster}; whether its nodeAffinity lets it run there is not known.",
  },
  *judge(checked, say, { platformNamespaces }) {
    const [platform] = [...plannedPools(checked)].filter(({ pool }) => pool.planned.role === "platform");
    if (platform === undefined) return;
    for (const object of checked.objects) {
      const kind = workloadKindOf(object);
      if (kind === undefined || isMadeByOther(object)) continue;
      const namespace = textAt(object.data, "metadata", "namespace");
      const isOwn = PLATFORM_NAMESPACE.test(namespace) || platformNamespaces.includes(namespace);
      const admitted = isOwn ? null : podsAdmitted(at(object.data, ...kind.podSpec), platform.pool.planned);
      if (admitted === null) {
        yield say.pass(object.about());
        continue;
      }
      const about = object.about([...kind.podSpec, "tolerations", admitted.tolerationIndex], `namespace ${namespace}`);
      const words = {
        object: `${object.kind} ${object.name}`,
        ...{ pool: platform.pool.planned.name, cluster: platform.planned.name },
      };
      yield admitted.hasAffinity ? say.unknown(about, "may-share", words) : say.fail(about, "shared", words);
    }
  },
});

/** A Pod of a ReplicaSet says again what its Deployment does. */
function isMadeByOther({ kind, data }: CheckedObject): boolean {
  return /^(Pod|ReplicaSet|Job)$/.test(kind) && listAt(data, "metadata", "ownerReferences").length > 0;
}
