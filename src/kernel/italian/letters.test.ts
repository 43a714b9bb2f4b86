import { describe, expect, it } from 'vitest';
import { bareLetters, checkLetter } from './letters.ts';

/** The table of the decree (DM 23-12-1976) as it is printed: what each character weighs in an odd position. */
const printed =
  '0=1 1=0 2=5 3=7 4=9 5=13 6=15 7=17 8=19 9=21 A=1 B=0 C=5 D=7 E=9 F=13 G=15 H=17 I=19 J=21 K=2 L=4 M=18 N=20 O=11 ' +
  'P=3 Q=6 R=8 S=12 T=14 U=16 V=10 W=22 X=25 Y=24 Z=23';

describe('the check letter', () => {
  it.each(printed.split(' ').map((entry) => entry.split('=') as [string, string]))(
    '[CON-8] %s weighs %s in an odd position',
    (character, weight) => {
      expect(checkLetter(character)).toBe('ABCDEFGHIJKLMNOPQRSTUVWXYZ'[Number(weight)]);
    },
  );

  it('[CON-8] in an even position letters weigh by their order and digits by their value; the sum starts again after Z', () => {
    expect(checkLetter('BA')).toBe('A');
    expect(checkLetter('BZ')).toBe('Z');
    expect(checkLetter('B9')).toBe('J');
    expect(checkLetter('XB')).toBe('A');
  });
});

describe('the letters of a name', () => {
  it.each([
    ["D'Alò", 'DALO'],
    ['De  Luca-Nunes', 'DELUCANUNES'],
    ['Großmann', 'GROSSMANN'],
    ['Müller', 'MULLER'],
    ['Łukasz Ødegård', 'LUKASZODEGARD'],
    ['Čeč 2', 'CEC'],
    ['', ''],
  ])('[CON-8] %j are %s', (name, letters) => {
    expect(bareLetters(name)).toBe(letters);
  });
});
