import type { Problem } from "@nkp-planner/core";
import type { ObjectAt } from "../objects/objects.ts";

/** A part of a cluster or of a pool that stands at a place of its own. */
export type ShapePart = "whole" | "name" | "version" | "count" | "machine" | "taints" | "labels";

/** Where a part is written: in which object, and where in it, whether something stands there or not. */
export interface PartPlace {
  readonly object: ObjectAt;
  readonly path: Problem["path"];
}

export type PartPlaces = Readonly<Partial<Record<ShapePart, PartPlace>>> & { readonly whole: PartPlace };

/** Where the parts of clusters and pools were read, for those who point at them. */
export class ShapePlaces {
  readonly #places = new WeakMap<object, PartPlaces>();

  /** Remembers the places of a shape, and returns it. */
  put<Shape extends object>(shape: Shape, places: PartPlaces): Shape {
    this.#places.set(shape, places);
    return shape;
  }

  /** Where a part stands, or the whole where it stands nowhere; undefined: nobody remembered the shape. */
  of(shape: object, part: ShapePart): PartPlace | undefined {
    const places = this.#places.get(shape);
    return places?.[part] ?? places?.whole;
  }
}
