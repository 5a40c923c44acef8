import { basisGroups } from "../../view/basis-view.ts";
import type { Answer } from "../answer.ts";

export const basisAnswer: Answer<"basis"> = async ({ comparison, data }) =>
  basisGroups(comparison, await data.sources());
