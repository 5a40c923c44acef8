import * as z from "zod";
import { dnsLabel, SITE_FIELDS } from "../options/site-fields.ts";

const CHART_VERSION = /^\d+\.\d+\.\d+$/;
/** A category of Prism Central; a comma or an equals sign would end it within the chart's list. */
export const CATEGORY = /^(?!\$)[^\p{Cc}\p{Cs}/,=]{1,64}$/u;

const { prismCentral, categories, clusters } = SITE_FIELDS;

export const konnectorOptions = z.strictObject({
  prismCentral,
  categories,
  clusters,
  tenantCategory: z
    .string()
    .regex(CATEGORY)
    .default("Tenant")
    .meta({
      title: "a category of 64 characters at most, without comma, equals sign and slash",
      description: "Category whose values are the tenants of a cluster",
      examples: ["Tenant"],
    }),
  trustBundle: dnsLabel.default("prism-central-trust").meta({
    description: "ConfigMap with the certificates that Prism Central is trusted by, where they are checked",
    examples: ["prism-central-trust"],
  }),
  konnectorClusters: z
    .array(z.string().min(1))
    .min(1)
    .optional()
    .meta({
      description: "Clusters that get it, by the name that the plan gives them (default: all)",
      examples: [["tenant-orchid"]],
    }),
  konnectorVersion: z
    .string()
    .regex(CHART_VERSION)
    .default("1.4.1")
    .meta({ title: "a version such as 1.4.1", description: "Version of the chart", examples: ["1.4.1"] }),
});

export type KonnectorOptions = z.output<typeof konnectorOptions>;
