import { basisGroups } from "../../view/basis-view.ts";
import type { Answer } from "../desk.ts";

export const basisAnswer: Answer<"basis"> = async ({ comparison, data }) =>
  basisGroups(comparison, await data.sources());
