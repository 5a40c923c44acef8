/** What a fleet file calls it. */
export type PlannedKind = "Deployment" | "StatefulSet" | "DaemonSet" | "Job";

const KINDS: Readonly<Record<string, PlannedKind>> = {
  daemonset: "DaemonSet",
  statefulset: "StatefulSet",
  strimzipodset: "StatefulSet",
  job: "Job",
  cronjob: "Job",
  groupedjob: "Job",
};

/** What a kind is planned as, however its letters are written; pods of any other maker are a Deployment's. */
export function plannedKind(kind: string): PlannedKind {
  const key = kind.toLowerCase();
  return Object.hasOwn(KINDS, key) ? (KINDS[key] as PlannedKind) : "Deployment";
}
