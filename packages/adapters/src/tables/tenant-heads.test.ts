import { describe, expect, it } from "vitest";
import { tenantColumnOf } from "./tenant-head.ts";
import { readTenantsCsv } from "./tenants-csv.ts";

const read = (heads: string, ...rows: readonly string[]) => readTenantsCsv([heads, ...rows].join("\n"));

describe("the column of tenants", () => {
  it.each([
    ...["Kunde", "Kunden", "Kundenname", "Mandant", "Mandanten-Name", "Client", "Nom du client", "Cliente", "Klant"],
    ...["Kundnamn", "Müşteri", "Клиент", "客户", "顧客名", "テナント"],
  ])("is known as %s", (head) => {
    expect(tenantColumnOf(head)?.column.id).toBe("name");
    expect(read(`${head};Pods;vCPU;RAM GiB`, "Kite;1;1;1")).toMatchObject({ tenants: [{ name: "Kite" }], notices: [] });
  });

  it.each(["Account", "Account name", "Firma", "Organisation", "Unternehmen", "Société", "Empresa", "会社名"])(
    "is %s where no other is, and that is said",
    (head) => {
      const { tenants, notices } = read(`Pods;vCPU;RAM GiB;${head}`, "1;1;1;Kite");
      expect(tenants).toMatchObject([{ name: "Kite" }]);
      expect(notices).toEqual([`The column "${head}" is read as the tenant: no other names it.`]);
      const both = read(`Kunde;Pods;vCPU;RAM GiB;${head}`, "Kite;1;1;1;Other");
      expect(both).toMatchObject({ tenants: [{ name: "Kite" }], problems: [] });
      expect(both.notices).toEqual([expect.stringContaining(`The column "${head}" says nothing`)]);
    },
  );

  it("of two such words is the likelier, and the other is said to be left out", () => {
    const { tenants, notices } = read("Firma;Account;Pods;vCPU;RAM GiB", "X;Kite;1;1;1");
    expect(tenants).toMatchObject([{ name: "Kite" }]);
    expect(notices).toHaveLength(2);
  });

  it("missing is told with the heads that are there, below a title too", () => {
    const { problems } = read("Plan of 2026", "Wer;Pods;vCPU;RAM GiB", "Kite;1;1;1");
    expect(problems).toMatchObject([
      {
        line: 2,
        found: 'columns "Wer", "Pods", "vCPU", "RAM GiB"',
        expected: "one named tenant (or customer, client, company, account, Kunde, Mandant)",
      },
    ]);
  });

  it.each([
    ["Arbeitsspeicher (GB)", "memory"],
    ["Mémoire", "memory"],
    ["Preis (€)", "price"],
    ["Stockage", "storage"],
  ])("stands beside others in the same languages: %s", (head, id) => expect(tenantColumnOf(head)?.column.id).toBe(id));

  it.each(["Speicher", "Kunde pro Jahr", "Ansprechpartner", "客户经理"])("is not %s", (head) =>
    expect(tenantColumnOf(head)).toBeUndefined(),
  );
});
