import type { Answer } from "../desk.ts";

export const examplesAnswer: Answer<"examples"> = ({ data }) => data.examples;
