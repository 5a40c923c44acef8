import { findingOf } from "../../base/findings/finding.ts";
import { list, named } from "./figures.ts";
import { definePlanRule } from "./rule.ts";

const ID = "shared-devices";

/** GPUs of clusters in which several tenants live, whose cost follows CPU and memory. */
export const sharedDevices = definePlanRule({
  id: ID,
  title: "It is said by what GPUs of shared clusters are divided",
  judge: ({ clusters }) =>
    clusters.flatMap(({ name, tenantIds, pools }) => {
      const names = new Set(pools.flatMap(({ shape }) => Object.keys(shape.extended ?? {})));
      if (names.size === 0 || tenantIds.length < 2) return [];
      const figures = { cluster: named(name), names: list([...names].sort()) };
      return [findingOf(ID, "devices-shared", { figures, subject: { in: "plan", clusterName: name } })];
    }),
});
