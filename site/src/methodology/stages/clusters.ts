import { numberText } from "@nkp-planner/core";
import { comparison } from "../../reference/example.ts";
import { defineStage } from "../stage.ts";

export const clusters = defineStage({
  id: "clusters",
  title: "Clusters of a model",
  lead: "Which clusters exist, in which role and edition, and who lives in them: the only thing in which operating models differ.",
  text: [
    "A model is a name and a layout. It knows no sizes and no prices; from here on every model takes the same road, so that what differs at the end comes from the layout alone.",
    "A cluster is self-managed (it manages itself and carries workloads), attached (a management cluster looks after it) or management. The role decides what the platform runs on it, how far it may lag behind, and who shares its cost.",
    "Where tenants get agents for monitoring, logging and backup, a model without a management cluster needs a stack for them to report to: the provider's own cluster, listed as central services.",
    "One management cluster looks after any number of clusters, and the plan says where that is more than others have seen. With a limit of your own, the fleet gets management clusters alike in size, and clusters are dealt out evenly in the order of their names.",
  ],
  formula: [
    "clusters = layout of the model (tenants), + 1 for central services where agents have nothing to report to",
    "management clusters = attached clusters ÷ most clusters of one, rounded up; 1 where no limit is set",
  ],
  terms: [
    ["attached", "looked after by a management cluster, and upgraded after it"],
    ["self-managed", "one cluster that manages itself and carries workloads"],
  ],
  example: "The example fleet's tenants, laid out by each model.",
  tables: [
    {
      label: "Clusters of the example fleet, by model and role",
      columns: [
        { title: "Model" },
        { title: "Management", isNumber: true },
        { title: "Attached", isNumber: true },
        { title: "Self-managed", isNumber: true },
        { title: "Of these, for no tenant", isNumber: true },
      ],
      rows: comparison.plans.map(({ model, clusters: all }) => [
        model.title,
        ...(["management", "attached", "self-managed"] as const).map((role) =>
          numberText(all.filter((cluster) => cluster.role === role).length),
        ),
        numberText(all.filter(({ tenantIds }) => tenantIds.length === 0).length),
      ]),
    },
  ],
  figures: comparison.plans.map((plan) => ({ plan, id: "clusterCount" })),
  choices: ["tenant-services", "clusters-per-plane"],
  code: [
    "packages/core/src/models/operating-model.ts",
    "packages/core/src/models/index.ts",
    "packages/core/src/models/planes.ts",
    "packages/core/src/models/central-services.ts",
  ],
});
