/** A group of Kubernetes itself. */
const OWN = /(^|[\s{,"'-])apiVersion"?\s*:\s*["']?(v1|apps\/v1|batch\/v1|extensions\/v1beta1)["']?\s*([,}\n\r]|$)/;

/** What an autoscaler says of others within itself: whom it sizes, and who made it. */
const POINTERS = [
  /"targetRef"\s*:\s*\{[^}]*(?:\}|$)/g,
  /"ownerReferences"\s*:\s*\[[^\]]*(?:\]|$)/g,
  /^([ \t]*)(?:targetRef|ownerReferences):[ \t]*\{[^}]*(?:\}|$)/gm,
  /^([ \t]*)(?:targetRef|ownerReferences):[ \t]*\r?\n(?:(?:\1[ \t]+|\1- )\S.*(?:\r?\n|$))+/gm,
];

/** Groups of objects that say what sizes are, and run nothing. */
const GROUPS = {
  autoscaling: /apiVersion"?\s*:\s*["']?autoscaling\.k8s\.io\//,
  metrics: /apiVersion"?\s*:\s*["']?metrics\.k8s\.io\//,
};

/** Whether a text begins with objects of such a group, in a list or not, and has nothing else before it is cut. */
export function isOnlyOfGroup(head: string, group: keyof typeof GROUPS): boolean {
  if (!GROUPS[group].test(head)) return false;
  const plain = POINTERS.reduce((text, pointer) => text.replaceAll(pointer, " "), head);
  const isList = /"?items"?\s*:/.test(plain);
  // The list around them is of the core group itself.
  return !OWN.test(isList ? plain.replace(OWN, " ") : plain);
}
