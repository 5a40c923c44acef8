import { type EmittedFile, textOf } from "../emitted-file.ts";
import type { MachineReadBack, ReadBack } from "../making/read-back.ts";

const MILLICORES_PER_VCPU = 1000;
const BYTES_PER_GIB = 2 ** 30;
const COMMAND = /^nkp create (?:cluster|nodepool) nutanix.*$(?:\n {2}--.*$)*/gm;
const NUMBER = /^ {2}--([a-z-]+)=(\d+)(?: \\)?$/gm;

/** The machines of each cluster, in the order that its script makes them. */
export function readScripts(files: readonly EmittedFile[]): ReadBack {
  return {
    clusters: files
      .filter(({ path }) => path.endsWith("/create-cluster.sh"))
      .map((file) => ({ machines: [...textOf(file).matchAll(COMMAND)].flatMap(([command]) => machinesOf(command)) })),
  };
}

function machinesOf(command: string): readonly MachineReadBack[] {
  const numbers = new Map([...command.matchAll(NUMBER)].map(([, flag = "", value]) => [flag, Number(value)]));
  return ["control-plane-", "worker-", ""].flatMap((part) => {
    const of = (flag: string) => numbers.get(`${part}${flag}`) ?? 0;
    return Array.from({ length: of("replicas") }, () => ({
      cpuMillicores: of("vcpus") * of("cores-per-vcpu") * MILLICORES_PER_VCPU,
      memoryBytes: of("memory") * BYTES_PER_GIB,
    }));
  });
}
