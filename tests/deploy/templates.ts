// Renders the chart without Helm: the few parts of its template language that deploy/chart uses, and a refusal of all others.
import { createHash } from 'node:crypto';
import { stringify } from 'yaml';

type Scope = { dot: unknown; variables: Readonly<Record<string, unknown>> };
type Node =
  | { kind: 'text'; text: string }
  | { kind: 'value'; expression: string }
  | { kind: 'if' | 'range'; expression: string; then: Node[]; otherwise: Node[] };

/** Renders one template with `{ Values, Release }`; throws at what it does not know, a missing value included. */
export function render(template: string, root: Record<string, unknown>): string {
  const tokens = tokensOf(template);
  const nodes = parse(tokens);
  if (tokens.length > 0) throw new Error('an `end` or `else` too many');
  return write(nodes, { dot: root, variables: {} });
}

type Token = { kind: 'text' | 'action'; text: string };

/** `{{-` eats the white space before it, `-}}` that after it. */
function tokensOf(template: string): Token[] {
  const parts = template.split(/(\{\{-?[\s\S]*?-?\}\})/);
  return parts.map((part, at): Token => {
    if (at % 2 === 1) return { kind: 'action', text: part.replace(/^\{\{-?\s*|\s*-?\}\}$/g, '') };
    let text = part;
    if (parts[at - 1]?.endsWith('-}}')) text = text.trimStart();
    if (parts[at + 1]?.startsWith('{{-')) text = text.trimEnd();
    return { kind: 'text', text };
  });
}

function parse(tokens: Token[]): Node[] {
  const nodes: Node[] = [];
  for (let token = tokens[0]; token; token = tokens[0]) {
    if (token.kind === 'action' && /^(end|else)$/.test(token.text)) return nodes;
    tokens.shift();
    const [, word, expression = ''] = /^(if|range) (.+)$/.exec(token.text) ?? [];
    if (token.kind === 'text') nodes.push({ kind: 'text', text: token.text });
    else if (word !== 'if' && word !== 'range') nodes.push({ kind: 'value', expression: token.text });
    else {
      const then = parse(tokens);
      const hasElse = tokens[0]?.text === 'else';
      if (hasElse) tokens.shift();
      const otherwise = hasElse ? parse(tokens) : [];
      if (tokens.shift()?.text !== 'end') throw new Error(`no end of {{ ${token.text} }}`);
      nodes.push({ kind: word, expression, then, otherwise });
    }
  }
  return nodes;
}

const write = (nodes: readonly Node[], scope: Scope): string => nodes.map((node) => writeOne(node, scope)).join('');

function writeOne(node: Node, scope: Scope): string {
  if (node.kind === 'text') return node.text;
  if (node.kind === 'value') return String(valueOfPipe(node.expression, scope));
  if (node.kind === 'if') return write(isTrue(valueOfPipe(node.expression, scope)) ? node.then : node.otherwise, scope);
  const [, key, item, from = ''] = /^\$(\w+), \$(\w+) := (.+)$/.exec(node.expression) ?? ['', '', '', node.expression];
  const list = valueOfPipe(from, scope);
  if (typeof list !== 'object' || list === null) throw new Error(`no list: ${from}`);
  return Object.entries(list)
    .sort(([one], [other]) => (Array.isArray(list) ? 0 : one < other ? -1 : 1))
    .map(([name, value]) =>
      write(node.then, {
        ...scope,
        dot: value,
        variables: key && item ? { ...scope.variables, [key]: name, [item]: value } : scope.variables,
      }),
    )
    .join('');
}

const isTrue = (value: unknown): boolean =>
  !(value === undefined || value === null || value === false || value === 0 || value === '') &&
  !(typeof value === 'object' && Object.keys(value).length === 0);

const functions: Record<string, (...given: never[]) => unknown> = {
  quote: (value: unknown) => JSON.stringify(String(value)),
  toYaml: (value: unknown) => stringify(value).trimEnd(),
  nindent: (spaces: number, text: string) => `\n${text.replace(/^(?=.)/gm, ' '.repeat(spaces))}`,
  sha256sum: (text: string) => createHash('sha256').update(text).digest('hex'),
  not: (value: unknown) => !isTrue(value),
  and: (...values: unknown[]) => values.find((value) => !isTrue(value)) ?? values.at(-1),
};

/** `a | f 1 | g`: each result is the last argument of the next. */
function valueOfPipe(expression: string, scope: Scope): unknown {
  let result: { value: unknown } | undefined;
  for (const stage of expression.split('|').map((one) => one.trim())) {
    const [head = '', ...rest] = stage.match(/"[^"]*"|\S+/g) ?? [];
    const given = [...rest.map((one) => operand(one, scope)), ...(result ? [result.value] : [])];
    const known = functions[head];
    if (known) result = { value: known(...(given as never[])) };
    else if (given.length === 0) result = { value: operand(head, scope) };
    else throw new Error(`an unknown function: ${head}`);
  }
  return result?.value;
}

function operand(text: string, { dot, variables }: Scope): unknown {
  if (text === '.') return dot;
  if (/^-?\d+$/.test(text)) return Number(text);
  if (text.startsWith('"')) return JSON.parse(text);
  const [, name, path = ''] = /^\$(\w+)((?:\.\w+)*)$/.exec(text) ?? [];
  if (name) return follow(variables[name], path.split('.').slice(1), text);
  if (!/^(\.\w+)+$/.test(text)) throw new Error(`cannot read ${text}`);
  const keys = text.split('.').slice(1);
  return follow(dot, keys, text);
}

function follow(from: unknown, keys: readonly string[], text: string): unknown {
  let value = from;
  for (const key of keys) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key))
      throw new Error(`${text} is no value`);
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}
