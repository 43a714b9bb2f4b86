import { expect, test } from 'vitest';
import { deskOf, events, moverAfter, type RequestEvent, type RequestState, stateAfter, states } from './states.ts';

/** Every pair: a blank means that the event does not belong there. */
const expected: Record<RequestState, Record<RequestEvent, RequestState | undefined>> = {
  awaiting_contact: {
    filed: 'open',
    answered: undefined,
    asked_back: undefined,
    written: undefined,
    settled: undefined,
  },
  open: { filed: undefined, answered: 'answered', asked_back: 'answered', written: 'open', settled: 'closed' },
  answered: { filed: undefined, answered: 'answered', asked_back: 'answered', written: 'open', settled: 'closed' },
  closed: { filed: undefined, answered: 'answered', asked_back: 'answered', written: 'open', settled: undefined },
};

test.each(states.flatMap((state) => events.map((event) => [state, event] as const)))(
  '[REQ-2] a request that is %s and %s',
  (state, event) => {
    expect(stateAfter(state, event)).toBe(expected[state][event]);
  },
);

test('[REQ-2] who asked moves only after a question; a desk moves after what was written', () => {
  expect(moverAfter('asked_back', 'support')).toBe('customer');
  expect(moverAfter('answered', 'support')).toBe('nobody');
  expect(moverAfter('filed', deskOf('new_contact'))).toBe('agency');
  expect(moverAfter('written', deskOf('support'))).toBe('support');
});
