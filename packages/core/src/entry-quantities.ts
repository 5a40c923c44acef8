/** Kubernetes quantities read, added and printed as the API server does it, and amounts in vCPU and GiB. It needs no library. */

export { bytesOf, millicoresOf, parseQuantity } from "./base/quantities/quantity.ts";
export {
  addQuantities,
  compareQuantities,
  roundedToMilli,
  subtractQuantities,
} from "./base/quantities/quantity-arithmetic.ts";
export {
  canonicalQuantity,
  type QuantityProblem,
  type QuantityReading,
  readQuantity,
} from "./base/quantities/quantity-text.ts";
export {
  milliOf,
  type NanoUnits,
  type Quantity,
  type QuantityFormat,
  wholeOf,
} from "./base/quantities/quantity-value.ts";
export {
  addResources,
  BYTES_PER_GIB,
  BYTES_PER_MIB,
  gibOf,
  multiplyResources,
  type Resources,
  vcpuOf,
} from "./base/units.ts";
export { parseSize } from "./input/size-text.ts";
