import { InputError } from "@nkp-planner/core";
import { yamlDocuments } from "../../kubernetes/yaml-documents.ts";
import type { EmitWork } from "../adapter.ts";
import type { Emitted } from "../emitted-file.ts";
import { platformWords } from "../site/platform-words.ts";
import { siteFindings } from "../site/site-findings.ts";
import { siteOf } from "../site/site-of.ts";
import type { clusterApiOptions } from "./cluster-api-options.ts";
import { clusterFindings, kubeletFindings } from "./cluster-findings.ts";
import { clusterObject } from "./envelopes.ts";
import { kubeletProblems } from "./kubelet.ts";
import { clustersReadme } from "./readme.ts";

const ID = "cluster-api-yaml";

/** A folder for each cluster, and one text on what to do with them. */
export function emitClusters({ plan, options, findings }: EmitWork<typeof clusterApiOptions>): Emitted {
  const words = platformWords(plan, options.kubernetesVersion, ID);
  const { workspaceNamespace, prismCentral, apiVersion } = options;
  const refused = kubeletProblems(plan.kubelet);
  if (refused.length > 0) throw new InputError(ID, refused);
  const site = siteOf({ plan, options, words, workspaceNamespace, adapterId: ID });
  const context = { words, kubelet: plan.kubelet, prismCentral, options };
  const said = [
    ...siteFindings(site, words, ID),
    ...clusterFindings(site, options, ID),
    ...kubeletFindings(plan.kubelet, ID),
  ];
  return {
    files: [
      { path: "README.md", text: clustersReadme(site, words, [...findings, ...said]) },
      ...site.flatMap((one) => [
        { path: `${one.name}/cluster.yaml`, text: yamlDocuments([clusterObject(one, context, apiVersion)]) },
        { path: `${one.name}/kustomization.yaml`, text: yamlDocuments([KUSTOMIZATION]) },
      ]),
    ],
    findings: said,
  };
}

const KUSTOMIZATION = {
  apiVersion: "kustomize.config.k8s.io/v1beta1",
  kind: "Kustomization",
  resources: ["cluster.yaml"],
};
