export {
  type Adapter,
  type ClusterToEmit,
  defineAdapter,
  type EmitOptions,
  type EmittedFile,
  type NodeToEmit,
  type PlanToEmit,
} from "./emit/adapter.ts";
export { adapters } from "./emit/index.ts";
export { kwokCluster } from "./emit/kwok-cluster.ts";
export { fleetYaml, fleetYamlWith } from "./read/fleet-yaml.ts";
export { readers } from "./read/index.ts";
export { priceBookYaml } from "./read/price-book-yaml.ts";
export { priceListYaml } from "./read/price-list-yaml.ts";
export { defineReader, type Place, type Reader, type ReadResult } from "./read/reader.ts";
export { whatIfYaml } from "./read/what-if-yaml.ts";
export { LARGEST_TEXT_BYTES } from "./read/yaml-text.ts";
