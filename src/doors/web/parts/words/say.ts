import { sayer } from '#kernel/say.ts';
import de from './de.json' with { type: 'json' };
import en from './en.json' with { type: 'json' };
import it from './it.json' with { type: 'json' };
import type { Words } from './words.gen.ts';

/** The sentences of Home, which puts together what several capabilities know and belongs to none of them. */
export const say = sayer<Words>({ it, en, de });
