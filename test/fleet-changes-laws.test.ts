import {
  fleetChanges,
  type PlanInput,
  parseFleet,
  subtractSizes,
  type TenantInBoth,
  type TenantSizes,
} from "@nkp-planner/core";
import fc from "fast-check";
import { expect, it } from "vitest";

const requests = fc.record({
  cpu: fc.integer({ min: 0, max: 4000 }).map((millicores) => `${millicores}m`),
  memory: fc.integer({ min: 0, max: 64 }).map((count) => `${count * 512}Mi`),
});
const workloads = fc.uniqueArray(
  fc.record({
    name: fc.constantFrom("web", "db", "cache", "batch"),
    kind: fc.constantFrom("Deployment", "StatefulSet", "DaemonSet"),
    replicas: fc.integer({ min: 0, max: 5 }),
    requests,
  }),
  { selector: ({ name }) => name, maxLength: 4 },
);
const totals = fc
  .record({ pods: fc.integer({ min: 1, max: 50 }), requests, storage: fc.constantFrom("0", "10Gi", "1Ti") })
  .map(({ requests: asked, ...demand }) => ({ ...demand, ...asked }));
const origin = fc.record({
  file: fc.constantFrom("a.csv", "b.csv"),
  row: fc.integer({ min: 1, max: 4 }),
  reader: fc.constant("vm-inventory"),
});
const tenant = fc
  .record({
    id: fc.constantFrom("kite", "lark", "wren", "finch", "rook"),
    name: fc.constantFrom("Kite", "Lark", "Wren"),
    demand: fc.option(totals, { nil: undefined }),
    workloads,
    origin: fc.option(origin, { nil: undefined }),
  })
  .map(({ demand, workloads: list, ...one }) => ({
    ...one,
    ...(demand === undefined ? { workloads: list } : { demand }),
  }));
const fleet = fc
  .uniqueArray(tenant, { selector: ({ id }) => id, maxLength: 5 })
  .map((tenants) => parseFleet(JSON.parse(JSON.stringify({ ...HEAD, tenants }))));
const HEAD = {
  ...{ apiVersion: "nkp-planner/v1", kind: "Fleet", asOf: "2026-11-23", release: "nkp-2.17.1", currency: "EUR" },
};

const byId = (all: readonly TenantSizes[]) => all.toSorted((a, b) => (a.id < b.id ? -1 : 1));
const pairs = (all: readonly TenantInBoth[], isTurned: boolean) =>
  all
    .map(({ before, after, by, workloads: changed }) => ({
      ...(isTurned ? { before: after, after: before } : { before, after }),
      by,
      workloads: changed
        .map((one) => (isTurned ? { ...one, before: one.after, after: one.before } : one))
        .toSorted((a, b) => (`${a.kind} ${a.name}` < `${b.kind} ${b.name}` ? -1 : 1)),
    }))
    .toSorted((a, b) => (a.before.id < b.before.id ? -1 : 1));

it("nothing changes from a fleet to itself", () => {
  fc.assert(
    fc.property(fleet, (one: PlanInput) => {
      const { added, gone, changed, notCompared, unchanged, before, after } = fleetChanges(one, one);
      expect([added, gone, changed, notCompared]).toEqual([[], [], [], []]);
      expect(unchanged).toHaveLength(one.tenants.length);
      expect(after).toEqual(before);
    }),
  );
});

it("there and back are each other's mirror", () => {
  fc.assert(
    fc.property(fleet, fleet, (one, other) => {
      const [there, back] = [fleetChanges(one, other), fleetChanges(other, one)];
      expect(byId(back.added)).toEqual(byId(there.gone));
      expect(byId(back.gone)).toEqual(byId(there.added));
      expect(pairs(back.changed, true)).toEqual(pairs(there.changed, false));
      expect(pairs(back.unchanged, true)).toEqual(pairs(there.unchanged, false));
      expect([back.before, back.after]).toEqual([there.after, there.before]);
    }),
  );
});

it("each tenant of both fleets is in one place, and sums differ by what is told of tenants", () => {
  fc.assert(
    fc.property(fleet, fleet, fc.boolean(), (one, other, isPart) => {
      const changes = fleetChanges(one, { ...other, isPart });
      const both = [...changes.changed, ...changes.unchanged];
      const was = [...both.map(({ before }) => before), ...changes.gone, ...changes.notCompared];
      const is = [...both.map(({ after }) => after), ...changes.added];
      expect(was.map(({ id }) => id).toSorted()).toEqual(one.tenants.map(({ id }) => id).toSorted());
      expect(is.map(({ id }) => id).toSorted()).toEqual(other.tenants.map(({ id }) => id).toSorted());
      const told = [
        ...changes.changed.map(({ before, after }) => subtractSizes(after.sizes, before.sizes)),
        ...changes.added.map(({ sizes }) => sizes),
      ].reduce((sum, { podCount }) => sum + podCount, 0n);
      const lost = changes.gone.reduce((sum, { sizes }) => sum + sizes.podCount, 0n);
      expect(changes.after.podCount - changes.before.podCount).toBe(told - lost);
    }),
  );
});
