import { validate as daemonSet } from "kubernetes-models/_schemas/IoK8sApiAppsV1DaemonSet";
import { validate as deployment } from "kubernetes-models/_schemas/IoK8sApiAppsV1Deployment";
import { validate as statefulSet } from "kubernetes-models/_schemas/IoK8sApiAppsV1StatefulSet";
import { validate as job } from "kubernetes-models/_schemas/IoK8sApiBatchV1Job";
import { validate as configMap } from "kubernetes-models/_schemas/IoK8sApiCoreV1ConfigMap";
import { validate as limitRange } from "kubernetes-models/_schemas/IoK8sApiCoreV1LimitRange";
import { validate as namespace } from "kubernetes-models/_schemas/IoK8sApiCoreV1Namespace";
import { validate as node } from "kubernetes-models/_schemas/IoK8sApiCoreV1Node";
import { validate as persistentVolumeClaim } from "kubernetes-models/_schemas/IoK8sApiCoreV1PersistentVolumeClaim";
import { validate as pod } from "kubernetes-models/_schemas/IoK8sApiCoreV1Pod";
import { validate as resourceQuota } from "kubernetes-models/_schemas/IoK8sApiCoreV1ResourceQuota";
import { validate as service } from "kubernetes-models/_schemas/IoK8sApiCoreV1Service";
import { validate as role } from "kubernetes-models/_schemas/IoK8sApiRbacV1Role";
import { validate as roleBinding } from "kubernetes-models/_schemas/IoK8sApiRbacV1RoleBinding";
import { validate as priorityClass } from "kubernetes-models/_schemas/IoK8sApiSchedulingV1PriorityClass";

type Validate = ((data: unknown) => boolean) & {
  readonly errors?: readonly { instancePath: string; keyword: string; params: object }[];
};

const VALIDATORS: Readonly<Record<string, Validate>> = {
  "v1 Node": node,
  "v1 Namespace": namespace,
  "v1 Service": service,
  "v1 ConfigMap": configMap,
  "v1 PersistentVolumeClaim": persistentVolumeClaim,
  "v1 Pod": pod,
  "v1 ResourceQuota": resourceQuota,
  "v1 LimitRange": limitRange,
  "rbac.authorization.k8s.io/v1 Role": role,
  "rbac.authorization.k8s.io/v1 RoleBinding": roleBinding,
  "apps/v1 Deployment": deployment,
  "apps/v1 StatefulSet": statefulSet,
  "apps/v1 DaemonSet": daemonSet,
  "batch/v1 Job": job,
  "scheduling.k8s.io/v1 PriorityClass": priorityClass,
};

/** What Kubernetes' OpenAPI schemas find wrong with an object, fields they do not know included. */
export function schemaProblems(object: { readonly apiVersion?: unknown; readonly kind?: unknown }): readonly string[] {
  const validate = VALIDATORS[`${object.apiVersion} ${object.kind}`];
  if (validate === undefined) return [`no schema of ${object.apiVersion} ${object.kind}`];
  const unread = new Map<object, Set<string>>();
  const isValid = validate(watched(object, unread));
  const errors = isValid
    ? []
    : (validate.errors ?? []).map((one) => `${one.instancePath}: ${one.keyword} ${JSON.stringify(one.params)}`);
  return [...errors, ...[...unread.values()].flatMap((keys) => [...keys]).map((path) => `${path}: unknown field`)];
}

/**
 * The object, noting what is never looked at: the schemas let unknown fields pass, but do not read them, whereas
 * an API server with strict field validation refuses them.
 */
function watched<Value>(value: Value, unread: Map<object, Set<string>>, path = ""): Value {
  if (typeof value !== "object" || value === null) return value;
  const children = new Map(
    Object.entries(value).map(([key, child]) => [key, watched(child, unread, `${path}/${key}`)]),
  );
  const paths = new Set([...children.keys()].map((key) => `${path}/${key}`));
  unread.set(value, paths);
  return new Proxy(value, {
    get: (target, key) => {
      if (typeof key === "string") paths.delete(`${path}/${key}`);
      return typeof key === "string" && children.has(key) ? children.get(key) : Reflect.get(target, key);
    },
  });
}
