import { numberColumn } from "../column-kinds.ts";
import { vcpu as unit } from "../units/vcpu.ts";

/** What all its pods request of CPU. */
export const vcpu = numberColumn({
  id: "vcpu",
  heads:
    /^(v ?cpus?|cpus?|cores?|v ?cores?|cpu v?cpus?|v?cpu cores?|(v|cpu )?kerne|(v|cpu )?coeurs?|(core|nuclei) (v)?cpu)$/,
  unit,
  needed: true,
  addsUp: true,
  wanted: { expected: "a number of vCPU", fix: "write for example 3.5, or 500m" },
  fields: ["demand.cpu"],
  grid: { title: "vCPU", unit: "requested" },
});
