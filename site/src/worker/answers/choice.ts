import { choiceView } from "../../view/choice-view.ts";
import type { Answer } from "../desk.ts";

export const choiceAnswer: Answer<"choice"> = async ({ context, data }, id) =>
  choiceView(context.choices.of(id), await data.sources());
