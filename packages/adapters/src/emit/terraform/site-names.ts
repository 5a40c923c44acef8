import { dnsLabels, LONGEST_LABEL } from "../../kubernetes/names.ts";
import type { PlacedCluster } from "./placed-cluster.ts";

/** Something of Prism Central by the name that people gave it, and by what these files call it. */
export interface SiteName {
  readonly name: string;
  readonly label: string;
}

/** What clusters share: clusters of hosts, images, and the containers of each cluster of hosts. */
export interface SiteNames {
  readonly prismElements: readonly SiteName[];
  readonly images: readonly SiteName[];
  readonly containers: readonly (SiteName & { readonly prismElement: string })[];
  /** What these files call a cluster of hosts. */
  elementLabel(prismElement: string): string;
}

/** Each of them once, in the order of the clusters. */
export function siteNames(places: readonly PlacedCluster[]): SiteNames {
  const prismElements = labelled([...new Set(places.map(({ prismElement }) => prismElement))], "hosts");
  const containers = [
    ...new Map(
      places.map(({ prismElement, storageContainer: name }) => [
        JSON.stringify([prismElement, name]),
        { prismElement, name },
      ]),
    ).values(),
  ];
  const labels = dnsLabels(
    containers.map(({ name }) => name),
    { word: "container", longest: LONGEST_LABEL },
  );
  return {
    prismElements,
    images: labelled([...new Set(places.map(({ image }) => image))], "image"),
    containers: containers.map((one, index) => ({ ...one, label: labels[index] ?? "" })),
    elementLabel: (prismElement) => prismElements.find(({ name }) => name === prismElement)?.label ?? "",
  };
}

function labelled(names: readonly string[], word: string): readonly SiteName[] {
  const labels = dnsLabels(names, { word, longest: LONGEST_LABEL });
  return names.map((name, index) => ({ name, label: labels[index] ?? "" }));
}
