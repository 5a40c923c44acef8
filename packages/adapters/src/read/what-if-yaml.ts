import { parseRanges, type Ranges } from "@nkp-planner/core";
import { defineReader } from "./reader.ts";
import { readYaml } from "./yaml-text.ts";

/** Ranges of what nobody knows for sure: `kind: WhatIf`. */
export const whatIfYaml = defineReader<Ranges>({
  id: "what-if-yaml",
  title: "Ranges to try (YAML or JSON)",
  accepts: (fileName) => /\.(ya?ml|json)$/i.test(fileName),
  read: (text) => readYaml(text, (value) => parseRanges(value)),
});
