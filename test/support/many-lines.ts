/** So many lines go to a shard at a time: parts of fewer would be empty. */
const BLOCK_LINES = 128;
const SIZES = [
  { name: "web", replicas: 3, requests: { cpu: "500m", memory: "1Gi" } },
  { name: "data", replicas: 1, requests: { cpu: "2", memory: "8Gi" } },
];

/** A fleet of small tenants as NDJSON, enough for each of so many shards to have some, and the last of them not whole. */
export function manyLines(shards: number): string {
  const head = {
    apiVersion: "nkp-planner/v1",
    kind: "Fleet",
    asOf: "2026-11-23",
    release: "nkp-2.17.1",
    currency: "EUR",
  };
  const tenants = Array.from({ length: (shards - 1) * BLOCK_LINES + 9 }, (_, index) => ({
    id: `tenant-${index + 1}`,
    workloads: [SIZES[index % SIZES.length]],
    price: { monthly: `${1000 + (index % 7)}.0${index % 10}` },
  }));
  return [head, ...tenants].map((line) => `${JSON.stringify(line)}\n`).join("");
}
