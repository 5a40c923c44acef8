import { describe, expect, it } from "vitest";
import { fleetFile } from "../../../../test/support/toy.ts";
import { InputError, problemsOf } from "../base/findings/input-error.ts";
import { problemText } from "../base/findings/problem.ts";
import { parseFleet } from "./fleet.ts";

const fleet = (more: object) => parseFleet({ ...fleetFile({ id: "a" }, { id: "b" }), ...more });
const two = [{ name: "gold" }, { name: "silver", host: "22x220x10", maxHosts: 4, stretched: true }];

function said(more: object): readonly string[] {
  try {
    fleet(more);
  } catch (error) {
    if (error instanceof InputError) return problemsOf(error).map(problemText);
    throw error;
  }
  return [];
}

describe("clusters of hosts in a fleet's file", () => {
  it("are none where it names none", () => {
    expect(fleet({})).not.toHaveProperty("hosting");
    expect(fleet({ placement: [] })).not.toHaveProperty("hosting");
  });

  it("are read with what lies on each", () => {
    const { hosting, tenants } = fleet({
      hostClusters: two,
      placement: [{ hostCluster: "silver", tenants: ["b"], roles: ["prism-central"] }],
    });
    expect(hosting).toEqual({
      hostClusters: [
        { name: "gold", profile: null, mostHostCount: null, siteCount: 1 },
        { name: "silver", profile: { coreCount: 22, memoryGiB: 220, rawTiB: 10 }, mostHostCount: 4, siteCount: 2 },
      ],
      placedRoles: { "prism-central": "silver" },
    });
    expect(tenants.map(({ hostCluster }) => hostCluster)).toEqual([undefined, "silver"]);
  });

  it.each<[what: string, more: object, says: readonly string[]]>([
    [
      "a placement on what is not there",
      { hostClusters: two, placement: [{ hostCluster: "silvr", tenants: ["b"] }] },
      [
        'placement[0].hostCluster: found "silvr", expected one of hostClusters; did you mean "silver"?',
        'hostClusters[1].name: found "silver", on which nothing lies, expected a placement for it; leave it out, or add { hostCluster: silver, tenants: […] } to placement',
      ],
    ],
    [
      "a placement without clusters of hosts",
      { placement: [{ hostCluster: "gold", tenants: ["b"] }] },
      ['placement[0].hostCluster: found "gold", expected one of hostClusters; add it there, or leave this out'],
    ],
    [
      "a tenant who is not there, one placed twice, and a role placed twice",
      {
        hostClusters: two,
        placement: [
          { hostCluster: "silver", tenants: ["c", "b"], roles: ["management"] },
          { hostCluster: "gold", tenants: ["b"], roles: ["management"] },
        ],
      },
      [
        'placement[0].tenants[0]: found "c", expected the id of a tenant; did you mean "a"?',
        'placement[1].tenants[0]: found "b" a second time, expected each once; remove one of them',
        'placement[1].roles[0]: found "management" a second time, expected each once; remove one of them',
      ],
    ],
    [
      "a name given twice",
      { hostClusters: [{ name: "gold" }, { name: "gold" }] },
      ['hostClusters[1].name: found "gold" a second time, expected each once; remove one of them'],
    ],
  ])("says where the mistake is: %s", (_, more, says) => {
    expect(said(more)).toEqual(says);
  });

  it("says what a host is", () => {
    expect(said({ hostClusters: [{ name: "gold", host: "32 cores" }] })[0]).toContain("a host, such as 32x512x15.36");
  });
});
