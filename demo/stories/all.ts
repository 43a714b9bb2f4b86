import type { Book } from '../rows.ts';
import { writeFranco, writeLuca } from './edges.ts';
import { writeMarcosPlan, writeMoretti, writeSaraBusiness } from './firms.ts';
import { writeParties } from './parties.ts';
import * as people from './private.ts';

/** Writes the cast: everybody of it, their contracts and what they can pay. */
export function writeCast(book: Book): void {
  writeParties(book);
  people.writeGiulia(book);
  people.writeElenaAndPaolo(book);
  people.writeSara(book);
  people.writeBruno(book);
  people.writeAdaAndTommaso(book);
  people.writeNadia(book);
  people.writePietro(book);
  people.writeKarin(book);
  people.writeMarta(book);
  people.writeIrene(book);
  writeMarcosPlan(book);
  writeSaraBusiness(book);
  writeMoretti(book);
  writeLuca(book);
  writeFranco(book);
}
