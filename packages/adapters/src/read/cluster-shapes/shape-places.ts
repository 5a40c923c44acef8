import type { Problem } from "@nkp-planner/core";
import type { ObjectAt } from "../objects/objects.ts";

/** A part of a cluster or of a pool that stands at a place of its own. */
export type ShapePart = "whole" | "name" | "version" | "count" | "machine" | SizePart | "taints" | "labels";

/** What of a machine has a line of its own; it stands where the machine does where nothing is known of it. */
export type SizePart = "cpu" | "memory" | "disk";

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

  /** Remembers of a shape what is known of another that it was made of, and returns it. */
  copy<Shape extends object>(from: object, shape: Shape): Shape {
    const places = this.#places.get(from);
    return places === undefined ? shape : this.put(shape, places);
  }

  /** Where a part stands, or the whole where it stands nowhere; undefined: nobody remembered the shape. */
  of(shape: object, part: ShapePart): PartPlace | undefined {
    const places = this.#places.get(shape);
    return places?.[part] ?? (isSize(part) ? places?.machine : undefined) ?? places?.whole;
  }
}

function isSize(part: ShapePart): part is SizePart {
  return part === "cpu" || part === "memory" || part === "disk";
}
