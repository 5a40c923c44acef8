import type { Answer } from "../answer.ts";

export const examplesAnswer: Answer<"examples"> = ({ data }) => data.examples;
