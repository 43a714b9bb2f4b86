// The paperless choice as the core system knows it.
import { partyIdsByKey } from '#capabilities/parties/index.ts';
import { columns } from '#kernel/row.ts';
import { upserting } from '#kernel/upsert.server.ts';

export const intoPaperless = upserting({
  table: 'paperless_choices',
  columns: columns({ isOn: 'boolean', since: 'date' }),
  parents: [{ column: 'party_id', field: 'party', entity: 'parties', ids: partyIdsByKey }],
  violations: { paperless_choices_one_per_party: { field: 'party', reason: 'has another paperless choice already' } },
});
