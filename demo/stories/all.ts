import type { Book } from '../rows.ts';
import { writeAdaAndTommaso, writeBruno, writeElenaAndPaolo, writeSara } from './families.ts';
import { writeMarcosPlan, writeMoretti, writeSaraBusiness } from './firms.ts';
import { writeFranco } from './franco.ts';
import { writeGiulia } from './giulia.ts';
import { writeIrene } from './irene.ts';
import { writeLuca } from './luca.ts';
import { writeParties } from './parties.ts';
import { writeKarin, writeMarta, writeNadia, writePietro } from './singles.ts';

const stories = [
  writeParties,
  writeGiulia,
  writeMarcosPlan,
  writeElenaAndPaolo,
  writeSara,
  writeSaraBusiness,
  writeBruno,
  writeMoretti,
  writeAdaAndTommaso,
  writeLuca,
  writeNadia,
  writePietro,
  writeIrene,
  writeKarin,
  writeFranco,
  writeMarta,
];

/** Writes the cast: everybody of it, their contracts and what they can pay. */
export function writeCast(book: Book): void {
  for (const write of stories) write(book);
}
