import { type Amounts, fitsInto, plus, sumOf } from "../amounts.ts";
import { nodesForSum } from "../nodes-for-sum.ts";
import { simpleWay } from "../simple-way.ts";

/** 120 ÷ 100, apart so that whole numbers stay whole. */
const WITH_HEADROOM = 120;
const WITHOUT = 100;

/** What a careful spreadsheet does. */
export const sumWithHeadroom = simpleWay({
  id: "sum-with-headroom",
  title: "Sum ÷ capacity with 20 % headroom",
  how: "The same with a fifth added to the sum before it is divided.",
  nodeCount: (pods, room, beside) =>
    nodesForSum(times(sumOf(pods), WITH_HEADROOM), times(room, WITHOUT), times(sumOf(beside), WITHOUT)),
  fits: (pods, rooms) => fitsInto(times(sumOf(pods), WITH_HEADROOM), times(sumOf(rooms), WITHOUT)),
});

function times(amounts: Amounts, factor: number): Amounts {
  return plus({}, amounts, factor);
}
