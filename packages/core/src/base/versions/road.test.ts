import { describe, expect, it } from "vitest";
import { findingText } from "../findings/finding-text.ts";
import { broughtToday, type Road } from "./road.ts";
import type { VersionStep } from "./step.ts";

/** `size: 3` becomes `pods: 3`; of `colour` it forgets to speak. */
const renamed: VersionStep = {
  from: "toy/v1",
  to: "toy/v2",
  take: ({ size, colour: _colour, ...rest }) => ({
    data: { ...rest, pods: size },
    changes: [{ path: ["size"], sentence: "size is called pods." }],
  }),
};
/** Names in a list become maps. */
const named: VersionStep = {
  from: "toy/v2",
  to: "toy/v3",
  take: (old) => ({
    data: { ...old, names: (old["names"] as string[]).map((name) => ({ name })) },
    changes: [{ path: ["names"], sentence: "names are maps." }],
  }),
};
const ROAD: Road = { key: "apiVersion", today: "toy/v3", steps: [renamed, named] };

function codesOf(given: unknown, road = ROAD) {
  return broughtToday(given, road).problems.map(({ code, path }) => [code, path]);
}

describe("the road to the form of today", () => {
  it("takes every step from where a file stands, and says what each has changed", () => {
    const { data, said, problems } = broughtToday({ apiVersion: "toy/v1", size: 3, names: ["a"] }, ROAD);
    expect(data).toEqual({ apiVersion: "toy/v3", pods: 3, names: [{ name: "a" }] });
    expect(problems).toEqual([]);
    expect(said.map((one) => findingText(one))).toEqual([
      "Written in the form toy/v1, read in that of toy/v2: size is called pods.",
      "Written in the form toy/v2, read in that of toy/v3: names are maps.",
    ]);
    expect(said.map(({ subject, kind, code }) => [subject, kind, code])).toEqual([
      [{ in: "input", path: ["size"] }, "reading", "older-form"],
      [{ in: "input", path: ["names"] }, "reading", "older-form"],
    ]);
  });

  it("begins in the middle", () => {
    expect(broughtToday({ apiVersion: "toy/v2", names: [] }, ROAD).said).toHaveLength(1);
  });

  it("says what a step has lost without a word of its own", () => {
    const colour = { light: "red", dark: ["blue", "black"] };
    const { said } = broughtToday({ apiVersion: "toy/v1", size: 3, names: [], colour }, ROAD);
    expect(said.filter(({ message }) => message.key === "older-form.left-out").map((one) => findingText(one))).toEqual([
      "Written in the form toy/v1: colour.light has no place in that of toy/v2, and is left out.",
      "Written in the form toy/v1: colour.dark[0] has no place in that of toy/v2, and is left out.",
      "Written in the form toy/v1: colour.dark[1] has no place in that of toy/v2, and is left out.",
    ]);
  });

  it("leaves what is of today as it is", () => {
    const file = { apiVersion: "toy/v3", pods: 3 };
    expect(broughtToday(file, ROAD)).toEqual({ data: file, said: [], problems: [] });
    expect(broughtToday(file, ROAD).data).toBe(file);
  });

  it.each(["toy/v4", "toy/v3.1", "toy/v10", "toy/v3.0.1"])(
    "refuses %s, which is of a later planner, by name",
    (later) => {
      expect(broughtToday({ apiVersion: later, anything: 1 }, ROAD).problems).toEqual([
        {
          code: "from-the-future",
          path: ["apiVersion"],
          found: `"${later}", the form of a later planner`,
          expected: '"toy/v3", or an older form',
          fix: "update nkp-planner, or have it written by one of this version",
        },
      ]);
    },
  );

  it.each([["toy/v0"], ["toys/v4"], ["v4"], ["toy/v9999999"], [4], [null], [undefined]])(
    "leaves %s to the schema: no planner has written it",
    (apiVersion) => {
      expect(codesOf({ apiVersion })).toEqual([]);
    },
  );

  it.each([[null], ["text"], [[1]], [undefined], [JSON.parse('{"__proto__":{"apiVersion":"toy/v4"}}')]])(
    "leaves %j alone",
    (given) => {
      expect(broughtToday(given, ROAD)).toEqual({ data: given, said: [], problems: [] });
    },
  );

  it("ends where a step can make nothing of it", () => {
    const problem = { code: "from-the-past", path: [], found: "a", expected: "b", fix: "c" } as const;
    const stopped: VersionStep = { from: "toy/v1", to: "toy/v2", take: () => ({ problem }) };
    const file = { apiVersion: "toy/v1" };
    expect(broughtToday(file, { ...ROAD, steps: [stopped, named] })).toEqual({
      data: file,
      said: [],
      problems: [problem],
    });
  });
});
