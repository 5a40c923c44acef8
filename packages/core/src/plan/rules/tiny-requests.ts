import { findingOf } from "../../base/findings/finding.ts";
import { BYTES_PER_MIB } from "../../base/units.ts";
import type { Tenant } from "../../input/fleet.ts";
import { list, named } from "./figures.ts";
import { defineInputRule } from "./rule.ts";

const ID = "tiny-requests";

/** Pods that ask for less memory than any container runs in: another unit was probably meant. */
export const tinyRequests = defineInputRule({
  id: ID,
  title: "Every pod asks for memory that a container can run in",
  judge: ({ input: { tenants } }) =>
    tenants.flatMap((tenant) => {
      const tiny = tinyOf(tenant);
      if (tiny.length === 0) return [];
      const figures = { tenant: named(tenant.name), pods: list(tiny) };
      return [findingOf(ID, "requests-tiny", { figures, subject: { in: "plan", tenantId: tenant.id } })];
    }),
});

function tinyOf({ demand }: Tenant): readonly string[] {
  const isTiny = (bytes: number) => bytes > 0 && bytes < BYTES_PER_MIB;
  if ("podCount" in demand) {
    const { podCount, requests } = demand;
    const each = podCount === 0 ? 0 : Math.floor(requests.memoryBytes / podCount);
    return isTiny(each) ? [`all (${each} bytes a pod)`] : [];
  }
  return demand
    .filter(({ requestsPerReplica }) => isTiny(requestsPerReplica.memoryBytes))
    .map(({ name, requestsPerReplica }) => `${name} (${requestsPerReplica.memoryBytes} bytes)`);
}
