import type { Adapter } from "./adapter.ts";
import { clusterApiYaml } from "./cluster-api-yaml.ts";
import { kwokCluster } from "./kwok-cluster.ts";

/** Every adapter. A new one is one file and one line here. */
export const adapters: readonly Adapter[] = [clusterApiYaml, kwokCluster];
