import { describe, expect, it } from "vitest";
import { podGroup } from "../input/pod-group.ts";
import { arrivalOf, listedOrders } from "./arrival.ts";

const node = { cpuMillicores: 4000, memoryBytes: 4000, podCount: 10 };
const of = (name: string, replicas: number, cpuMillicores: number, priority = 0) =>
  podGroup({ name, replicas, priority, requests: { cpuMillicores, memoryBytes: 0 } });
const groups = [of("small", 3, 100), of("large", 2, 2000), of("urgent", 1, 500, 1000), of("none", 0, 100)];
const queueOf = (order: number) => [...arrivalOf(groups, order, node).queue].map((index) => groups[index]?.name);

describe("orders of arrival", () => {
  it("have higher priorities first, whatever else", () => {
    for (const order of [0, 1, 2, 3, 4, 9]) expect(queueOf(order)[0]).toBe("urgent");
  });

  it("are as listed, small first, large first", () => {
    expect(queueOf(0)).toEqual(["urgent", "small", "small", "small", "large", "large"]);
    expect(queueOf(1)).toEqual(["urgent", "small", "small", "small", "large", "large"]);
    expect(queueOf(2)).toEqual(["urgent", "large", "large", "small", "small", "small"]);
  });

  it("are then in turn as listed with other ties, and drawn, the same every time", () => {
    expect(listedOrders(10)).toEqual([0, 3, 5, 7, 9]);
    for (const order of listedOrders(10)) expect(queueOf(order)).toEqual(queueOf(0));
    const drawn = [4, 6, 8, 10, 12].map((order) => queueOf(order).join());
    expect(new Set(drawn).size).toBeGreaterThan(1);
    for (const [at, order] of [4, 6, 8, 10, 12].entries()) {
      expect(queueOf(order).join()).toBe(drawn[at]);
      expect(queueOf(order).toSorted()).toEqual(queueOf(0).toSorted());
    }
    const ties = (order: number) => Array.from({ length: 20 }, () => arrivalOf(groups, order, node).tieBreak(5));
    expect(ties(3)).toEqual(ties(3));
    expect(arrivalOf(groups, 0, node).tieBreak(5)).toBe(0);
  });
});
