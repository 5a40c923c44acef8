import { fitsInto, sumOf } from "../amounts.ts";
import { nodesForSum } from "../nodes-for-sum.ts";
import { simpleWay } from "../simple-way.ts";

/** What a spreadsheet does. */
export const sumOverCapacity = simpleWay({
  id: "sum-over-capacity",
  title: "Sum ÷ capacity",
  how: "Adds up what all pods ask for, divides by what a node has for pods, and rounds up: of all resources the one that takes the most nodes.",
  nodeCount: (pods, room, beside) => nodesForSum(sumOf(pods), room, sumOf(beside)),
  fits: (pods, rooms) => fitsInto(sumOf(pods), sumOf(rooms)),
});
