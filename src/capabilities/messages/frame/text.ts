import { unreachable } from '#kernel/assert.ts';
import type { Block } from '#kernel/message.ts';
import type { Foot } from './index.ts';

/** The same message for who reads plain text: no line is broken, since programs wrap by themselves. */
export function textOf(message: { blocks: readonly Block[]; foot: Foot }): string {
  const { foot } = message;
  const below = [
    foot.warning,
    `${foot.sentBy} ${foot.noReply}`,
    `${foot.help.text}: ${foot.help.href}\n${foot.support.text}: ${foot.support.href}`,
    foot.legal,
  ].filter((part) => part !== undefined);
  return `${message.blocks.map(plain).join('\n\n')}\n\n-- \n${below.join('\n\n')}\n`;
}

function plain(block: Block): string {
  switch (block.kind) {
    case 'title':
      return `${block.text}\n${'='.repeat(Math.min(block.text.length, 60))}`;
    case 'paragraph':
    case 'note':
      return block.text;
    case 'facts':
      return block.rows.map((row) => `${row.label}: ${row.value}`).join('\n');
    case 'code':
      return `${block.label}: ${block.code}`;
    case 'button':
      return `${block.text}:\n${block.href}`;
    default:
      return unreachable(block);
  }
}
