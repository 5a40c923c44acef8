import { poolsView } from "../../view/pools-view.ts";
import type { Answer } from "../answer.ts";

export const poolsAnswer: Answer<"pools"> = ({ comparison, writer }) => poolsView(comparison.plans, writer);
