import { expect, it } from "vitest";
import { appliedBy } from "./applied-objects.ts";
import type { CheckedObject } from "./checked.ts";

const objectIn = (file: string, data: object = {}, group = "apps"): CheckedObject => ({
  ...{ kind: "Any", group, name: file, data: { ...data } },
  at: () => ({ file, line: 1, column: 1 }),
  about: () => ({ what: file, clusterName: null, poolName: null, place: { file, line: 1, column: 1 } }),
});
const kustomize = (file: string, ...resources: string[]) => objectIn(file, { resources }, "kustomize.config.k8s.io");

const fleet = [
  objectIn("clusters/top.yaml"),
  objectIn("clusters/kite/cluster.yaml"),
  objectIn("clusters/kite/not-listed.yaml"),
  kustomize("clusters/kite/kustomization.yaml", "cluster.yaml", "../../bases/kite"),
  objectIn("bases/kite/base.yaml"),
  kustomize("clusters/far/kustomization.yaml", "https://github.com/example/fleet//base?ref=v1"),
  kustomize("clusters/round/kustomization.yaml", "../round"),
];

it.each([
  ["what its file of kustomize names, in other folders as well", "./clusters/kite", true, "cluster base", true],
  ["no file that is not named", "clusters/kite/", false, "cluster base", true],
  ["the folders below as well", "bases", true, "base", true],
  ["the folder alone where nobody goes on", "bases", false, "", true],
  ["all there is where some of it is elsewhere", "clusters", true, "top cluster base", false],
  ["nothing of another repository", "clusters/far", true, "", false],
  ["each folder once where one names itself", "clusters/round", true, "", true],
  ["nothing of a folder without files", "apps", true, "", false],
  ["nothing of a folder that is to be put in yet", "\u0024{FOLDER}", true, "", false],
])("applies %s", (_, folder, isRecursive, names, isWhole) => {
  const { objects, ...rest } = appliedBy(fleet)(folder, "flux/clusters.yaml", isRecursive);
  expect(objects.map(({ name }) => /([a-z]+)\.yaml$/.exec(name)?.[1]).join(" ")).toBe(names);
  expect(rest.isWhole).toBe(isWhole);
});

it("finds the root of a repository that is checked from above", () => {
  const nested = [objectIn("examples/fleet/clusters/a.yaml"), objectIn("examples/fleet/flux/b.yaml")];
  const { objects } = appliedBy(nested)("./clusters", "examples/fleet/flux/b.yaml", true);
  expect(objects.map(({ name }) => name)).toEqual(["examples/fleet/clusters/a.yaml"]);
});
