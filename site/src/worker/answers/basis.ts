import { basisGroups } from "../../view/basis-groups.ts";
import type { Answer } from "../answer.ts";

export const basisAnswer: Answer<"basis"> = async ({ comparison, data }) =>
  basisGroups(comparison, await data.sources());
