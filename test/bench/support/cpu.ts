import { readdirSync, readFileSync } from 'node:fs';

/**
 * Seconds of CPU that a process and its children have used, null where the system does not tell (only Linux does).
 * Unlike a rate it does not depend on what else the machine is doing.
 */
export function cpuSeconds(pid: number): number | null {
  try {
    const tree = new Map<number, number[]>();
    const used = new Map<number, number>();
    for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
      const stat = readStat(Number(name));
      if (!stat) continue;
      tree.set(stat.parent, [...(tree.get(stat.parent) ?? []), Number(name)]);
      used.set(Number(name), stat.ticks);
    }
    const sum = (one: number): number =>
      (used.get(one) ?? 0) + (tree.get(one) ?? []).reduce((all, child) => all + sum(child), 0);
    return sum(pid) / TICKS_A_SECOND;
  } catch {
    return null;
  }
}

const TICKS_A_SECOND = 100;

function readStat(pid: number): { parent: number; ticks: number } | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // the name in brackets may hold spaces
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return { parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) };
  } catch {
    return null;
  }
}
