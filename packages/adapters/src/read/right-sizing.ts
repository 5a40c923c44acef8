import * as z from "zod";
import { defineReader } from "./making/define-reader.ts";
import { LARGEST_TEXT_BYTES } from "./reader.ts";
import { BASES } from "./right-sizing/sized.ts";
import { sizingFormatOf, sizingFormats } from "./right-sizing/sizing-formats.ts";

const text = z.string().max(1000);

/** What containers ask for, should ask for, or use, as tools that watch clusters say it. */
export const rightSizing = defineReader({
  id: "right-sizing",
  title: `Sizes of containers (${sizingFormats.map(({ title }) => title).join("; ")})`,
  gives: "tenants",
  fileNames: [".json", ".yaml", ".yml", ".csv", ".txt"],
  options: z.strictObject({
    tenant: text.optional().meta({ description: "Name of the one tenant that all of it is (default: the file's)" }),
    "tenant-by": text.optional().meta({ description: "A tenant for each namespace or cluster" }),
    "leave-out": text
      .optional()
      .meta({ description: "Namespaces that are no tenant's, with commas between: kube-system,kommander" }),
    basis: z.enum(BASES).optional().meta({
      description:
        "Sizes by requests, recommendation or usage (default: recommendation of krr, Goldilocks and autoscalers, usage of kubectl, requests of others)",
    }),
    missing: z.enum(["strict", "limit-range", "usage"]).optional().meta({
      description:
        "What has no such size: strict refuses it, limit-range takes default-requests, usage what is used (default: strict)",
    }),
    "default-requests": text
      .optional()
      .meta({ description: "What a container is taken for whose size is not known: 100m/128Mi" }),
    pods: text.optional().meta({
      description: "How many pods a workload has where the file does not say: 2, or web=3,shop/db=2,1",
    }),
    jobs: z
      .enum(["left-out", "counted"])
      .default("left-out")
      .meta({ description: "Jobs and CronJobs: left-out, or counted as if all ran at once" }),
  }),
  example: {
    name: "krr.json",
    text: `{
  "scans": [
    {
      "object": {
        "cluster": "prod",
        "name": "web",
        "container": "web",
        "pods": [{ "name": "web-1", "deleted": false }, { "name": "web-2", "deleted": false }],
        "namespace": "shop",
        "kind": "Deployment",
        "allocations": { "requests": { "cpu": 0.5, "memory": 1073741824 }, "limits": {} }
      },
      "recommended": { "requests": { "cpu": { "value": 0.12 }, "memory": { "value": 268435456 } } }
    }
  ],
  "strategy": { "name": "simple", "settings": { "cpu_percentile": 95 } }
}
`,
  },
  capabilities: { syntax: "other", mostBytes: LARGEST_TEXT_BYTES, joinsFiles: true },
  sniff: (head) => (sizingFormatOf(head) === undefined ? "no" : "sure"),
  load: () => import("./right-sizing/read-right-sizing.ts"),
});
