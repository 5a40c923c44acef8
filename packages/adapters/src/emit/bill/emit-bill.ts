import type { NO_OPTIONS } from "../../formats/options.ts";
import type { EmitWork } from "../adapter.ts";
import type { Emitted } from "../emitted-file.ts";
import { billCsv } from "./bill-csv.ts";
import { billMarkdown } from "./bill-markdown.ts";
import { billFinding } from "./bill-texts.ts";
import { addressItems, deviceItems, nodeItems, volumeItems } from "./cluster-items.ts";
import { hostItems, inventedProfiles } from "./host-items.ts";
import { licenceItems } from "./licence-items.ts";
import { notCounted } from "./not-counted.ts";

/** The same items twice: for programs, and for people. */
export function emitBill({ fleet, findings }: EmitWork<typeof NO_OPTIONS>): Emitted {
  if (fleet === null) throw new Error("A bill of materials is written of a fleet.");
  const { planned } = fleet;
  const items = [hostItems, licenceItems, nodeItems, deviceItems, addressItems, volumeItems].flatMap((of) =>
    of(planned),
  );
  const things = notCounted(planned);
  const invented = inventedProfiles(planned);
  const profiles = invented.map(
    ({ name, profile: { coreCount, memoryGiB, rawTiB } }) =>
      `${name === null ? "" : `${name}, `}${coreCount} cores, ${memoryGiB} GiB, ${rawTiB} TiB`,
  );
  const said = [
    ...(invented.length === 0 ? [] : [billFinding("profile-invented", { profiles })]),
    billFinding("not-counted", { things: things.join("; ") }),
    billFinding("quantities-alone"),
  ];
  return {
    files: [
      { path: "bill-of-materials.csv", text: billCsv(items, things) },
      { path: "bill-of-materials.md", text: billMarkdown(planned, items, [...findings, ...said]) },
    ],
    findings: said,
  };
}
