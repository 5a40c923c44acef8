import * as z from "zod";
import { clusters, machineNetwork, placeFields } from "../options/site-fields.ts";

const IMAGE_URL = /^https?:\/\/[^\s\p{Cc}]+$/u;

export const terraformOptions = z.strictObject({
  ...placeFields,
  machineNetwork,
  clusters,
  imageUrl: z
    .string()
    .regex(IMAGE_URL)
    .optional()
    .meta({
      title: "an address such as https://images.msp.example/nkp.qcow2",
      description: "Where the image is made from (default: it is there already)",
      examples: ["https://images.msp.example/nkp-rocky-9.6-release.qcow2"],
    }),
  existing: z
    .array(z.enum(["categories", "subnets", "storageContainers"]))
    .default([])
    .meta({
      description: "What is there already: looked up and checked, not made (default: nothing)",
      examples: [["storageContainers"]],
    }),
});

export type TerraformOptions = z.output<typeof terraformOptions>;
