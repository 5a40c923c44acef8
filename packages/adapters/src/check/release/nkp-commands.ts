import { CREATE_CLUSTER, CREATE_NODEPOOL, type Flags } from "../../emit/nkp-cli/flags.ts";

/** A command of NKP's command line, with every flag that is known of it. */
export interface NkpCommand {
  /** `nkp create cluster nutanix` */
  readonly words: readonly string[];
  /** Each flag with the release, major and minor, from which on it is there, or older. */
  readonly flags: Flags;
  /** Flags that are gone, with the first release without them. */
  readonly gone: Flags;
  /** Newest release, major and minor, whose help was read: what later ones have besides is not known. */
  readonly readUntil: string;
}

const OLDEST_READ = [2, 16] as const;
const FIRST_WITH_SYNC = [2, 18] as const;

/** Flags that every command has. */
const OF_ALL = of("--help -h --verbose -v");

/** Of printing by templates, which 2.17.1 no longer has. */
const GONE = Object.fromEntries(
  ["--allow-missing-template-keys", "--template"].map((flag) => [flag, [2, 17]]),
) satisfies Flags;

/**
 * @see `nkp create cluster nutanix --help`, NKP 2.16.1 and 2.17.1; of 2.18.0 the same flags of Cluster API in
 * `nkp create capi-components --help`
 */
const CLUSTER: NkpCommand = {
  words: ["nkp", "create", "cluster", "nutanix"],
  flags: {
    ...CREATE_CLUSTER,
    ...OF_ALL,
    ...of(`
      -c -n -o --acme-email --acme-server --additional-trust-bundle --airgapped --aws-service-endpoints
      --bootstrap-cluster-image --bundle --cluster-hostname --control-plane-external-endpoint
      --control-plane-renew-certificates-before --control-plane-vm-image --csi-file-system --csi-flash-mode
      --csi-hypervisor-attached-volumes --csi-reclaim-policy --extra-sans --fips --http-proxy --https-proxy --ingress-ca
      --ingress-certificate --ingress-private-key --no-proxy --ntp-servers --output-directory --registry-cacert
      --registry-mirror-cacert --registry-mirror-password --registry-mirror-url --registry-mirror-username
      --registry-password --registry-url --registry-username --show-managed-fields --skip-preflight-checks
      --ssh-public-key-file --ssh-username --timeout --wait --with-aws-bootstrap-credentials
      --with-gcp-bootstrap-credentials --worker-vm-image
    `),
    "--capi-additional-sync-machine-annotations": FIRST_WITH_SYNC,
    "--capi-additional-sync-machine-labels": FIRST_WITH_SYNC,
  },
  gone: GONE,
  readUntil: "2.17",
};

/** @see `nkp create nodepool nutanix --help`, NKP 2.13.3 and 2.17.1 */
const NODEPOOL: NkpCommand = {
  words: ["nkp", "create", "nodepool", "nutanix"],
  flags: {
    ...CREATE_NODEPOOL,
    ...OF_ALL,
    ...of("-c -n -o --dry-run --output --output-directory --show-managed-fields --timeout"),
  },
  gone: GONE,
  readUntil: "2.17",
};

/** Commands whose flags are known. */
export const NKP_COMMANDS: readonly NkpCommand[] = [CLUSTER, NODEPOOL];

function of(flags: string): Flags {
  return Object.fromEntries(
    flags
      .trim()
      .split(/\s+/)
      .map((flag) => [flag, OLDEST_READ]),
  );
}
