import * as z from "zod";

/** Longest name of anything in Prism. */
const LONGEST_NAME = 255;
const LAST_VLAN = 4095;
const IPV4 = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$/;
const CIDR = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!\/)|(?=\/))){4}\/(?:[89]|[12]\d|3[0-2])$/;
const DNS_LABEL = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;
/** A host, a port, and no path: Prism Central answers at its root. */
const PRISM_URL = /^https:\/\/[A-Za-z0-9.-]+(:\d{1,5})?$/;

/** Whatever people called it: nothing that no console would show, and no half of a character. */
export const prismName = z
  .string()
  .min(1)
  .max(LONGEST_NAME)
  .regex(/^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}]*$/u)
  .meta({ title: "a name on one line" });
const ipv4 = z.string().regex(IPV4).meta({ title: "an IPv4 address such as 10.40.7.10" });
const cidr = z.string().regex(CIDR).meta({ title: "an IPv4 network such as 192.168.0.0/16" });
export const dnsLabel = z
  .string()
  .regex(DNS_LABEL)
  .meta({ title: "lower-case letters, digits and hyphens, 63 at most, not a hyphen at either end" });

const field = <Schema extends z.ZodType>(schema: Schema, description: string, ...examples: readonly unknown[]) =>
  schema.meta({ description, examples: [...examples] });

/** Which Prism Central the machines are made by. */
const prismCentral = field(
  z.strictObject({
    url: field(
      z.string().regex(PRISM_URL).meta({ title: "an address such as https://pc.msp.example:9440" }),
      "Its address, with https and port",
      "https://pc.msp.example:9440",
    ),
    insecure: field(z.boolean().default(false), "Whether its certificate is not checked", true),
  }),
  "Prism Central that makes the machines",
  { url: "https://pc.msp.example:9440" },
);

/** A network of machines as it is to be made: of all clusters, or of one. */
export const machineNetwork = field(
  z
    .strictObject({
      vlanId: field(z.int().min(0).max(LAST_VLAN).meta({ title: "VLAN" }), "Its VLAN", 740),
      cidr: field(cidr.meta({ title: "an IPv4 network such as 10.40.0.0/20" }), "Its addresses", "10.40.0.0/20"),
      gateway: field(ipv4, "Address of its gateway", "10.40.0.1"),
      poolStart: field(ipv4, "First address that machines may get", "10.40.1.0"),
    })
    .optional(),
  "Network behind the first of its subnets, where that is to be made",
  { vlanId: 740, cidr: "10.40.0.0/20", gateway: "10.40.0.1", poolStart: "10.40.1.0" },
);

/** The same, read. */
export type MachineNetwork = NonNullable<z.output<typeof machineNetwork>>;

/** Where machines stand and what they are made from: of all clusters, or of one. */
export const placeFields = {
  prismElement: field(prismName.optional(), "Cluster of hosts (Prism Element) that the machines run on", "pe-msp-01"),
  subnets: field(z.array(prismName).min(1).max(16).optional(), "Subnets of the machines", ["vlan-740"]),
  image: field(
    prismName.optional(),
    "Image of the machines' disks, as Prism Central calls it",
    "nkp-rocky-9.6-release",
  ),
  storageContainer: field(prismName.optional(), "Storage container of volumes that claims ask for", "msp-tenants"),
  project: field(prismName.optional(), "Project in Prism Central (default: none is said)", "_internal"),
  categories: field(
    z.record(prismName, prismName).optional(),
    "Categories of the machines, a key and its value each (default: none)",
    { Environment: "production" },
  ),
} as const;

/** Without these nothing can be made, though they may be said for each cluster. */
export const NEEDED_OF_A_PLACE: ReadonlySet<string> = new Set([
  "prismElement",
  "subnets",
  "image",
  "storageContainer",
  "machineNetwork",
]);

const clusterOptions = z.strictObject({
  name: field(dnsLabel.optional(), "Its name, where it is to be another than the plan's", "orchid-prod"),
  namespace: field(dnsLabel.optional(), "Namespace of its objects (default: the release's own)", "orchid"),
  controlPlaneEndpoint: field(ipv4.optional(), "Address of its API server, free and outside of DHCP", "10.40.7.10"),
  controlPlanePort: field(
    z.int().min(1).max(65_535).default(6443).meta({ title: "port" }),
    "Port of its API server",
    6443,
  ),
  loadBalancerRange: field(
    z
      .string()
      .regex(/^\d{1,3}(\.\d{1,3}){3}-\d{1,3}(\.\d{1,3}){3}$/)
      .meta({ title: "two IPv4 addresses such as 10.40.7.20-10.40.7.27" })
      .optional(),
    "First and last address for its load balancers",
    "10.40.7.20-10.40.7.27",
  ),
  podNetwork: field(cidr.optional(), "Network of its pods (default: NKP's own, 192.168.0.0/16)", "172.22.0.0/16"),
  serviceNetwork: field(cidr.optional(), "Network of its services (default: NKP's own, 10.96.0.0/12)", "10.112.0.0/16"),
  machineNetwork,
  ...placeFields,
});

/** What is said of one cluster. */
export type ClusterOptions = z.output<typeof clusterOptions>;

export const clusters = field(
  z.record(z.string(), clusterOptions).default({}),
  "What holds for one cluster, by the name that the plan gives it; goes before what is said for all",
  { "tenant-orchid": { controlPlaneEndpoint: "10.40.7.10", loadBalancerRange: "10.40.7.20-10.40.7.27" } },
);

/**
 * What files that make machines must know of the place where they are made. Everything of a place may be said for all
 * clusters, and otherwise for one.
 */
export const SITE_FIELDS = { prismCentral, ...placeFields, clusters } as const;

/** The same, read. */
export type SiteOptions = z.output<z.ZodObject<typeof SITE_FIELDS>>;
