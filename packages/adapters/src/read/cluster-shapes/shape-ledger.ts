import type { Problem } from "@nkp-planner/core";
import type { ObjectAt } from "../objects/objects.ts";
import type { ProblemAt, ReadReport } from "../read-result.ts";
import { ShapePlaces } from "./shape-places.ts";

/** What sentences are about, beside the clusters themselves. */
export type ShapeTopic = "guessed-template" | "one-replica" | "etcd-elsewhere" | "unknown-size";

type Fault = Pick<Problem, "found" | "expected" | "fix">;

const USED = "used";
const UNREADABLE = "unreadable";

/** What became of each object of a file, once each, and what was found on the way. */
export class ShapeLedger {
  readonly problems: ProblemAt[] = [];
  readonly places = new ShapePlaces();
  readonly #fates = new Map<ObjectAt, string>();
  readonly #told = new Set<string>();
  readonly #said = new Map<ShapeTopic, Set<string>>();

  isOpen(object: ObjectAt): boolean {
    return !this.#fates.has(object);
  }

  use(object: ObjectAt): void {
    if (this.#fates.get(object) !== UNREADABLE) this.#fates.set(object, USED);
  }

  /** Where nothing else became of it. */
  leaveOut(object: ObjectAt, reason: string): void {
    if (this.isOpen(object)) this.#fates.set(object, `left out: ${reason}`);
  }

  /** What is wrong at a place of an object: told once, however many pools come by it. */
  refuse(object: ObjectAt, path: Problem["path"], { found, expected, fix }: Fault): null {
    this.#fates.set(object, UNREADABLE);
    const place = object.placeOf([...object.path, ...path]);
    const key = `${place.file ?? ""}:${place.line}:${place.column} ${found}`;
    if (!this.#told.has(key)) this.problems.push({ code: "wrong-form", path: [], found, expected, fix, ...place });
    this.#told.add(key);
    return null;
  }

  /** Keeps a name that a sentence is to list. */
  say(topic: ShapeTopic, name: string): void {
    this.#said.set(topic, (this.#said.get(topic) ?? new Set<string>()).add(name));
  }

  saidOf(topic: ShapeTopic): readonly string[] {
    return [...(this.#said.get(topic) ?? [])];
  }

  /** @param strangeCount entries that are no objects at all */
  reportOf(objects: readonly ObjectAt[], strangeCount: number): ReadReport {
    const counts = new Map<string, number>();
    for (const object of objects) {
      const fate = this.#fates.get(object) ?? "left out: that say nothing of machines";
      counts.set(fate, (counts.get(fate) ?? 0) + 1);
    }
    return {
      entries: "objects",
      foundCount: objects.length + strangeCount,
      usedCount: counts.get(USED) ?? 0,
      excluded: [...counts].flatMap(([fate, count]) =>
        fate.startsWith("left out: ") ? [{ count, reason: fate.slice("left out: ".length) }] : [],
      ),
      unreadableCount: (counts.get(UNREADABLE) ?? 0) + strangeCount,
    };
  }
}
