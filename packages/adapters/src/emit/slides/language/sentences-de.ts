/**
 * Sentences of verdicts and findings in German, by the key of the message: every figure is in the nominative, behind a
 * colon or as the subject, because it comes as it is.
 */
export const SENTENCES_DE: Readonly<Record<string, string>> = {
  "verdict.cheaper": "{winner} kostet im Monat {saving} weniger ({savingRatio}) als {other}.",
  "verdict.same-cost": "{winner} und {other} kosten im Monat dasselbe.",
  "verdict.none-feasible": "Kein Modell kann diese Flotte so betreiben, wie sie beschrieben ist.",
  "verdict.only-feasible":
    "{winner} ist das einzige Modell, das diese Flotte so betreiben kann, wie sie beschrieben ist.",
  "verdict.single": "{winner} kostet im Monat {cost}.",
  "verdict.empty": "Eine Flotte ohne Mandanten kostet nichts.",
  "reason.license":
    "Lizenzen machen {share} des Unterschieds aus; zu lizenzieren sind: {other} {otherQuantity}, {winner} {winnerQuantity}.",
  "reason.infrastructure-license":
    "Lizenzen unter und in den VMs machen {share} des Unterschieds aus: {other} {otherQuantity}, {winner} {winnerQuantity}.",
  "reason.vcpu":
    "Die vCPU der Knoten machen {share} des Unterschieds aus: {other} {otherQuantity}, {winner} {winnerQuantity}.",
  "reason.memory":
    "Speicher der Knoten macht {share} des Unterschieds aus: {other} {otherQuantity}, {winner} {winnerQuantity}.",
  "reason.storage":
    "Datenspeicher macht {share} des Unterschieds aus: {other} {otherQuantity}, {winner} {winnerQuantity}.",
  "reason.host": "Hosts machen {share} des Unterschieds aus: {other} {otherQuantity}, {winner} {winnerQuantity}.",
  "reason.power":
    "Strom, Stellplatz und Kühlung machen {share} des Unterschieds aus: {other} {otherQuantity}, {winner} {winnerQuantity}.",
  "reason.prism-central":
    "Prism Central macht {share} des Unterschieds aus: {other} {otherQuantity}, {winner} {winnerQuantity}.",
  "reason.support":
    "Support macht {share} des Unterschieds aus; Cluster: {other} {otherQuantity}, {winner} {winnerQuantity}.",
  "reason.backup": "Sicherung macht {share} des Unterschieds aus: {other} {otherQuantity}, {winner} {winnerQuantity}.",
  "reason.other":
    "Sonstiges macht {share} des Unterschieds aus; Cluster: {other} {otherQuantity}, {winner} {winnerQuantity}.",
  "reason.labour":
    "Arbeit macht {share} des Unterschieds aus; Cluster: {other} {otherQuantity}, {winner} {winnerQuantity}.",
  "reason.as-cheap": "{model} und {winner} kosten dasselbe.",
  "reason.rests-on": "{share} im Monat mehr kommen von einer Annahme: {name}, {value} {unit}.",
  "reason.rests-on-price": "{share} im Monat mehr kommen von einem Preis: {name}, {value} {unit}.",
  "reason.rests-on-invented-price": "{share} im Monat mehr kommen von einem erfundenen Preis: {name}, {value} {unit}.",
  "reason.turns-at":
    "{name} dreht es um: {winner} kostet weniger, bis der Wert auf {tie} {unit} {moves} (jetzt {value}), alles andere wie geplant.",
  "reason.turns-nowhere":
    "Kein einzelner Preis und keine Zahl von Stunden dreht dies um, jeweils allein und ab null verändert.",
  "reason.platform": "Keinem Mandanten dienen: {other} {otherPlatform}, {winner} {winnerPlatform}.",
  "reason.floors": "Allein dokumentierte Mindestgrößen fügen hinzu: {other} {otherFloor}, {winner} {winnerFloor}.",
  "reason.gives-up": "Starter hat nicht: {features}.",
  "reason.gives-up-pro": "Pro hat nicht: {features}.",
  "reason.cadence": "{model}: {tenants} können den eigenen Takt von Upgrades nicht halten, den sie verlangen.",
  "illustrative-prices": "Die Preise sind erfunden ({book}): vor einem Angebot durch eigene ersetzen.",
  "illustrative-prices.some": "Preise von {items} sind erfunden ({book}): vor einem Angebot durch eigene ersetzen.",
  "illustrative-price-list.some": "Preise von {items} sind erfunden ({list}): vor einem Angebot durch eigene ersetzen.",
  "illustrative-price-list": "Die Preisliste ist erfunden ({list}): vor einem Angebot durch die eigene ersetzen.",
  "illustrative-agreed-prices":
    "Preise, die in der Flotte vereinbart sind, sind erfunden: vor einem Angebot durch eigene ersetzen.",
  "requests-not-public":
    "Was {component} anfordert, ist nicht öffentlich und bleibt weg: die Plattform braucht mehr, als gezählt ist.",
  "requests-not-stated":
    "{tenant} hat Pods, deren Anforderungen keine Quelle nennt; sie zählen als 0, der Mandant braucht also mehr: {workloads}.",
  "central-stack-not-scaled":
    "Die zentrale Sammlung von Metriken und Protokollen auf {cluster} ist für einen Cluster gezählt ({cpu}, {memory}, Volumes {volumes}); wie sie mit {reporting} wächst, ist nicht öffentlich.",
  "kubernetes-unpatched":
    "{release} enthält Kubernetes {minor}, das seit {day} keine Korrekturen mehr erhält; wie lange der Hersteller es selbst pflegt, ist nicht öffentlich.",
  "defaults-assumed":
    "Was ein Cluster der Art {kind} üblicherweise ausführt, ist nicht gesagt; angenommen: {applications}.",
  "minimum-assumed":
    "Wie klein ein Cluster der Art {kind} sein darf, ist nicht gesagt; angenommen: {workers} zu {shape}.",
  "starter-plane-unsaid":
    "Ob Arbeitsknoten von {cluster}, einer Starter-Verwaltung über {managed}, eine Lizenz brauchen, ist nicht gesagt: sie sind gezählt.",
  "illustrative-agreed-prices.some":
    "Preise, die mit {tenants} vereinbart sind, sind erfunden: vor einem Angebot durch eigene ersetzen.",
  "prices-not-valid": "{prices} gilt ab {from}; der Plan ist für {day}.",
  "prices-not-valid.until": "{prices} gilt von {from} bis {until}; der Plan ist für {day}.",
  "exchange-rate": "Preise in {from} sind zum Kurs {rate} {to} umgerechnet, dem vom {day}.",
  "agreed-before-listed":
    "{agreed} von {all} Mandanten zahlen, was mit ihnen vereinbart ist, die anderen, was {list} verlangt.",
  "tenants-without-price":
    "Kein Preis ist bekannt für {tenants}: Preis und Marge der Flotte sind unbekannt, nicht null.",
  "even-sizes":
    "Der größte Pod ist nicht bekannt, alle gelten als gleich groß; ein größerer braucht vielleicht größere Knoten: {tenants}.",
  "plane-beyond-third-party":
    "{cluster} verwaltet {managed}; ein Leitfaden Dritter ohne Quellen nennt {least} bis {most} je Verwaltung, die Grenzen des Herstellers sind nicht öffentlich.",
  "plane-below-third-party":
    "{cluster} hat {cpu} und {memory} auf Knoten der Plattform für {managed}; ein Leitfaden Dritter ohne Quellen nennt mindestens {leastCpu} und {leastMemory}.",
  "cadence-not-own":
    "{tenant} will einen eigenen Takt von Upgrades; ein angebundener Cluster folgt dem seiner Verwaltung.",
  "cadence-not-own.shared":
    "{tenant} will einen eigenen Takt von Upgrades, teilt sich aber {cluster} mit anderen ({others}); alle werden zusammen aktualisiert.",
  "rollout-endless":
    "Ein Rollout von {workloads} auf {cluster} endet nie: kein Pod darf fehlen, und für einen mehr ist vielleicht kein Knoten frei.",
  "drain-blocked":
    "Ein Upgrade von {cluster} endet nie: das Budget für Störungen lässt keinen Pod von {workloads} weichen.",
};
