import { didYouMean, InputError, type Problem, shown } from "@nkp-planner/core";
import type { Receiver } from "./flux-options.ts";
import type { ClusterPlace } from "./places.ts";

/** The secret that holds what receivers are told by: one key for each receiver, by its name. */
export const RECEIVERS_SECRET = "alert-receivers";
/** Where the operator of Prometheus mounts the secrets of an Alertmanager. */
const SECRETS_FOLDER = `/etc/alertmanager/secrets/${RECEIVERS_SECRET}`;

export type Receivers = Readonly<Record<string, Receiver>>;

/**
 * How alerts find their receivers: those of a tenant or a cluster go to all that ask for them, the others to the one that
 * asks for nothing.
 * @see https://prometheus.io/docs/alerting/latest/configuration/
 */
export function alertmanagerConfig(receivers: Receivers, places: readonly ClusterPlace[]): object {
  const entries = Object.entries(receivers);
  return {
    route: {
      receiver: entries.find(([, one]) => getsTheRest(one))?.[0] ?? "",
      group_by: ["tenant", "cluster", "alertname"],
      routes: entries.flatMap(([receiver, { tenants = [], clusters = [] }]) =>
        [
          ...tenants.map((id) => `tenant="${labelOfTenant(id, places)}"`),
          ...clusters.map((name) => `cluster="${nameOfCluster(name, places)}"`),
        ].map((matcher) => ({ receiver, matchers: [matcher], continue: true })),
      ),
    },
    receivers: entries.map(([name, receiver]) => ({ name, ...configOf(name, receiver) })),
  };
}

/** @throws InputError with every receiver that is told of nothing, or of somebody whom the plan does not have */
export function checkReceivers(receivers: Receivers, places: readonly ClusterPlace[], subject: string): void {
  const entries = Object.entries(receivers);
  const rest = entries.filter(([, one]) => getsTheRest(one));
  const tenantIds = places.flatMap(({ tenants }) => tenants.map(({ tenant }) => tenant.id));
  const clusterNames = places.map(({ site }) => site.cluster.name);
  const unknown = (path: readonly string[], words: readonly string[], known: readonly string[], what: string) =>
    words
      .filter((word) => !known.includes(word))
      .map(
        (word): Problem => ({
          path,
          found: `${shown(word)}, which the plan does not have`,
          expected: `a ${what} of the plan`,
          fix: didYouMean(word, known),
        }),
      );
  const problems: Problem[] = [
    ...(rest.length === 1
      ? []
      : [
          {
            path: ["receivers"],
            found: `${rest.length} without tenants and clusters`,
            expected: "exactly one, which gets what is nobody's",
            fix: "add for example provider-on-call: { kind: pagerduty }, and name tenants or clusters in all others",
          },
        ]),
    ...entries.flatMap(([name, { kind, url, channel, tenants = [], clusters = [] }]) => [
      ...(kind === "webhook" && url === undefined ? [needs(name, "url", "https://alerts.msp.example/hook")] : []),
      ...(kind === "slack" && channel === undefined ? [needs(name, "channel", '"#alerts"')] : []),
      ...unknown(["receivers", name, "tenants"], tenants, tenantIds, "tenant"),
      ...unknown(["receivers", name, "clusters"], clusters, clusterNames, "cluster"),
    ]),
  ];
  if (problems.length > 0) throw new InputError(subject, problems);
}

function needs(name: string, key: string, example: string): Problem {
  const path = ["receivers", name, key];
  return { code: "missing", path, found: "nothing", expected: `its ${key}`, fix: `add for example ${key}: ${example}` };
}

function getsTheRest({ tenants, clusters }: Receiver): boolean {
  return tenants === undefined && clusters === undefined;
}

function configOf(name: string, { kind, url, channel }: Receiver): object {
  const secret = `${SECRETS_FOLDER}/${name}`;
  switch (kind) {
    case "webhook":
      return { webhook_configs: [{ url }] };
    case "pagerduty":
      return { pagerduty_configs: [{ routing_key_file: secret }] };
    case "opsgenie":
      return { opsgenie_configs: [{ api_key_file: secret }] };
    case "slack":
      return { slack_configs: [{ api_url_file: secret, channel }] };
  }
}

/** Receivers that need a key of the secret. */
export function secretReceivers(receivers: Receivers): readonly string[] {
  return Object.entries(receivers)
    .filter(([, { kind }]) => kind !== "webhook")
    .map(([name]) => name);
}

function labelOfTenant(id: string, places: readonly ClusterPlace[]): string {
  return places.flatMap(({ tenants }) => tenants).find(({ tenant }) => tenant.id === id)?.label ?? "";
}

function nameOfCluster(name: string, places: readonly ClusterPlace[]): string {
  return places.find(({ site }) => site.cluster.name === name)?.site.name ?? "";
}
