/**
 * How many minor versions a kubelet may be older than its kube-apiserver, from Kubernetes 1.28 on; newer it may never be.
 * @see https://kubernetes.io/releases/version-skew-policy/
 */
export const KUBELET_MINORS_BEHIND = 3;
