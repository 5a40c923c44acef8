import type { Adapter } from "./adapter.ts";
import { kwokCluster } from "./kwok-cluster.ts";

/** Every adapter. A new one is one file and one line here. */
export const adapters: readonly Adapter[] = [kwokCluster];
