// A file to keep, made for this request: never cached, never shown as a page.

export const fileAnswer = (content: string, { mediaType, name }: { mediaType: string; name: string }): Response =>
  new Response(content, {
    headers: {
      'content-type': mediaType,
      // Names of ours are plain: a word, a year or a day, the ending.
      'content-disposition': `attachment; filename="${name.replace(/[^\w.-]/g, '_')}"`,
      'cache-control': 'no-store',
      'content-security-policy': "sandbox; default-src 'none'",
    },
  });
