import { yamlDocuments } from "../../kubernetes/yaml-documents.ts";
import type { ClusterToEmit } from "../plan-to-emit.ts";
import { kommanderApplications } from "./kommander-applications.ts";
import { comment } from "./shell-words.ts";

/**
 * What Kommander is to run on a cluster, for its installer.
 * @see "Nutanix Kubernetes Platform Guide", Installing Kommander: the form is published by examples only
 */
export function kommanderYaml(cluster: Pick<ClusterToEmit, "applications">): string {
  const { named, unnamed, unlicensed } = kommanderApplications(cluster);
  const told = (what: string, names: readonly string[]) =>
    names.length === 0 ? "" : comment(`${what}: ${names.join(", ")}.`);
  const comments = `${told("Counted in the plan, and not asked about by the installer", unnamed)}${told("Counted in the plan, and not in the licence", unlicensed)}`;
  const document = yamlDocuments([
    {
      apiVersion: "config.kommander.mesosphere.io/v1alpha1",
      kind: "Installation",
      clusterHostname: "",
      ageEncryptionSecretName: "sops-age",
      apps: Object.fromEntries(named.map(({ name, isEnabled }) => [name, { enabled: isEnabled }])),
    },
  ]);
  return `${comments}${document}`;
}
