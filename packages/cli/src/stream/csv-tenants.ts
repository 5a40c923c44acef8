import { type TenantOfStream, TenantsStream } from "@nkp-planner/adapters";
import type { InputLine } from "./input-line.ts";

/**
 * The rows of a table as tenants, as it comes.
 * @param currency of the fleet @param tell is told what was left out or decided without harm, each once
 */
export async function* csvTenants(
  texts: AsyncIterable<string>,
  currency: string,
  tell: (notice: string) => void,
): AsyncGenerator<InputLine> {
  const table = new TenantsStream(currency);
  let toldCount = 0;
  const tellNew = () => {
    for (const notice of table.notices.slice(toldCount)) tell(notice);
    toldCount = table.notices.length;
  };
  for await (const text of texts) {
    yield* table.push(text).map(lineOf);
    tellNew();
  }
  yield* table.end().map(lineOf);
  tellNew();
}

function lineOf({ line: lineNumber, tenant, problems }: TenantOfStream): InputLine {
  if (tenant === undefined) return { lineNumber, text: "", problems };
  return { lineNumber, text: JSON.stringify(tenant) };
}
