import { parseShape } from "@nkp-planner/core";
import { expect, it } from "vitest";
import { plannedWorkers, tenantsWithPools } from "../bench/pool-cases.ts";

const TENANTS = tenantsWithPools(25);
const LARGE = parseShape("8x64x100");

/** Nodes and their shape by what runs in a pool, pools of tenants' own in the order in which the test has them. */
const said = (pools: ReturnType<typeof plannedWorkers>[number], names: readonly string[]) =>
  names.map((name) => {
    const pool = pools.find((one) => one.name === name);
    if (pool === undefined) throw new Error(`There is no pool ${name}.`);
    return [pool.nodeCount, pool.shape] as const;
  });

it("pools have the same nodes whatever they are called, and in whatever order a tenant has them", () => {
  const [there, back] = [TENANTS, TENANTS.map((one) => ({ ...one, own: [...one.own].reverse() }))].map((cases) =>
    plannedWorkers(cases, 1),
  );
  for (const [index, { own }] of TENANTS.entries()) {
    const names = own.map((_, at) => `own-${at + 1}`);
    const reversed = said(back?.[index] ?? [], [...names].reverse());
    expect(reversed).toEqual(said(there?.[index] ?? [], names));
  }
});

it("a pool without one of its workloads has at most one node more, and seldom that", () => {
  const cases = TENANTS.flatMap(({ name, own: [pool = []] }) =>
    [pool, ...pool.map((left) => pool.filter((one) => one !== left))].map((workloads) => ({
      name,
      own: [workloads],
      main: [],
      isWhole: workloads === pool,
      ...(LARGE === null ? {} : { ownShape: LARGE }),
    })),
  );
  const counts = plannedWorkers(cases, 1).map((pools) => said(pools, ["own-1"])[0]?.[0] ?? 0);
  let whole = 0;
  const more = cases.flatMap(({ isWhole }, index) => {
    const count = counts[index] as number;
    if (isWhole) whole = count;
    return isWhole ? [] : [count - whole];
  });
  expect(Math.max(...more)).toBeLessThanOrEqual(1);
  expect(more.filter((one) => one > 0).length).toBeLessThanOrEqual(more.length / 20);
  expect(more.filter((one) => one < 0).length).toBeGreaterThan(more.length / 2);
});
