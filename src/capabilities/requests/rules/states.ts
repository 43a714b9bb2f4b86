// Where a request stands and who moves next. [REQ-1] [REQ-2]
export const states = ['awaiting_contact', 'open', 'answered', 'closed'] as const;
export type RequestState = (typeof states)[number];

/** To support, for a contact that can confirm operations, to an agency about anything else. */
export type RequestKind = 'support' | 'new_contact' | 'agency';

export type Desk = 'support' | 'agency';
export type Mover = 'customer' | Desk | 'nobody';

/**
 * `filed`: the contact was verified, or nobody verified it in time; `answered`: a desk has answered; `asked_back`: it
 * answered with a question; `written`: whoever asked has added a line; `settled`: whoever asked says that it is done.
 */
export const events = ['filed', 'answered', 'asked_back', 'written', 'settled'] as const;
export type RequestEvent = (typeof events)[number];

const moves: Record<RequestState, Partial<Record<RequestEvent, RequestState>>> = {
  awaiting_contact: { filed: 'open' },
  open: { answered: 'answered', asked_back: 'answered', written: 'open', settled: 'closed' },
  answered: { answered: 'answered', asked_back: 'answered', written: 'open', settled: 'closed' },
  // Somebody who writes again has not been helped yet: the same request goes on.
  closed: { answered: 'answered', asked_back: 'answered', written: 'open' },
};

/** The state after an event; nothing when the event does not belong there. */
export const stateAfter = (state: RequestState, event: RequestEvent): RequestState | undefined => moves[state][event];

/** Who moves after an event, given the desk that answers this request. */
export function moverAfter(event: RequestEvent, desk: Desk): Mover {
  switch (event) {
    case 'filed':
    case 'written':
      return desk;
    case 'asked_back':
      return 'customer';
    case 'answered':
    case 'settled':
      return 'nobody';
  }
}

export const deskOf = (kind: RequestKind): Desk => (kind === 'support' ? 'support' : 'agency');
