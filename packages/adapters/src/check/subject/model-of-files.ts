import { InputError, type OperatingModel, type Tenant } from "@nkp-planner/core";
import { shapesOfObjects } from "../../read/cluster-shapes/shapes-of-objects.ts";
import { matchCluster } from "./match-clusters.ts";
import type { FilesRead } from "./read-files.ts";

/**
 * The model whose clusters are those of the files: the one with the fewest that are in one of the two alone.
 * @throws InputError where two fit alike, or none has a cluster of the files
 */
export function modelOfFiles(
  models: readonly OperatingModel[],
  tenants: readonly Tenant[],
  { objects }: Pick<FilesRead, "objects">,
  named: Readonly<Record<string, string>>,
): OperatingModel {
  const names = shapesOfObjects(objects, "cluster").clusters.map(({ shape }) => shape.name);
  const fits = models
    .map((model) => {
      const clusters = model.layout(tenants);
      const found = names.flatMap((name) => matchCluster(name, clusters, named).planned?.name ?? []);
      const [unknownCount, missingCount] = [names.length - found.length, clusters.length - new Set(found).size];
      return { model, foundCount: found.length, apartCount: unknownCount + missingCount };
    })
    .toSorted((a, b) => a.apartCount - b.apartCount);
  const [first, second] = fits;
  const ids = models.map(({ id }) => id).join(", ");
  const fix = `add --model, or model to the policy: ${ids}`;
  const refuse = (found: string) =>
    new InputError("--model", [{ path: [], found, expected: "one model that the files follow", fix }]);
  if (first === undefined || (first.foundCount === 0 && fits.length > 1))
    throw refuse("files without a cluster that any model has");
  if (second !== undefined && second.apartCount === first.apartCount)
    throw refuse(`clusters that ${first.model.id} and ${second.model.id} have alike`);
  return first.model;
}
