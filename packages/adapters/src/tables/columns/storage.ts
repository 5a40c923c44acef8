import { numberColumn } from "../column-kinds.ts";
import { size } from "../units/size.ts";

/** Volumes of all its pods. */
export const storage = numberColumn({
  id: "storage",
  heads:
    /^(storage|volumes?|disks?|pvcs?|(storage|persistent) volumes?|(fest)?plattenplatz|speicherplatz|stockage|disques?|almacenamiento|archiviazione|spazio( su)? disco|opslag)$/,
  unit: size,
  addsUp: true,
  wanted: { expected: "a size such as 200 or 200Gi", fix: "write for example 200" },
  fields: ["demand.storage"],
  valueIn: ({ demand }) => demand && (demand.storage ?? "0"),
  grid: { title: "Storage", unit: "GiB of volumes", isUnitShown: true },
});
