import type { UpgradePolicy } from "./upgrade-policy.ts";

/** A part of an upgrade of a plane and the clusters under it. */
export type UpgradeStage = "kommander" | "workspace-applications" | "management-cluster" | "managed-clusters";

/** The order of the stages: as the vendor's guide has it, and as a field guide has it. */
export const STAGES: Readonly<Record<UpgradePolicy["order"], readonly UpgradeStage[]>> = {
  vendor: ["kommander", "workspace-applications", "management-cluster", "managed-clusters"],
  "field-guide": ["kommander", "management-cluster", "workspace-applications", "managed-clusters"],
};
