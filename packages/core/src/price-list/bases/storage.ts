import { gibOf } from "../../base/units.ts";
import type { PriceBasis } from "./price-basis.ts";
import { requested } from "./requested.ts";

export const storage = {
  id: "storage",
  unit: "GiB",
  service: "storage",
  recovers: "workload",
  countedFrom: "tenant",
  quantityOf: requested(({ claims }, { storageClass }, items) => {
    const named = items.flatMap((item) => item.storageClass ?? []);
    const charged = claims.filter((one) =>
      storageClass === null
        ? one.storageClass === null || !named.includes(one.storageClass)
        : one.storageClass === storageClass,
    );
    return gibOf(charged.reduce((sum, { claimedBytes }) => sum + claimedBytes, 0));
  }),
} as const satisfies PriceBasis;
