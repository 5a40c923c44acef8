import { NO_OPTIONS } from "../formats/options.ts";
import { EVERY_RELEASE } from "../formats/release-range.ts";
import { defineAdapter } from "./adapter.ts";

/** What is to be bought and kept ready for a plan, in quantities: for procurement, as CSV and as Markdown. */
export const billOfMaterials = defineAdapter({
  id: "bill-of-materials",
  title: "Bill of materials",
  summary: "Hosts, licences, nodes, addresses and volumes of a plan in quantities, without prices: CSV and Markdown.",
  of: "fleet",
  releases: EVERY_RELEASE,
  options: NO_OPTIONS,
  readsBack: ["machines", "addressCount"],
  load: async () => {
    const [{ emitBill }, { readBill }] = await Promise.all([
      import("./bill/emit-bill.ts"),
      import("./bill/read-bill.ts"),
    ]);
    return { emit: emitBill, readBack: readBill };
  },
});
