import { error } from '@sveltejs/kit';
import { brandOf } from '#kernel/brand.ts';
import { brandAsset } from '../../../../brand-assets.server.ts';
import type { RequestHandler } from './$types';

/** The files of the insurer's brand: `stile.css`, `manifesto.webmanifest`, its mark and icons. */
export const GET: RequestHandler = ({ params, locals, url }) => {
  const brand = brandOf(locals.context);
  const asset = brandAsset(brand, params.file, locals.language);
  if (!asset) error(404);
  // With the hash of the brand in the address the answer never changes.
  const isForEver = url.searchParams.get('v') === brand.hash;
  return new Response(new Uint8Array(asset.content), {
    headers: {
      'content-type': asset.mediaType,
      'cache-control': isForEver ? 'public, max-age=31536000, immutable' : 'public, max-age=300',
    },
  });
};
