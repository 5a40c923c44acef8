import { operatingModels } from "@nkp-planner/core";
import * as z from "zod";
import { dnsLabel } from "../../emit/options/site-fields.ts";

/** The merge is told the path of every part: so many stay well below the 2 MiB of a command line of Linux. */
const MOST_SHARDS = 10_000;
const MOST_RETRIES = 100;
const LAST_USER = 2 ** 31 - 1;
/** Leaves room for what the Job controller appends to name a pod: index and five random characters. */
const LONGEST_NAME = 40;
/** "nonroot" of images that are made without a shell's user. @see https://github.com/GoogleContainerTools/distroless */
const NONROOT = 65_532;
/** What a part may take, beside the goal of 1 GiB for a whole stream. */
const DEFAULT_MEMORY = "2Gi";

/** Invented, as all examples. */
export const EXAMPLE_IMAGE = "registry.msp.example/tools/nkp-planner:0.1.0";
export const EXAMPLE_CLASS = "nutanix-files";
export const EXAMPLE_SHARDS = 16;
const EXAMPLE_STORE = {
  url: "s3://planning/runs",
  secret: "planning-store",
  image: "registry.msp.example/tools/aws-cli:2",
  put: 'aws s3 cp "$FILE" "$STORE_URL/$OBJECT"',
  get: 'aws s3 cp "$STORE_URL/$OBJECT" "$FILE"',
};

const IMAGE = /^[A-Za-z0-9][A-Za-z0-9._:/@-]{0,254}$/;
const MEMORY = /^[1-9]\d{0,5}(?:Mi|Gi)$/;
const CPU = /^(?:[1-9]\d{0,2}|[1-9]\d{1,4}m)$/;
const STORE_URL = /^[a-z][a-z0-9+.-]*:\/\/[^\s"'\\`$]+$/;
const CLASS_NAME = /^[a-z0-9](?:[-a-z0-9.]{0,251}[a-z0-9])?$/;

const field = <Schema extends z.ZodType>(schema: Schema, description: string, ...examples: readonly unknown[]) =>
  schema.meta({ description, examples: [...examples] });

const image = z.string().regex(IMAGE).meta({ title: "an image such as registry.msp.example/tools/planner:1" });
const memory = z.string().regex(MEMORY).meta({ title: "memory such as 512Mi or 2Gi" });
const objectName = z.string().regex(CLASS_NAME).meta({ title: "a name that Kubernetes takes" });
const command = z
  .string()
  .min(1)
  .max(2000)
  .regex(/^[^\p{Cc}]*$/u)
  .meta({ title: "a command of a shell on one line" });

const objectStore = z.strictObject({
  url: field(
    z.string().regex(STORE_URL).meta({ title: "an address such as s3://planning/runs" }),
    "Where objects lie; the commands get it as STORE_URL",
    EXAMPLE_STORE.url,
  ),
  secret: field(objectName, "Secret whose keys become variables of the commands", EXAMPLE_STORE.secret),
  image: field(image, "Image with the tool, and with /bin/sh", EXAMPLE_STORE.image),
  put: field(command, "Stores the file FILE as OBJECT", EXAMPLE_STORE.put),
  get: field(command, "Fetches OBJECT to the file FILE", EXAMPLE_STORE.get),
});

export const jobOptions = z.strictObject({
  image: field(
    image,
    "Image with nkp-planner on its path and /bin/sh; none is published, so it is yours",
    EXAMPLE_IMAGE,
  ),
  shards: field(
    z.int().min(1).max(MOST_SHARDS).meta({ title: "parts" }),
    "Into how many parts the fleet is cut: pods of the Job",
    EXAMPLE_SHARDS,
  ),
  parallelism: field(
    z.int().min(1).max(MOST_SHARDS).meta({ title: "pods" }).optional(),
    "How many parts are planned at a time (default: all of them)",
    8,
  ),
  models: field(
    z
      .array(z.enum(operatingModels.map(({ id }) => id)))
      .min(1)
      .optional(),
    "Operating models that are compared (default: those that compare takes)",
    ["hybrid"],
  ),
  name: field(
    dnsLabel.max(LONGEST_NAME).default("fleet-plan"),
    "Name of the run: of its Jobs, and of what they hand over",
    "fleet-plan",
  ),
  namespace: field(dnsLabel.optional(), "Namespace of all objects (default: kubectl's own)", "planning"),
  memory: field(
    memory.default(DEFAULT_MEMORY),
    "Memory of a part and of the merge: request and limit are the same",
    DEFAULT_MEMORY,
  ),
  cpu: field(
    z.string().regex(CPU).meta({ title: "CPU such as 1 or 500m" }).default("1"),
    "CPU that each requests",
    "1",
  ),
  retries: field(
    z.int().min(0).max(MOST_RETRIES).meta({ title: "retries" }).default(3),
    "How often a part that fails is tried again",
    3,
  ),
  user: field(
    z.int().min(1).max(LAST_USER).meta({ title: "user" }).default(NONROOT),
    "Number of the user, and of the group, that the images run as",
    NONROOT,
  ),
  storageClass: field(
    objectName.optional(),
    "Hand-over by a volume that is made: a class that gives volumes to many nodes at once (ReadWriteMany)",
    EXAMPLE_CLASS,
  ),
  size: field(memory.default("10Gi"), "Size of the volume that is made", "10Gi"),
  claim: field(objectName.optional(), "Hand-over by a claim that is there already, ReadWriteMany", "planning-shared"),
  objectStore: field(objectStore.optional(), "Hand-over by an object store, with a tool that you name", EXAMPLE_STORE),
});

/** The same, read. */
export type JobOptions = z.output<typeof jobOptions>;
/** A store by its tool: none is built in. */
export type ObjectStore = z.output<typeof objectStore>;
