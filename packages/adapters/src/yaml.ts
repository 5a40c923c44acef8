export { commentedYaml } from "./text/commented-yaml.ts";
/** How files of the planner's own are written. */
export { yamlFile, yamlLine } from "./text/yaml-file.ts";
