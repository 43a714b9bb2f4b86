// Mail programs understand tables and inline styles; the classes only carry what changes in the dark. No image is
// needed, so nothing is missing where images are blocked, and nothing tells the sender that a message was read.
import { unreachable } from '#kernel/assert.ts';
import type { Brand } from '#kernel/brand.ts';
import type { Language } from '#kernel/language.ts';
import type { Block } from '#kernel/message.ts';
import { neutral, type Pair } from './colours.ts';
import type { Foot } from './index.ts';

type Parts = {
  subject: string;
  blocks: readonly Block[];
  foot: Foot;
  brand: Brand;
  language: Language;
  /** What stands before the address of a button, for programs that do not open it. */
  fallback: string;
};

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`).replaceAll('\n', '<br>');

const sans = "Figtree,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif";
const mono = "'Atkinson Hyperlegible Mono',Menlo,Consolas,'Courier New',monospace";
const text = `font-family:${sans};color:${neutral.ink.light};`;
const quiet = `font-family:${sans};color:${neutral.ink2.light};`;

/** One whole HTML document. Every text of a block is escaped here, whoever wrote it. */
export function htmlOf({ subject, blocks, foot, brand, language, fallback }: Parts): string {
  const preview = blocks.find((block) => block.kind === 'paragraph')?.text ?? '';
  return `<!doctype html>
<html lang="${language}" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no,date=no,address=no">
<title>${escaped(subject)}</title>
<style>${darkStyles(brand.colours)}</style>
</head>
<body class="bg" style="margin:0;padding:0;background-color:${neutral.bg.light};-webkit-text-size-adjust:100%;">
<div style="display:none;max-height:0;overflow:hidden;mso-hide:all;">${escaped(preview)}${'&#847;&zwnj;&nbsp;'.repeat(40)}</div>
<table role="presentation" class="bg" width="100%" cellpadding="0" cellspacing="0" border="0" style="background-color:${neutral.bg.light};">
<tr><td align="center" style="padding:24px 12px;">
<table role="presentation" class="card" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:600px;background-color:${neutral.surface.light};border:1px solid ${neutral.line.light};border-radius:16px;border-collapse:separate;overflow:hidden;">
<tr><td class="hero" style="background-color:${brand.colours.hero.light};padding:18px 28px;border-radius:15px 15px 0 0;">
<p class="hero-ink" style="margin:0;font-family:${sans};font-size:18px;line-height:24px;font-weight:700;color:${brand.colours.heroInk.light};">${escaped(brand.product)}<span style="font-weight:400;"> · ${escaped(brand.name)}</span></p>
</td></tr>
<tr><td style="padding:28px 28px 12px;">
${blocks.map((block) => blockHtml(block, brand.colours, fallback)).join('\n')}
${foot.warning ? quietParagraph(foot.warning) : ''}
</td></tr>
</table>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:600px;">
<tr><td class="ink2" style="padding:20px 28px;${quiet}font-size:14px;line-height:21px;">
<p style="margin:0 0 8px;">${escaped(foot.sentBy)} ${escaped(foot.noReply)}</p>
<p style="margin:0 0 8px;">${link(foot.help, brand.colours)} &nbsp;·&nbsp; ${link(foot.support, brand.colours)}</p>
<p style="margin:0;">${escaped(foot.legal)}</p>
</td></tr>
</table>
</td></tr>
</table>
</body>
</html>
`;
}

function blockHtml(block: Block, colours: Brand['colours'], fallback: string): string {
  switch (block.kind) {
    case 'title':
      return `<h1 class="ink" style="margin:0 0 16px;${text}font-size:24px;line-height:30px;font-weight:700;">${escaped(block.text)}</h1>`;
    case 'paragraph':
      return `<p class="ink" style="margin:0 0 16px;${text}font-size:17px;line-height:26px;">${escaped(block.text)}</p>`;
    case 'note':
      return quietParagraph(block.text);
    case 'facts':
      return `<table class="rows" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 20px;border-top:1px solid ${neutral.line.light};">${block.rows.map(factHtml).join('')}</table>`;
    case 'code':
      return `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 20px;"><tr><td class="well" align="center" style="background-color:${colours.brandSoft.light};border-radius:12px;padding:18px 12px;">
<p class="ink2" style="margin:0 0 6px;${quiet}font-size:15px;line-height:20px;">${escaped(block.label)}</p>
<p class="ink" style="margin:0;font-family:${mono};font-size:36px;line-height:44px;font-weight:700;letter-spacing:8px;color:${neutral.ink.light};">${escaped(block.code)}</p>
</td></tr></table>`;
    case 'button':
      return `<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:4px 0 12px;"><tr><td class="button" align="center" style="background-color:${colours.brand.light};border-radius:12px;">
<a class="button-text" href="${escaped(block.href)}" style="display:inline-block;padding:13px 24px;font-family:${sans};font-size:17px;line-height:22px;font-weight:600;color:${colours.onBrand.light};text-decoration:none;">${escaped(block.text)}</a>
</td></tr></table>
<p class="ink2" style="margin:0 0 20px;${quiet}font-size:13px;line-height:19px;">${escaped(fallback)}<br><span style="word-break:break-all;">${escaped(block.href)}</span></p>`;
    default:
      return unreachable(block);
  }
}

const factHtml = (row: { label: string; value: string }): string =>
  `<tr><th scope="row" class="ink2 row" align="left" valign="top" style="padding:10px 16px 10px 0;border-bottom:1px solid ${neutral.line.light};${quiet}font-size:15px;line-height:22px;font-weight:400;text-align:left;">${escaped(row.label)}</th><td class="ink row" align="right" valign="top" style="padding:10px 0;border-bottom:1px solid ${neutral.line.light};${text}font-size:15px;line-height:22px;font-weight:600;text-align:right;">${escaped(row.value)}</td></tr>`;

const quietParagraph = (words: string): string =>
  `<p class="ink2" style="margin:0 0 16px;${quiet}font-size:15px;line-height:23px;">${escaped(words)}</p>`;

const link = (to: { text: string; href: string }, colours: Brand['colours']): string =>
  `<a class="link" href="${escaped(to.href)}" style="color:${colours.brand.light};">${escaped(to.text)}</a>`;

/** What changes in the dark; the second form is Outlook's own way to say so. */
function darkStyles(colours: Brand['colours']): string {
  const rules: [string, string, Pair][] = [
    ['.bg', 'background-color', neutral.bg],
    ['.card', 'background-color', neutral.surface],
    ['.card', 'border-color', neutral.line],
    ['.rows', 'border-color', neutral.line],
    ['.row', 'border-color', neutral.line],
    ['.ink', 'color', neutral.ink],
    ['.ink2', 'color', neutral.ink2],
    ['.hero', 'background-color', colours.hero],
    ['.hero-ink', 'color', colours.heroInk],
    ['.well', 'background-color', colours.brandSoft],
    ['.button', 'background-color', colours.brand],
    ['.button-text', 'color', colours.onBrand],
    ['.link', 'color', colours.brand],
  ];
  const all = (before: string) =>
    rules.map(([name, property, pair]) => `${before}${name}{${property}:${pair.dark}!important}`).join('');
  return `:root{color-scheme:light dark;supported-color-schemes:light dark}@media (prefers-color-scheme:dark){${all('')}}${all('[data-ogsc] ')}`;
}
