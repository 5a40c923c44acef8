import { NO_OPTIONS } from "../formats/options.ts";
import { defineReader } from "./making/define-reader.ts";
import { LARGEST_TEXT_BYTES } from "./reader.ts";

/** What `kubectl get … -o yaml` or `-o json` prints of Releases, NKPClusters and UpgradePlans. */
export const nkpObjects = defineReader({
  id: "nkp-objects",
  title: "Releases, clusters and upgrades of an NKP management cluster (kubectl)",
  gives: "calendar",
  fileNames: [".yaml", ".yml", ".json"],
  options: NO_OPTIONS,
  example: {
    name: "nkp-objects.yaml",
    text: `apiVersion: v1
kind: List
items:
  - apiVersion: release.nkp.nutanix.com/v1alpha1
    kind: Release
    metadata: { name: nkp-2.18.0 }
    spec:
      version: 2.18.0
      supportedKubernetesVersions: [1.35.2, 1.34.3]
      timeline: { releaseDate: "2026-07-16T00:00:00Z" }
      upgradePaths: [{ fromVersion: 2.17.1 }]
      providerCompatibility: { prismCentral: [pc.7.5], aos: ["7.5"] }
  - apiVersion: clusters.nkp.nutanix.com/v1alpha1
    kind: NKPCluster
    metadata: { name: tenant-orchid, namespace: default }
    spec: { version: 2.17.1 }
    status: { platformVersion: 2.17.1 }
`,
  },
  capabilities: { syntax: "other", mostBytes: LARGEST_TEXT_BYTES },
  sniff: (head) => (isOfManagement(head) ? "sure" : "no"),
  load: async () => ({ read: (await import("./nkp-objects/calendar-facts.ts")).readCalendarFacts }),
});

/** Whether a text has objects that a management cluster keeps of releases, clusters and upgrades. */
export function isOfManagement(head: string): boolean {
  return /["\s]apiVersion"?\s*:\s*["']?(release|clusters|upgrade)\.nkp\.nutanix\.com\//.test(` ${head}`);
}
