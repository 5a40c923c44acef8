const AUTOSCALER = /apiVersion\\?"?\s*:\s*\\?["']?autoscaling\.k8s\.io\//;
/** A group of Kubernetes itself. */
const OWN = /(^|[\s{,"'-])apiVersion"?\s*:\s*["']?(v1|apps\/v1|batch\/v1|extensions\/v1beta1)["']?\s*([,}\n\r]|$)/;

/** What an autoscaler says of others within itself: whom it sizes, and who made it. */
const POINTERS = [
  /"?(targetRef|ownerReferences)"?\s*:\s*[[{][^\]}]*[\]}]+/g,
  /^([ \t]*)(?:targetRef|ownerReferences):[ \t]*\r?\n(?:(?:\1[ \t]+|\1- )\S.*(?:\r?\n|$))+/gm,
];

/** Whether a text begins with VerticalPodAutoscalers, in a list or not, and has nothing else before it is cut. */
export function isOnlyAutoscalers(head: string): boolean {
  if (!AUTOSCALER.test(head)) return false;
  const plain = POINTERS.reduce((text, pointer) => text.replaceAll(pointer, " "), head);
  const list = /"?items"?\s*:/.test(plain);
  // The list around them is of the core group itself.
  return !OWN.test(list ? plain.replace(OWN, " ") : plain);
}
