import { readdirSync, readFileSync } from 'node:fs';

/** Ticks of the processor a second, as Linux counts them for every program. */
const ticksPerSecond = 100;

/** Processor time of a PostgreSQL with all its processes, those that have ended too; nothing where the system does not tell. */
export function cpuSecondsOf(postmaster: number): number | undefined {
  const own = statOf(String(postmaster));
  if (!own) return undefined;
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      const found = statOf(pid);
      return found?.parent === postmaster ? [found.self] : [];
    });
  return children.reduce((sum, one) => sum + one, own.self + own.ended) / ticksPerSecond;
}

function statOf(pid: string): { parent: number; self: number; ended: number } | undefined {
  try {
    // The name of the program stands in brackets and may have blanks; what follows is numbers (proc_pid_stat(5)).
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
      .map(Number);
    const at = (index: number) => fields[index] ?? 0;
    return { parent: at(1), self: at(11) + at(12), ended: at(13) + at(14) };
  } catch {
    return undefined;
  }
}
