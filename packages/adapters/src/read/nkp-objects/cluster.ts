import type { ClusterTold } from "@nkp-planner/core";
import type { Fields } from "./fields.ts";

/** What an NKPCluster says that it runs, or is to run; null: nothing. */
export function clusterOf(fields: Fields): ClusterTold | null {
  const name = fields.text("metadata", "name");
  const running = fields.version("status", "platformVersion");
  const wanted = fields.version("spec", "version");
  const isManagement = fields.text("status", "kommanderCoreVersion") !== null;
  const version = running ?? wanted;
  if (name === null || version === null) {
    fields.notices.push(`${fields.title} has ${name === null ? "no name" : "no version"} to go by: left out.`);
    return null;
  }
  if (running === null)
    fields.notices.push(`${fields.title} does not say what it runs: taken as ${version}, which it is to run.`);
  return { name, version, isManagement };
}
