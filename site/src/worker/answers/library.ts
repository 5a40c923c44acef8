import { libraryView } from "../../view/library-view.ts";
import type { Answer } from "../answer.ts";

export const libraryAnswer: Answer<"library"> = async ({ data, writer }) =>
  libraryView(await data.library(), await data.sources(), writer);
