import { countText, type Finding, findingText, visible } from "@nkp-planner/core";
import type { PlanToEmit } from "../plan-to-emit.ts";
import type { PlacedCluster } from "./placed-cluster.ts";
import type { Subnet } from "./subnets.ts";

/** What the files are, how they are used, and what is to be known of them. */
export function terraformReadme(
  { release, asOf }: PlanToEmit,
  places: readonly PlacedCluster[],
  subnets: readonly Subnet[],
  findings: readonly Finding[],
): string {
  return `# Prerequisites of ${countText(places.length, "clusters")} of NKP ${visible(release.version)}

As planned for ${asOf}. There is no resource for NKP's clusters themselves: these files prepare what they need.
${findings.map((finding) => `\n${visible(findingText(finding))}\n`).join("")}
## Use

The provider reads where Prism Central is, and who you are, from the environment: NUTANIX_ENDPOINT, NUTANIX_PORT,
NUTANIX_USERNAME and NUTANIX_PASSWORD, or NUTANIX_API_KEY. No file holds any of them.

\`\`\`sh
terraform init
terraform validate
terraform plan
\`\`\`

OpenTofu takes the same files: write \`tofu\` for \`terraform\`. Terraform from 1.5 on has checks; they warn, and stop
nothing: read them before you apply.

What is there already is not made: name it with the option \`existing\`, or take it over with \`terraform import\`.

## Subnets

${subnets.map(subnetLine).join("\n")}
`;
}

function subnetLine({ name, prismElement, network, pool, addressCount, places }: Subnet): string {
  const where = visible(`${name} on ${prismElement}`).replaceAll("|", "\\|");
  if (network === null) return `- ${where}: looked up`;
  const range = pool === null ? "no addresses for machines" : `${pool.start}-${pool.end}`;
  return `- ${where}: VLAN ${network.vlanId}, ${network.cidr}, ${range}: ${countText(addressCount, "addresses")} for ${countText(places.length, "clusters")}`;
}
