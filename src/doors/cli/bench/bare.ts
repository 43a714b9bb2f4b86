// A process of its own: the least a server can do. It runs the statements of a page, prepared, and answers their rows as
// JSON. STATEMENTS names their file; no capability, no page, no framework.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import http from 'node:http';
import pg from 'pg';
import type { Statement } from './record.ts';

const statements: Statement[] = JSON.parse(readFileSync(process.env.STATEMENTS ?? '', 'utf8'));
const prepared = statements.map(({ text, values }) =>
  values
    ? {
        name: createHash('sha1').update(text).digest('hex'),
        text,
        values: values.map((value) =>
          value !== null && typeof value === 'object' ? Buffer.from(value.base64, 'base64') : value,
        ),
      }
    : { text },
);
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });

const server = http.createServer((_request, response) => {
  answer().then(
    (body) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(body);
    },
    (error) => {
      response.writeHead(500);
      response.end(String(error));
    },
  );
});

async function answer(): Promise<string> {
  const client = await pool.connect();
  try {
    const rows: unknown[] = [];
    for (const statement of prepared) rows.push((await client.query(statement)).rows);
    return JSON.stringify(rows);
  } finally {
    client.release();
  }
}

server.listen(Number(process.env.PORT), '127.0.0.1', () => process.send?.('ready'));
process.on('SIGTERM', () => process.exit(0));
