import { type Finding, type PlanPart, type Statements, statementOf } from "@nkp-planner/core";
import { type Words, wordFigures } from "../making/word-figures.ts";

/** What is to be known of files for Terraform. */
const TERRAFORM_TEXTS = {
  "quota-not-set": {
    kind: "method",
    text: "Quotas of projects are computed and printed, and set by nobody: the provider ignores them since 2.4.0.",
    help: "Set them in Prism Central, from the output project_quota.",
  },
  "claims-not-in-quota": {
    kind: "method",
    text: "The disks in project_quota are those of machines; volume claims come on top.",
  },
  "provider-of-day": {
    kind: "method",
    text: "The files name what the provider nutanix 2.4.2 had: whether it takes them is to be checked by terraform init and terraform validate.",
  },
  "hosts-counted-as-planned": {
    kind: "method",
    text: "Checks count hosts as the plan does: {vcpuPerCore} vCPU a core, {cores} cores and {memoryGiB} GiB of each for its controller VM, {cpu} of the vCPU and {memory} of the memory left filled, {spare} spare. Other machines on these hosts are not subtracted.",
  },
  "keep-out-of-pool": {
    kind: "choice",
    text: "Machines get {pool} in {subnet}: addresses of API servers and load balancers must lie outside.",
  },
  "only-first-made": {
    kind: "reading",
    text: "Of the subnets of {cluster}, {subnet} is made and {others} are looked up.",
  },
  "name-adapted": {
    kind: "reading",
    text: "Categories take 64 characters, no slash and no dollar sign at the start. Written otherwise there: {names}.",
  },
  "devices-not-checked": {
    kind: "unknown",
    text: "Whether the hosts have {devices}, which {clusters} need, is not checked.",
  },
} as const satisfies Statements;

/** One of them. */
export function terraformFinding(
  key: keyof typeof TERRAFORM_TEXTS & string,
  words: Words = {},
  subject: PlanPart = { in: "plan" },
): Finding {
  return statementOf(TERRAFORM_TEXTS, "terraform-json", key, { figures: wordFigures(words), subject });
}
