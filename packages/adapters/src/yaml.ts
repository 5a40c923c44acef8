/** How files of the planner's own are written. */
export { yamlFile } from "./text/yaml-file.ts";
