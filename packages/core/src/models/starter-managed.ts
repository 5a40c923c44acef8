import { underOnePlane } from "./layouts.ts";
import { defineOperatingModel } from "./operating-model.ts";

/** One Starter management cluster, which creates and upgrades a Starter cluster for each tenant. */
export const starterManaged = defineOperatingModel({
  id: "starter-managed",
  title: "Starter, managed",
  phrase: "one Starter plane",
  summary:
    "One NKP Starter management cluster creates and upgrades a Starter cluster for every tenant. Starter has no view over a fleet, no workspaces, and attaches no cluster that is there already.",
  tone: "rose",
  layout: (tenants) => underOnePlane("starter", tenants),
});
