import type { CheckFormat } from "./formats/check-format.ts";
import { github } from "./formats/github.ts";
import { json } from "./formats/json.ts";

/** Every way to write down what a check found, beside text for people. A new one is one file and one line here. */
export const checkFormats: readonly CheckFormat[] = [json, github];
