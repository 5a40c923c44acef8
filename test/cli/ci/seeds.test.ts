import { checkRules, isOpen } from "@nkp-planner/adapters/check";
import { messageText, valueText } from "@nkp-planner/core";
import { expect, it } from "vitest";
import { checkExample, exampleFiles, type Texts } from "../../support/ci-example.ts";
import type { Seed, SeedFinding } from "./seed.ts";
import { clustersSeeds } from "./seeds/clusters.ts";
import { machinesSeeds } from "./seeds/machines.ts";
import { moneySeeds } from "./seeds/money.ts";
import { nodesSeeds } from "./seeds/nodes.ts";
import { placingSeeds } from "./seeds/placing.ts";
import { promisesSeeds } from "./seeds/promises.ts";
import { unreadSeeds } from "./seeds/unread.ts";
import { versionsSeeds } from "./seeds/versions.ts";

/** Mistakes in the example repository, each by itself: everything that a check finds of it, and nothing else. */
const SEEDS: readonly Seed[] = [
  ...nodesSeeds,
  ...machinesSeeds,
  ...placingSeeds,
  ...versionsSeeds,
  ...moneySeeds,
  ...promisesSeeds,
  ...unreadSeeds,
  ...clustersSeeds,
];
const LEAST_COUNT = 40;

it("finds nothing in the example as it is", async () => {
  const files = exampleFiles();
  const result = await checkExample(files);
  expect(foundIn(result.judged.filter(isOpen), files)).toEqual([]);
  expect(result.clusterCount).toBe(5);
});

it.each(SEEDS.map((seed): [string, Seed] => [seed.name, seed]))("finds %s, and nothing else", async (_, seed) => {
  const files = seed.edit(exampleFiles());
  const { judged } = await checkExample(files);
  expect(foundIn(judged.filter(isOpen), files)).toEqual(seed.finds);
  expect(seed.finds).not.toEqual([]);
});

it("is asked for at least forty mistakes, each another one", () => {
  expect(SEEDS.length).toBeGreaterThanOrEqual(LEAST_COUNT);
  expect(new Set(SEEDS.map(({ name }) => name)).size).toBe(SEEDS.length);
  expect(new Set(SEEDS.map(({ edit }) => JSON.stringify(edit(exampleFiles())))).size).toBe(SEEDS.length);
});

it("has a mistake for every rule", () => {
  const found = new Set(SEEDS.flatMap(({ finds }) => finds.map(({ rule }) => rule)));
  expect(checkRules.map(({ id }) => id).filter((id) => !found.has(id))).toEqual([]);
});

type Judged = Awaited<ReturnType<typeof checkExample>>["judged"];

function foundIn(judged: Judged, files: Texts): readonly SeedFinding[] {
  return judged
    .map(({ rule, state, finding, about: { place } }) => ({ place, rule: rule.id, state, finding }))
    .toSorted(
      (a, b) => a.place.file.localeCompare(b.place.file) || a.place.line - b.place.line || a.rule.localeCompare(b.rule),
    )
    .map(({ rule, state, finding, place: { file, line } }) => ({
      ...{ rule, file },
      ...lineOf(files[file] ?? "", line),
      text: finding === null ? "" : messageText(finding.message, valueText),
      ...(state === "unknown" ? { isUnknown: true } : {}),
    }));
}

/** What stands on a line, and which of those alike it is. */
function lineOf(text: string, number: number): Pick<SeedFinding, "line" | "nth"> {
  const lines = text.split("\n").map((line) => line.trim());
  const line = lines[number - 1] ?? "";
  const alike = lines.flatMap((one, index) => (one === line ? [index + 1] : []));
  return alike.length === 1 ? { line } : { line, nth: alike.indexOf(number) + 1 };
}
