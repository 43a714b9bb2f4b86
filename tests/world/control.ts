/**
 * Tells a simulator something, `orders/ref/pay`, `clock`, or nothing for its switches (docs/reference/simulators.md), and
 * answers what it says. A simulator that refuses fails the test.
 */
export async function control(address: string, what: string, body: object = {}): Promise<unknown> {
  const answer = await fetch(new URL(what === '' ? '/control' : `/control/${what}`, address), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${address} refuses ${what}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}
