export { exampleOptionsText } from "./emit/options/example-text.ts";
export { atItsPlace, optionsGiven, withOptionWords } from "./emit/options/given-options.ts";
export { optionsFileSchema } from "./emit/options/options-schema.ts";

export { optionsOfFile } from "./formats/option-file.ts";
export { commentedYaml } from "./text/commented-yaml.ts";
export { fleetTextWith } from "./text/fleet-text.ts";
/** How files of the planner's own are written. */
export { yamlFile, yamlLine } from "./text/yaml-file.ts";
