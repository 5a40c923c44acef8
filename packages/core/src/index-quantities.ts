/** Quantities and their units: what users of the library may call. */

export { bytesOf, millicoresOf, parseQuantity } from "./base/quantities/quantity.ts";
export {
  canonicalQuantity,
  type QuantityProblem,
  type QuantityReading,
  readQuantity,
} from "./base/quantities/quantity-text.ts";
export {
  addResources,
  BYTES_PER_GIB,
  BYTES_PER_MIB,
  gibOf,
  multiplyResources,
  type Resources,
  vcpuOf,
} from "./base/units.ts";
export { forgottenUnit } from "./input/quantity-mistakes.ts";
export { parseSize } from "./input/size-text.ts";
