import { withUnreadFiles } from "../objects/files-together.ts";
import type { DecidedReadRequest, OpenedFile, ReadText } from "../reader.ts";
import { demandOfVms } from "./demand-of-vms.ts";
import { type InventoryWords, inventoryOptions } from "./inventory-options.ts";
import type { VmList } from "./judged-list.ts";
import { type ListsIn, listsInBytes, listsInText } from "./lists-in.ts";
import { othersNotRead } from "./others-not-read.ts";
import { isOtherSheet } from "./sniff-inventory.ts";
import { tenantsInWorkbook } from "./tenants-in-workbook.ts";

/** The VMs of a text with a row a VM, or of what an API answered. */
export function read(text: string, request: DecidedReadRequest<InventoryWords>): ReadText {
  return demandOfFile(listsInText(text, request.fileName), request);
}

/** The VMs of a workbook, or of a zip with one; null: it is none. */
export async function readBytes(
  bytes: Uint8Array,
  request: DecidedReadRequest<InventoryWords>,
): Promise<ReadText | null> {
  const found = await listsInBytes(bytes, request.fileName);
  if (found === null) return null;
  const made = demandOfFile(found, request);
  return "problems" in found ? tenantsInWorkbook(bytes, request, made) : made;
}

function demandOfFile(found: ListsIn, { options }: DecidedReadRequest<InventoryWords>): ReadText {
  const decided = inventoryOptions(options);
  return "problems" in found ? { data: null, problems: found.problems } : demandOfVms(found.lists, decided);
}

/** Pages of a list, lists of several sites, or a folder with a file a sheet: a tenant of several is one. */
export async function readTogether(
  files: readonly OpenedFile[],
  { options }: DecidedReadRequest<InventoryWords>,
): Promise<ReadText> {
  const decided = inventoryOptions(options);
  const lists: VmList[] = [];
  const problems: ReadText["problems"][number][] = [];
  const others = files.filter(({ name }) => isOtherSheet(name));
  for (const { name, bytes, text } of files.filter((file) => !others.includes(file))) {
    const found = (await listsInBytes(bytes, name)) ?? listsInText(text ?? "", name);
    if ("lists" in found) lists.push(...found.lists);
    else problems.push(...found.problems.map((problem) => ({ ...problem, file: name })));
  }
  const notices = othersNotRead(
    "files",
    others.map(({ name }) => name),
  );
  if (lists.length === 0) return { data: null, problems: problems.length > 0 ? problems : noLists(others) };
  const made = demandOfVms(lists, decided);
  return withUnreadFiles({ ...made, notices: [...(made.notices ?? []), ...notices] }, problems);
}

function noLists(others: readonly OpenedFile[]): ReadText["problems"] {
  const found = `only other sheets: ${others.map(({ name }) => name).join(", ")}`;
  const [expected, fix] = ["the sheet with a row a VM, vInfo", "give it too"];
  return [{ code: "unreadable", path: [], found, expected, fix, line: 1, column: 1 }];
}
