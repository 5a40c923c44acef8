import type { KnownFormat } from "./known-format.ts";

const SIZES = "give an inventory of VMs, or what kubectl prints of workloads";

/** Every format that is known and not read. A new one is one entry here. */
export const knownFormats: readonly KnownFormat[] = [
  {
    title: "a bill in FOCUS, which says costs and no sizes",
    fix: SIZES,
    is: (head) => /^\uFEFF?[^\n]*\bBilledCost\b[^\n]*\bChargeCategory\b/.test(head),
  },
  {
    title: "a cost estimate of Infracost, which says costs and no sizes",
    fix: SIZES,
    is: (head) => isJson(head) && /"(infracostCommand|pastBreakdown|totalMonthlyCost)"\s*:/.test(head),
  },
  {
    title: "findings in SARIF, which say no sizes",
    fix: SIZES,
    is: (head) => isJson(head) && /"runs"\s*:/.test(head) && /"(driver|\$schema)"\s*:/.test(head),
  },
  {
    title: "results of tests (JUnit), which say no sizes",
    fix: SIZES,
    is: (head) => /^\uFEFF?\s*(<\?xml[^>]*\?>\s*)?(<!--[\s\S]*?-->\s*)?<testsuites?[\s>]/.test(head),
  },
  {
    title: "metrics as Prometheus scrapes them, of which no requests are read",
    fix: "give the answer to the query kube_pod_container_resource_requests as JSON",
    is: (head) => /^# (TYPE|HELP) [a-zA-Z_:][\w:]* /m.test(head),
  },
  {
    title: "a plan or a state of Terraform, which is not read",
    fix: SIZES,
    is: (head) => isJson(head) && /"terraform_version"\s*:/.test(head),
  },
  {
    title: "a Helm chart, which is not rendered",
    fix: "give what helm template prints",
    is: (head, name) => /(^|[\\/])Chart\.ya?ml$/i.test(name) && /^apiVersion:\s*["']?v[12]/m.test(head),
  },
  {
    title: "a kustomization, which is not rendered",
    fix: "give what kustomize build prints",
    is: (head, name) =>
      /(^|[\\/])kustomization\.ya?ml$/i.test(name) &&
      /^(resources|bases|components|patches\w*|generators):/m.test(head),
  },
  {
    title: "a document of PDF",
    fix: "give the file that it was printed from",
    is: (head) => head.startsWith("%PDF-"),
  },
];

function isJson(head: string): boolean {
  return /^\uFEFF?\s*[{[]/.test(head);
}
