// How much memory this process has used at most, in MB of 2^20 bytes.
import { readFileSync } from 'node:fs';

/** Of this program alone where the system tells (Linux); elsewhere what it says of the process, which may include who started it. */
export function memoryMax(): number {
  try {
    const [, kilobytes] = /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
    if (kilobytes) return Math.round(Number(kilobytes) / 1024);
  } catch {
    // Not on this system.
  }
  return Math.round(process.resourceUsage().maxRSS / 1024);
}
