import { describe, expect, it } from "vitest";
import { matchCluster } from "./match-clusters.ts";

const cluster = (name: string, ...tenantIds: string[]) =>
  ({ name, tenantIds }) as Parameters<typeof matchCluster>[1][0];
const PLANNED = [
  cluster("management"),
  cluster("tenant-kite", "kite"),
  cluster("tenant-kite-media", "kite-media"),
  cluster("tenant-orchid", "orchid"),
  cluster("shared", "alder", "basalt"),
];
const match = (name: string, named: Readonly<Record<string, string>> = {}) => {
  const { planned, candidates } = matchCluster(name, PLANNED, named);
  return planned?.name ?? candidates;
};

describe("the planned cluster of a name in a file", () => {
  it("is the one of that name, with a namespace before it or without", () => {
    expect(match("tenant-kite")).toBe("tenant-kite");
    expect(match("workspace-a/tenant-kite")).toBe("tenant-kite");
    expect(match("shared")).toBe("shared");
  });

  it("is that of the one tenant whose id stands in it as whole words", () => {
    expect(match("orchid")).toBe("tenant-orchid");
    expect(match("prod-orchid-eu")).toBe("tenant-orchid");
    expect(match("orchids")).toEqual([]);
    expect(match("management-01")).toBe("management");
  });

  it("is that of the longest id, where a shorter one is a part of it", () => {
    expect(match("kite-media-prod")).toBe("tenant-kite-media");
    expect(match("kite-prod")).toBe("tenant-kite");
  });

  it("is nobody's where two tenants stand in it, and of clusters that several share by their own name alone", () => {
    expect(match("kite-orchid")).toEqual(["tenant-kite", "tenant-orchid"]);
    expect(match("alder-prod")).toEqual([]);
  });

  it("is what the policy says before all", () => {
    expect(match("kite-prod", { "kite-prod": "tenant-orchid" })).toBe("tenant-orchid");
    expect(match("tenant-kite", { "tenant-kite": "tenant-orchid" })).toBe("tenant-orchid");
    expect(match("kite-prod", { "kite-prod": "nobody" })).toEqual([]);
  });

  it("knows no name by accident of how maps are made", () => {
    for (const name of ["constructor", "__proto__", "toString", ""]) expect(match(name)).toEqual([]);
  });
});
