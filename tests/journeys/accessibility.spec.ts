// Every page of the router, as visitors and as several customers see it: axe in both themes at two widths with and without
// the page's scripts, headings, titles, widths, policy, and the words in three languages.
import { expect, test } from '../world/journey.ts';
import { sighted, walks } from './accessibility.walks.ts';
import { pageRoutes } from './steps/routes.ts';

// Pictures of every step would cost more than the steps; a fault says which page and what of it.
test.use({ trace: 'off' });
test.describe.configure({ mode: 'parallel' });

test('[DUT-3] every page of the router is looked at by somebody', { tag: '@scripts-on' }, () => {
  expect([...new Set(walks.flatMap((walk) => walk.routes))].sort()).toEqual(pageRoutes);
});

for (const walk of walks) {
  test(`[DUT-3] [HLP-2] no barrier and no missing word for ${walk.name}`, { tag: '@scripts-on' }, async ({
    page,
    portal,
  }) => {
    test.setTimeout(300_000);
    await portal.renew();
    const walker = sighted(page, portal, walk.language);
    await walk.go(walker);
    walker.looker.finish(walk.routes);
  });
}
