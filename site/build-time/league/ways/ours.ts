import { countOfPlanner, podsLeftByPlanner } from "../../../../test/oracle/asked-planner.ts";
import { survivingCountOfPlanner } from "../../../../test/oracle/judge-losses.ts";
import type { Way } from "../way.ts";

/** The planner of this site: core's own code, as a plan calls it. */
export const ours: Way = {
  id: "nkp-planner",
  title: "nkp-planner",
  how: "Places pod after pod by kube-scheduler's filters and scores, and takes the first number of nodes at which none is left. For a loss it takes each node away in turn and places its pods again, in several orders.",
  nodeCount: countOfPlanner,
  fits: (one) => podsLeftByPlanner(one) === 0,
  survivingCount: survivingCountOfPlanner,
};
