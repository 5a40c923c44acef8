import { type Adapter, adapters, clusterShapes, exampleOptions, planToEmit, textOf } from "@nkp-planner/adapters";
import { isInfeasible } from "@nkp-planner/core";
import { expect } from "vitest";
import { toyContext } from "../support/toy.ts";
import { everyPlanInTime, type Law } from "./plan-sample.ts";

const GIB = 2 ** 30;
const clusterApiYaml = adapters.find(({ id }) => id === "cluster-api-yaml") as Adapter;

/** What holds for the files of every plan. */
export const emitLaws: readonly Law[] = [
  everyPlanInTime("clusters, written and read by the reader of clusters, have the plan's pools", async ({ plan }) => {
    if (plan.clusters.length === 0 || isInfeasible(plan)) return;
    const made = planToEmit(plan);
    // The toy's release is one that nobody can write for.
    const isToy = made.release.version === toyContext().catalog.release.version;
    const emitted = isToy
      ? { ...made, release: { ...made.release, version: "2.17.1", kubernetesPatch: "1.34.3" } }
      : made;
    const { files } = await clusterApiYaml.emit({ plan: emitted, options: exampleOptions(clusterApiYaml, emitted) });
    const texts = files.filter(({ path }) => path.endsWith("/cluster.yaml")).map(textOf);
    for (const [index, { name, pools }] of emitted.clusters.entries()) {
      const bytes = new TextEncoder().encode(texts[index] ?? "");
      const { clusters = [] } = await clusterShapes.read({ name: "cluster.yaml", bytes }, {});
      const [shape] = clusters;
      expect(shape?.name).toBe(name);
      expect([shape?.controlPlane, ...(shape?.pools ?? [])].map(sizeOf)).toEqual(
        pools.map(({ nodeCount, shape: { vcpu, memoryGiB, diskGiB } }) => [
          nodeCount,
          vcpu * 1000,
          memoryGiB * GIB,
          diskGiB * GIB,
        ]),
      );
      expect(shape?.pools.map((pool) => pool.taints.map(({ key, effect }) => ({ key, effect })))).toEqual(
        pools.slice(1).map(({ taints }) => taints.map(({ key, effect }) => ({ key, effect }))),
      );
    }
  }),
];

function sizeOf(
  pool: NonNullable<Awaited<ReturnType<typeof clusterShapes.read>>["clusters"]>[number]["controlPlane"] | undefined,
) {
  return pool && [pool.count, pool.cpuMillicores, pool.memoryBytes, pool.diskBytes];
}
