import { describe, expect, it } from 'vitest';
import { parsePlate, plateKinds } from './plates.ts';

describe('plates', () => {
  it.each([
    ['', 'empty', undefined],
    ['GB482K', 'length', undefined],
    ['GB482KLM', 'length', undefined],
    ['GI482KL', 'characters', 2],
    ['GO482KL', 'characters', 2],
    ['QB482KL', 'characters', 1],
    ['GB482KU', 'characters', 7],
    ['GB48èKL', 'characters', 5],
    ['G8482KL', 'pattern', undefined],
    ['GB4828L', 'pattern', undefined],
    ['GBA82KL', 'pattern', undefined],
    ['1234567', 'pattern', undefined],
    ['XA12345', undefined, undefined],
  ] as const)('[CON-8] %j: %s at %s', (text, problem, position) => {
    const checked = parsePlate(text);
    if (problem === undefined) expect(checked.ok).toBe(true);
    else expect(checked).toEqual(position ? { ok: false, problem, position } : { ok: false, problem });
  });

  it.each([
    ['gb 482 kl', 'GB482KL', ['car']],
    ['AA000AA', 'AA000AA', ['car']],
    ['ZZ-999-ZZ', 'ZZ999ZZ', ['car']],
    ['WZ999ZZ', 'WZ999ZZ', ['car']],
    ['XA000AA', 'XA000AA', ['trailer']],
    ['EK12345', 'EK12345', ['motorcycle', 'trailer']],
  ])('[CON-8] %s is the plate %s of a %s', (text, plate, kinds) => {
    const checked = parsePlate(text);
    if (!checked.ok) throw new Error(checked.problem);
    expect(checked.value).toBe(plate);
    expect(plateKinds(checked.value)).toEqual(kinds);
  });
});
