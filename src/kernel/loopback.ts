/** Whether an address (`http://127.0.0.1:4000`, `smtp://localhost`) stays on this machine: then what answers is a simulator. */
export function isLoopback(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const name = new URL(address).hostname;
  return name === 'localhost' || name.endsWith('.localhost') || name === '[::1]' || /^127(\.\d+){3}$/.test(name);
}
