/**
 * What of the provider `nutanix/nutanix` 2.4.2 the files name, as its Go sources have it at
 * github.com/nutanix/terraform-provider-nutanix@5d035f753fd2c3d0df82f93929811826a8ebfe31:
 * nutanix/services/prismv2/resource_nutanix_categories_v2.go, networkingv2/resource_nutanix_subnets_v2.go and
 * data_source_nutanix_subnets_v2.go, storagecontainersv2/*, vmmv2/resource_nutanix_image_v2.go and
 * data_source_nutanix_images_v2.go, clustersv2/data_source_nutanix_cluster_entities_v2.go and
 * data_source_nutanix_host_entities_v2.go. Facts only: names, types and what is required.
 */

type Scalar = "text" | "number" | "yes-or-no" | "texts";

interface Block {
  readonly required?: readonly string[];
  /** A block in it is a list of blocks. */
  readonly fields: Readonly<Record<string, Scalar | Block>>;
}

interface Type extends Block {
  /** What only the provider says. */
  readonly computed: readonly string[];
}

const ADDRESS: Block = { fields: { value: "text", prefix_length: "number" } };
const QUERY = { page: "number", limit: "number", filter: "text", order_by: "text", select: "text" } as const;

const RESOURCES: Readonly<Record<string, Type>> = {
  nutanix_category_v2: {
    required: ["key", "value"],
    fields: { key: "text", value: "text", type: "text", description: "text", owner_uuid: "text" },
    computed: ["associations", "detailed_associations"],
  },
  nutanix_subnet_v2: {
    required: ["name", "subnet_type"],
    fields: {
      ext_id: "text",
      name: "text",
      description: "text",
      subnet_type: "text",
      network_id: "number",
      cluster_reference: "text",
      virtual_switch_reference: "text",
      vpc_reference: "text",
      is_nat_enabled: "yes-or-no",
      is_external: "yes-or-no",
      reserved_ip_addresses: ADDRESS,
      bridge_name: "text",
      is_advanced_networking: "yes-or-no",
      ip_config: {
        fields: {
          ipv4: {
            fields: {
              ip_subnet: { fields: { ip: ADDRESS, prefix_length: "number" } },
              default_gateway_ip: ADDRESS,
              dhcp_server_address: ADDRESS,
              pool_list: { fields: { start_ip: ADDRESS, end_ip: ADDRESS } },
            },
          },
        },
      },
    },
    computed: [],
  },
  nutanix_storage_containers_v2: {
    required: ["cluster_ext_id", "name"],
    fields: {
      cluster_ext_id: "text",
      ext_id: "text",
      container_ext_id: "text",
      owner_ext_id: "text",
      name: "text",
      logical_explicit_reserved_capacity_bytes: "number",
      logical_advertised_capacity_bytes: "number",
      replication_factor: "number",
    },
    computed: [],
  },
  nutanix_images_v2: {
    required: ["name", "type"],
    fields: {
      name: "text",
      description: "text",
      type: "text",
      checksum: { required: ["hex_digest", "object_type"], fields: { hex_digest: "text", object_type: "text" } },
      source: {
        fields: {
          url_source: { required: ["url"], fields: { url: "text", should_allow_insecure_url: "yes-or-no" } },
          vm_disk_source: { required: ["ext_id"], fields: { ext_id: "text" } },
          object_lite_source: { required: ["key"], fields: { key: "text" } },
        },
      },
      category_ext_ids: "texts",
      cluster_location_ext_ids: "texts",
    },
    computed: ["ext_id", "size_bytes"],
  },
};

const LOOKUPS: Readonly<Record<string, Type>> = {
  nutanix_clusters_v2: { fields: { ...QUERY, apply: "text", expand: "text" }, computed: ["cluster_entities"] },
  nutanix_hosts_v2: { fields: { ...QUERY, apply: "text" }, computed: ["host_entities"] },
  nutanix_subnets_v2: { fields: { ...QUERY, expand: "text" }, computed: ["subnets"] },
  nutanix_images_v2: { fields: QUERY, computed: ["images"] },
  nutanix_storage_containers_v2: { fields: { ...QUERY, apply: "text" }, computed: ["storage_containers"] },
};

/** What is asked of one entry of a list that is looked up. */
export const ENTRY_FIELDS: ReadonlySet<string> = new Set([
  "ext_id",
  "cluster_ext_id",
  "cluster_reference",
  "memory_size_bytes",
  "number_of_cpu_cores",
]);

/** Whether a type has something that may be asked of it. */
export function isAttribute(mode: "resource" | "data", type: string, attribute: string): boolean {
  const found = (mode === "resource" ? RESOURCES : LOOKUPS)[type];
  return found !== undefined && (found.computed.includes(attribute) || Object.hasOwn(found.fields, attribute));
}

/** What the provider would refuse of a block. */
export function shapeProblems(mode: "resource" | "data", type: string, block: unknown): readonly string[] {
  const found = (mode === "resource" ? RESOURCES : LOOKUPS)[type];
  return found === undefined ? [`${type}: unknown`] : blockProblems(type, found, block);
}

function blockProblems(path: string, { required = [], fields }: Block, block: unknown): readonly string[] {
  if (typeof block !== "object" || block === null || Array.isArray(block)) return [`${path}: not a block`];
  const missing = required.filter((name) => !Object.hasOwn(block, name)).map((name) => `${path}.${name}: missing`);
  const wrong = Object.entries(block).flatMap(([name, value]) => {
    const [at, field] = [`${path}.${name}`, Object.hasOwn(fields, name) ? fields[name] : undefined];
    if (field === undefined) return [`${at}: unknown`];
    if (typeof field === "string") return isScalar(field, value) ? [] : [`${at}: not ${field}`];
    if (!Array.isArray(value)) return [`${at}: not a list of blocks`];
    return value.flatMap((one, index) => blockProblems(`${at}.${index}`, field, one));
  });
  return [...missing, ...wrong];
}

function isScalar(field: Scalar, value: unknown): boolean {
  if (typeof value === "string" && value.startsWith("\u0024{")) return true;
  if (field === "texts") return Array.isArray(value) && value.every((one) => typeof one === "string");
  return typeof value === { text: "string", number: "number", "yes-or-no": "boolean" }[field];
}
