import { wordColumn } from "../column-kinds.ts";
import { namesSummary } from "../summary-names.ts";

const NO_SUM = {
  expected: "a tenant, not the sum or average of the others",
  fix: "remove the row, or rename the tenant",
};

/** The field's words for who rents, in some of the languages in which such tables are kept, without accents. */
const HEADS =
  /^((tenant|customer|client|company)( name)?|tenants|customers|clients|names?|(kunde[n]?|mandant(en)?|mieter)( ?name)?|auftraggeber|(nom )?(du )?clients?|(nombre )?(del )?clientes?|inquilinos?|(nome )?(del )?clienti?|klant(en)?( ?naam)?|huurder|klient|zakaznik|kund( ?namn)?|kunde ?navn|asiakas|musteri( adi)?|клиент|заказчик|арендатор|客户(名称)?|租户|顧客名?|テナント名?|お客様名?)$/u;
/** Words that may be of somebody else's: they are the tenant's where no other column is. The first of them is taken. */
const OTHER_HEADS = [
  /^((customer|client|tenant) )?accounts?( name)?$/,
  /^(firmen?|unternehmen|betrieb|firma)( ?name)?$/,
  /^(organi[sz]ations?|organisationen|firm|business|subscriber|end customer|debitor)( ?name)?$/,
  /^(societe|entreprise|compte|empresa|cuenta|azienda|societa|ditta|bedrijf(snaam)?|foretag|firmy|spolecnost|sirket|компания|организация|会社名?|公司(名称)?)$/u,
];

/** What the tenant is called. Its cell shows what is wrong with the id, where there is no column for that. */
export const name = wordColumn({
  id: "name",
  called: "tenant",
  heads: HEADS,
  otherHeads: OTHER_HEADS,
  needed: true,
  wanted: { expected: "the name of a tenant", fix: "name it, or remove the row" },
  fields: ["name", "id"],
  valueIn: ({ name: given, id }) => given ?? id,
  read: (text) => (namesSummary(text) ? NO_SUM : text),
  grid: { title: "Tenant", unit: "" },
});
