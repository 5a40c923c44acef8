import { NO_OPTIONS } from "../../formats/options.ts";
import { defineCheckRule } from "../check-rule.ts";
import { countOf } from "../subject/checked-pool.ts";
import { etcdElsewhere } from "../subject/etcd-elsewhere.ts";

/** Even counts of the machines that keep etcd. */
export const controlPlaneEven = defineCheckRule({
  id: "control-plane-even",
  title: "An even count of control plane nodes",
  severity: "warning",
  summary:
    "Looks at the count of the machines that run etcd: those of the control plane, or etcd's own, which a control plane of kubeadm may be told by their addresses.",
  why: "etcd needs more than half of its members. Four of them survive the loss of one as three do, and two survive none: the added machine costs money and makes a loss more likely.",
  fix: "Make the count odd: 3 survive the loss of one machine, 5 of two.",
  sources: ["https://etcd.io/docs/latest/faq/"],
  followsFrom: ["below-minimum"],
  thresholds: NO_OPTIONS,
  statements: {
    even: "{cluster}: {found} {machines} run etcd, which is an even count.",
    "count-unknown": "{cluster}: how many {machines} run etcd is not said, so that nobody can know whether it is odd.",
  },
  *judge({ clusters }, say) {
    for (const cluster of clusters) {
      const { etcd, controlPlane } = cluster.shape;
      const elsewhere = etcdElsewhere(cluster);
      const pool = etcd ?? controlPlane;
      if (pool === null) continue;
      const isApart = etcd !== null || elsewhere !== null;
      const about = elsewhere?.about ?? cluster.about("count", pool, isApart ? "etcd" : "control-plane");
      const count = elsewhere === null ? countOf(pool) : elsewhere.memberCount;
      const machines = isApart ? "etcd machines" : "control plane nodes";
      const words = { cluster: cluster.planned?.name ?? cluster.name, machines };
      if (count === null) yield say.unknown(about, "count-unknown", words);
      else if (count % 2 === 0) yield say.fail(about, "even", { ...words, found: count });
      else yield say.pass(about);
    }
  },
});
