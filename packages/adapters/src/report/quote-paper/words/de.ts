import type { QuoteWords } from "./quote-words.ts";

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;

const UNITS: Readonly<Record<string, string>> = {
  month: "Monat",
  months: "Monate",
  cluster: "Cluster",
  clusters: "Cluster",
  node: "Knoten",
  nodes: "Knoten",
  worker: "Worker",
  workers: "Worker",
  tenant: "Mandant",
  tenants: "Mandanten",
  hour: "Stunde",
  hours: "Stunden",
};

const NAMES: Readonly<Record<string, string>> = {
  "Managed Kubernetes, as agreed": "Managed Kubernetes, wie vereinbart",
};

/** What the planner adds to the name of a line, the last first. */
const ADDITIONS: readonly (readonly [RegExp, string])[] = [
  [/, to fill the last step$/, ", zur vollen Stufe"],
  [/, least billed$/, ", bis zur Mindestmenge"],
  [/, included$/, ", inbegriffen"],
];
const TIERS: readonly (readonly [RegExp, (from: string) => string])[] = [
  [/, beyond ([\d.]+)(?=$|,)/, (from) => `, über ${from}`],
  [/, all at the price above ([\d.]+)(?=$|,)/, (from) => `, alles zum Preis ab ${from}`],
];

/** The name of a line is the provider's own; what the planner has added to it is not. */
function nameIn(name: string): string {
  const added = ADDITIONS.reduce((text, [pattern, words]) => text.replace(pattern, words), name);
  return TIERS.reduce(
    (text, [pattern, words]) => text.replace(pattern, (_, from: string) => words(from.replace(".", ","))),
    added,
  );
}

const OPTIONS: Readonly<Record<string, string>> = {
  "tenant-services agents": "Agenten, die Metriken und Logs an einen zentralen Stack des Anbieters senden; kein Backup",
  "tenant-services agents-and-metrics":
    "Agenten, die Logs an einen zentralen Stack des Anbieters senden, Metriken auf dem Cluster; kein Backup",
  "tenant-services none": "was die Edition von Haus aus mitbringt",
  "tenant-services full": "Monitoring, Logging und Backup auf dem Cluster",
  "loss-survived one-node": "eines beliebigen Knotens",
  "loss-survived two-nodes": "zweier beliebiger Knoten",
  "loss-survived zone": "einer beliebigen Zone",
  "loss-survived none": "keines Knotens",
};

export const de: QuoteWords = {
  language: "de",
  quoteFor: (names) => `Angebot für ${names}`,
  number: "Nummer",
  invented: "Beispiel: Die Preise sind erfunden. Kein verbindliches Angebot.",
  pods: "Pods",
  vcpu: "Angeforderte vCPU",
  memory: "Angeforderter Arbeitsspeicher, GiB",
  storage: "Volumes, GiB",
  recurs: "Laufende Leistungen",
  once: "Einmalige Leistungen",
  totalMonthly: "Summe im Monat",
  totalOnce: "Summe, einmalig",
  service: "Leistung",
  quantity: "Menge",
  unitPrice: "Einzelpreis",
  discount: "Rabatt",
  cluster: "Cluster",
  allRecurs: "Alle laufenden Leistungen",
  allOnce: "Alle einmaligen Leistungen",
  total: "Summe",
  tax: (percent) => `Umsatzsteuer, ${percent} %`,
  totalWithTax: "Summe mit Umsatzsteuer",
  aMonth: "im Monat",
  onlyOnce: "einmalig",
  day: (text) => (ISO_DAY.test(text) ? text.split("-").toReversed().join(".") : text),
  ownItems: "Weitere einmalige Posten",
  totalOwnItems: "Summe davon, einmalig",
  itemWithoutTitle: (amount) => `Ein einmaliger Posten über ${amount} hat keine Bezeichnung.`,
  noAmount: (title, amount) => `„${amount}“ ist kein Betrag wie 1200 oder 1200,50 (einmaliger Posten „${title}“).`,
  delivered: "Lieferumfang",
  deliveredAsPlanned: (day) => `Planung vom ${day} für den oben genannten Bedarf.`,
  availability: "Verfügbarkeit",
  supportAndUpgrades: "Support und Upgrades",
  provider: "Anbieter",
  customer: "Kunde",
  placeAndDate: "Ort und Datum",
  platform: (version, kubernetes) => `Nutanix Kubernetes Platform ${version}, Kubernetes ${kubernetes}.`,
  ownCluster: (edition) => `Ein eigener Cluster: ${edition}.`,
  sharedCluster: (edition) => `Ein Teil eines Clusters, den sich mehrere Kunden teilen: ${edition}.`,
  managedByProvider: "Er wird von einem Management-Cluster des Anbieters verwaltet.",
  nodes: (count, isOne, vcpu, memoryGiB) =>
    `${count} Knoten mit ${isOne ? "" : "je "}${vcpu} vCPU und ${memoryGiB} GiB Arbeitsspeicher`,
  controlPlane: (nodes) => `Control Plane: ${nodes}.`,
  workers: (nodes) => `Worker: ${nodes}.`,
  pool: (name, nodes) => `Worker des Pools ${name}: ${nodes}.`,
  usable: (vcpu, memoryGiB) =>
    `Pods können auf den Workern ${vcpu} vCPU und ${memoryGiB} GiB nutzen, die der Plattform eingerechnet.`,
  services: (what) => `Monitoring, Logging und Backup: ${what}.`,
  survives: (loss) => `Die Worker sind so geplant, dass sie den Ausfall ${loss} überstehen.`,
  poolSurvives: (pool, loss) => `Der Pool ${pool} ist so geplant, dass er den Ausfall ${loss} übersteht.`,
  poolWithoutLoss: (pool) => `Im Pool ${pool} ist für den Ausfall eines Knotens keiner vorgehalten.`,
  apiSurvives: (nodeCount, lostCount) =>
    `Die Kubernetes-API ist so geplant, dass sie bei Ausfall von ${lostCount} der ${nodeCount} Knoten der Control Plane weiterläuft.`,
  zones: (zoneCount) => `Die Knoten jedes Pools sind auf ${zoneCount} Zonen verteilt.`,
  apiOfZone: (goesOn) =>
    goesOn
      ? "Die Kubernetes-API ist so geplant, dass sie bei Ausfall einer beliebigen Zone weiterläuft."
      : "Fällt eine Zone aus, antwortet die Kubernetes-API möglicherweise nicht.",
  apiStops: "Die Kubernetes-API antwortet nicht, solange der Knoten der Control Plane ausfällt.",
  notSurvived: (pool) => `Der Pool ${pool} ist dafür zu klein geplant.`,
  noLossPlanned: "Für den Ausfall eines Knotens ist keiner vorgehalten.",
  noPercentPromised: "Eine Verfügbarkeit in Prozent sagt dieses Dokument nicht zu.",
  supportWindow: (minors, isOne) =>
    `Soweit bekannt, wird der Cluster unterstützt, solange er höchstens ${minors} ${isOne ? "Minor-Version" : "Minor-Versionen"} hinter der neuesten liegt.`,
  nkpSupport: (version, day, isPast) =>
    isPast
      ? `Der Hersteller hat NKP ${version} bis ${day} unterstützt.`
      : `NKP ${version} wird vom Hersteller bis ${day} unterstützt.`,
  nkpSupportNotSaid: (version) => `Bis wann der Hersteller NKP ${version} unterstützt, ist nicht angegeben.`,
  kubernetesSupport: (minor, day, isPast) =>
    isPast
      ? `Das Kubernetes-Projekt hat Kubernetes ${minor} bis ${day} gepflegt: Ein Upgrade steht an.`
      : `Das Kubernetes-Projekt pflegt Kubernetes ${minor} bis ${day}.`,
  kubernetesSupportNotSaid: (version) => `Bis wann das Kubernetes-Projekt ${version} pflegt, ist nicht bekannt.`,
  ownPace: "Upgrades im eigenen Takt des Mandanten.",
  fleetPace: "Upgrades zusammen mit der Flotte des Anbieters.",
  pricesAsOf: (day, hasTax) => `Preise vom ${day}, ohne Umsatzsteuer${hasTax ? ", die zur Summe hinzukommt" : ""}.`,
  holdsUntil: (day) => `Sie gelten bis ${day}.`,
  holds: "Sie gelten, bis sie geändert werden.",
  term: (months) => `Laufzeit: ${months} Monate.`,
  noTerm: "Eine Laufzeit ist nicht vereinbart.",
  indexed: (percent) => `Die Preise steigen um ${percent} Prozent im Jahr.`,
  noPercentage: (text) => `${text} ist kein Prozentsatz wie 19 oder 7,7.`,
  pageOf: ["Seite ", " von ", ""],
  unit: (unit) => UNITS[unit] ?? unit,
  name: (name) => NAMES[name] ?? nameIn(name),
  option: (parameterId, optionId, title) => OPTIONS[`${parameterId} ${optionId}`] ?? title,
};
