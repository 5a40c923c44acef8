import type { CheckFormat } from "./formats/check-format.ts";
import { github } from "./formats/github.ts";
import { gitlab } from "./formats/gitlab.ts";
import { json } from "./formats/json.ts";
import { junit } from "./formats/junit.ts";
import { markdown } from "./formats/markdown.ts";
import { sarif } from "./formats/sarif.ts";

/** Every way to write down what a check found, beside text for people. A new one is one file and one line here. */
export const checkFormats: readonly CheckFormat[] = [json, sarif, junit, github, gitlab, markdown];
