import { choiceOf, type ParameterId } from "@nkp-planner/core";
import { choiceView } from "../../view/choice-view.ts";
import type { Answer } from "../answer.ts";

export const choiceAnswer: Answer<"choice"> = async ({ context, data }, id) =>
  choiceView(choiceOf(context.choices, id as ParameterId), await data.sources());
