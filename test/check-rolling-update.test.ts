import { messageText, valueText } from "@nkp-planner/core";
import { expect, it } from "vitest";
import { SMALL_FLEET } from "./support/check-scenario.ts";
import { checkFiles, edited, emittedFiles } from "./support/checked.ts";

const KITE = "clusters/tenant-kite/cluster.yaml";
const POOL = "          replicas: 5\n";

/** What the rule says of the workers of Kite Media: four hold all pods, and no fewer. */
async function saidOf(count: number, update: string) {
  const planned = await emittedFiles({ fleet: SMALL_FLEET });
  const files = edited(planned, KITE, POOL, `          replicas: ${count}\n          ${update}\n`);
  const { judged } = await checkFiles({ fleet: SMALL_FLEET, files });
  return judged
    .filter(({ rule, about }) => rule.id === "no-room-for-surge" && about.poolName === "workload")
    .map(({ state, finding }) => (finding === null ? state : `${state}: ${messageText(finding.message, valueText)}`));
}

const AWAY = /^fail: tenant-kite, pool workload: an update takes 1 node away before another comes/;

it.each([
  ["of v1beta1", 4, "strategy: { rollingUpdate: { maxSurge: 0, maxUnavailable: 1 } }", AWAY],
  ["of v1beta2", 4, "rollout: { strategy: { rollingUpdate: { maxSurge: 0, maxUnavailable: 1 } } }", AWAY],
  ["in digits", 4, 'strategy: { rollingUpdate: { maxSurge: "0", maxUnavailable: "1" } }', AWAY],
  ["of which at least one node goes", 4, "strategy: { rollingUpdate: { maxSurge: 0, maxUnavailable: 0 } }", AWAY],
  ["as shares, rounded down", 4, "strategy: { rollingUpdate: { maxSurge: 0%, maxUnavailable: 49% } }", AWAY],
  [
    "of two nodes at once",
    5,
    "strategy: { rollingUpdate: { maxSurge: 0, maxUnavailable: 40% } }",
    /takes 2 nodes away/,
  ],
  ["of one node of five", 5, "strategy: { rollingUpdate: { maxSurge: 0, maxUnavailable: 39% } }", /^pass$/],
  [
    "that cannot be read",
    5,
    "strategy: { rollingUpdate: { maxSurge: 0, maxUnavailable: some } }",
    /^unknown: .*maxSurge is 0/,
  ],
])("judges an update %s", async (_title, count, update, expected) => {
  const [first, another] = await saidOf(count, update);
  expect(first).toMatch(expected);
  expect(another).toBeUndefined();
});

it.each([
  ["brings a node first", "strategy: { rollingUpdate: { maxSurge: 1, maxUnavailable: 1 } }"],
  ["rounds its share of a node up", "strategy: { rollingUpdate: { maxSurge: 1%, maxUnavailable: 1 } }"],
  ["is left to Cluster API", "strategy: { type: OnDelete }"],
])("asks nothing of an update that %s", async (_title, update) => {
  expect(await saidOf(4, update)).toEqual([]);
});
