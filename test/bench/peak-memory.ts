import { readdirSync, readFileSync } from "node:fs";

const INTERVAL_MS = 20;

/**
 * Bytes: the most that a process and all its descendants were seen to hold at one time.
 *
 * What they hold of their own is added up; of mapped files only the one process counts that has most of them, because twenty copies of a
 * program share its pages.
 */
export async function peakOfTree(
  root: number,
  ended: Promise<unknown>,
  intervalMs = INTERVAL_MS,
): Promise<number> {
  let isOver = false;
  const end = ended.then(
    () => {
      isOver = true;
    },
    () => {
      isOver = true;
    },
  );
  let peak = 0;
  while (!isOver) {
    const held = treeOf(root).map(heldBy);
    const own = held.reduce((sum, process) => sum + process.own, 0);
    peak = Math.max(peak, own + Math.max(...held.map(({ mapped }) => mapped)));
    await Promise.race([end, new Promise((resolve) => setTimeout(resolve, intervalMs))]);
  }
  return peak;
}

function treeOf(root: number): readonly number[] {
  const childrenOf = new Map<number, number[]>();
  for (const entry of readdirSync("/proc")) {
    if (!/^\d+$/.test(entry)) continue;
    const stat = read(`/proc/${entry}/stat`);
    const parent = Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
    const siblings = childrenOf.get(parent);
    if (siblings === undefined) childrenOf.set(parent, [Number(entry)]);
    else siblings.push(Number(entry));
  }
  const tree = [root];
  for (const pid of tree) tree.push(...(childrenOf.get(pid) ?? []));
  return tree;
}

interface Held {
  readonly own: number;
  readonly mapped: number;
}

/** Bytes of its own, and of mapped files that are in memory (programs, libraries, git's packs). Zeros for a process that is gone. */
function heldBy(pid: number): Held {
  const status = read(`/proc/${pid}/status`);
  const bytesOf = (field: string): number =>
    Number(new RegExp(`^${field}:\\s+(\\d+) kB$`, "m").exec(status)?.[1] ?? 0) * 1024;
  return { own: bytesOf("RssAnon"), mapped: bytesOf("RssFile") + bytesOf("RssShmem") };
}

function read(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
