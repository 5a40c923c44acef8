import { afterEach, beforeEach, expect, it } from "vitest";
import { CHECKED_ON, exampleFiles } from "../../support/ci-example.ts";
import type { Seed } from "./seed.ts";
import { moneySeeds } from "./seeds/money.ts";
import { nodesSeeds } from "./seeds/nodes.ts";
import { promisesSeeds } from "./seeds/promises.ts";
import { unreadSeeds } from "./seeds/unread.ts";
import { type Machine, newMachine } from "./steps.ts";

let machine: Machine;
beforeEach(() => {
  machine = newMachine({ isInstalled: true });
});
afterEach(() => machine.remove());

const FLAGS =
  "--against clusters --against apps --policy sizing-policy.yaml --prices prices.yaml --price-list price-list.yaml";

interface Judgement {
  readonly ruleId: string;
  readonly state: string;
  readonly message: { readonly text: string };
  readonly place: { readonly file: string; readonly line: number };
}

/** The program finds what the library does: other seeds are asked of the library alone, which is quicker. */
it.each(
  [nodesSeeds, moneySeeds, promisesSeeds, unreadSeeds].map(([seed]): [string, Seed] => {
    if (seed === undefined) throw new Error("no seed");
    return [seed.name, seed];
  }),
)("finds %s, as a program", (_, seed) => {
  const files = seed.edit(exampleFiles());
  for (const [name, text] of Object.entries(files)) machine.write(name, text);
  const { stdout } = machine.run(`nkp-planner check fleet.yaml ${FLAGS} --on ${CHECKED_ON} --format json`);
  const { judgements } = JSON.parse(stdout) as { readonly judgements: readonly Judgement[] };
  const found = judgements.map(({ ruleId, state, message, place: { file, line } }) => ({
    ...{ rule: ruleId, file, line: (files[file] ?? "").split("\n")[line - 1]?.trim(), text: message.text },
    ...(state === "unknown" ? { isUnknown: true } : {}),
  }));
  expect(inOrder(found)).toEqual(inOrder(seed.finds.map(({ nth: _nth, ...one }) => one)));
});

function inOrder<One extends { readonly rule: string; readonly file: string }>(all: readonly One[]): readonly One[] {
  return all.toSorted((a, b) => a.file.localeCompare(b.file) || a.rule.localeCompare(b.rule));
}
