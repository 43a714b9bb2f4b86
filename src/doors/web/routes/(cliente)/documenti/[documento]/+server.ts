// A document to keep: compared with its checksum, never cached, under the name it was made with. [DOC-6]
import { redirect } from '@sveltejs/kit';
import { fileFor } from '#capabilities/documents/index.ts';
import { customerOf } from '../../../../customer.server.ts';
import { inLanguage } from '../../../../link.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params }) => {
  const { context, language } = locals;
  const file = await fileFor(context, customerOf(locals), params.documento);
  // An endpoint has no page of its own to say why: the list says it.
  if (!file.ok) redirect(303, inLanguage(language, `/documenti?motivo=${file.reasons[0].code}`));
  const { content, mediaType, fileName } = file.value;
  return new Response(Buffer.from(content), {
    headers: {
      'content-type': mediaType,
      'content-length': String(content.byteLength),
      // Names of ours are plain: the language's word, the number, the ending.
      'content-disposition': `attachment; filename="${fileName.replace(/[^\w.-]/g, '_')}"`,
      'cache-control': 'no-store',
      'content-security-policy': "sandbox; default-src 'none'",
    },
  });
};
