import { parseWhatIf, type WhatIf } from "@nkp-planner/core";
import { defineReader } from "./reader.ts";
import { readYaml } from "./yaml-text.ts";

/** What may turn out otherwise, from where to where: `kind: WhatIf`. */
export const whatIfYaml = defineReader<WhatIf>({
  id: "what-if-yaml",
  title: "Ranges for a what-if (YAML or JSON)",
  accepts: (fileName) => /\.(ya?ml|json)$/i.test(fileName),
  read: (text) => readYaml(text, (value) => parseWhatIf(value)),
});
