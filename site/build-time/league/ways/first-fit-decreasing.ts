import { type Amounts, fitsInto, largestShare, plus, sumOf } from "../amounts.ts";
import { simpleWay } from "../simple-way.ts";

/** The usual heuristic for packing. */
export const firstFitDecreasing = simpleWay({
  id: "first-fit-decreasing",
  title: "First-fit decreasing",
  how: "Sorts pods by the largest part that any resource takes of a node, and puts each on the first node with room; a new node where none has. It packs as tightly as it can; the scheduler spreads.",
  nodeCount: (pods, room, beside) => {
    const nodes = packed(pods, room, [...beside, room], room);
    return nodes === null ? null : nodes.length - beside.length;
  },
  fits: (pods, rooms) => packed(pods, sumOf(rooms), rooms, null) !== null,
});

/** What is left on each node, another one beside them where none has room. null: a pod has room nowhere. */
function packed(
  pods: readonly Amounts[],
  measure: Amounts,
  rooms: readonly Amounts[],
  another: Amounts | null,
): readonly Amounts[] | null {
  const left = [...rooms];
  const sizes = pods.map((pod) => ({ pod, size: largestShare(pod, measure) }));
  for (const { pod } of sizes.toSorted((a, b) => (a.size === b.size ? 0 : b.size - a.size))) {
    let at = left.findIndex((room) => fitsInto(pod, room));
    if (at === -1) {
      if (another === null || !fitsInto(pod, another)) return null;
      at = left.push(another) - 1;
    }
    left[at] = plus(left[at] ?? {}, pod, -1);
  }
  return left;
}
