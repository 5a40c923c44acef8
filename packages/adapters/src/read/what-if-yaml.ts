import { ownFileReader } from "./own-file.ts";

/** What may turn out otherwise, from where to where: `kind: WhatIf`. */
export const whatIfYaml = ownFileReader({
  id: "what-if-yaml",
  title: "Ranges for a what-if (YAML or JSON)",
  gives: "ranges",
  example: {
    name: "ranges.yaml",
    text: `apiVersion: nkp-planner/v1
kind: WhatIf
title: Example ranges
currency: EUR
ranges:
  - { price: NKP-ULT, low: "28.00", high: "42.00", mode: "38.00" }
  - { setting: operations-hours-attached, low: 1, high: 6, mode: 4 }
`,
  },
});
