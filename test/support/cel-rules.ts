/**
 * Rules of CustomResourceDefinitions in CEL, which no validator of JSON Schema looks at, by their text as it stands in the
 * schema. A rule that is not here is told, so that none is passed over.
 */
// biome-ignore lint/suspicious/noExplicitAny: a value of a manifest is as free in shape as YAML
export const CEL_RULES: Readonly<Record<string, (self: any) => boolean>> = {
  "!has(self.imageGCHighThresholdPercent) || !has(self.imageGCLowThresholdPercent) || self.imageGCHighThresholdPercent > self.imageGCLowThresholdPercent":
    (self) =>
      !has(self, "imageGCHighThresholdPercent") ||
      !has(self, "imageGCLowThresholdPercent") ||
      self.imageGCHighThresholdPercent > self.imageGCLowThresholdPercent,
  "!has(self.evictionSoftGracePeriod) || has(self.evictionSoft)": (self) =>
    !has(self, "evictionSoftGracePeriod") || has(self, "evictionSoft"),
  "!has(self.evictionSoftGracePeriod) || !has(self.evictionSoft) || self.evictionSoftGracePeriod.all(k, k in self.evictionSoft)":
    (self) =>
      !has(self, "evictionSoftGracePeriod") ||
      !has(self, "evictionSoft") ||
      Object.keys(self.evictionSoftGracePeriod).every((key) => has(self.evictionSoft, key)),
  "!has(self.automaticReservations) || (!has(self.systemReserved) && !has(self.kubeReserved) && !has(self.evictionHard))":
    (self) =>
      !has(self, "automaticReservations") ||
      !(has(self, "systemReserved") || has(self, "kubeReserved") || has(self, "evictionHard")),
  "!('system-reserved' in self && 'system-reserved-compressible' in self)": (self: readonly string[]) =>
    !(self.includes("system-reserved") && self.includes("system-reserved-compressible")),
  "!('kube-reserved' in self && 'kube-reserved-compressible' in self)": (self: readonly string[]) =>
    !(self.includes("kube-reserved") && self.includes("kube-reserved-compressible")),
  "self.all(k, k in ['memory.available', 'nodefs.available', 'nodefs.inodesFree', 'imagefs.available', 'imagefs.inodesFree', 'pid.available'])":
    (self) =>
      Object.keys(self).every((key) =>
        [
          "memory.available",
          "nodefs.available",
          "nodefs.inodesFree",
          "imagefs.available",
          "imagefs.inodesFree",
          "pid.available",
        ].includes(key),
      ),
  "self.all(k, k in ['cpu', 'memory', 'ephemeral-storage', 'pid'])": (self) =>
    Object.keys(self).every((key) => ["cpu", "memory", "ephemeral-storage", "pid"].includes(key)),
  "has(self.image) != has(self.imageLookup)": (self) => has(self, "image") !== has(self, "imageLookup"),
  "self.type == 'name' ? has(self.name) : !has(self.name)": (self) => (self.type === "name") === has(self, "name"),
  "self.type == 'uuid' ? has(self.uuid) && self.uuid.contains('-') : !has(self.uuid)": (self) =>
    self.type === "uuid" ? has(self, "uuid") && self.uuid.includes("-") : !has(self, "uuid"),
  "self == 0 || self >= 7": (self: number) => self === 0 || self >= 7,
  "!has(self.serviceAccountName) || (has(self.provider) && (self.provider == 'azure' || self.provider == 'aws'))": (
    self,
  ) => !has(self, "serviceAccountName") || ["azure", "aws"].includes(self.provider),
  "has(self.configMapRef) || has(self.secretRef)": (self) => has(self, "configMapRef") || has(self, "secretRef"),
  "!has(self.configMapRef) || !has(self.secretRef)": (self) => !has(self, "configMapRef") || !has(self, "secretRef"),
  "(has(self.chart) && !has(self.chartRef)) || (!has(self.chart) && has(self.chartRef))": (self) =>
    has(self, "chart") !== has(self, "chartRef"),
  "!has(self.retryInterval) || self.name != 'RemediateOnFailure'": (self) =>
    !has(self, "retryInterval") || self.name !== "RemediateOnFailure",
  "!has(self.retryInterval) || self.name == 'RetryOnFailure'": (self) =>
    !has(self, "retryInterval") || self.name === "RetryOnFailure",
  // Of an object that is new.
  "self == oldSelf": () => true,
};

function has(self: object, key: string): boolean {
  return Object.hasOwn(self, key);
}
