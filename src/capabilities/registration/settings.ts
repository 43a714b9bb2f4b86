// How long messages of registration last. [REG-3] [REG-5]
import { numbers } from '#kernel/settings.ts';

export const settings = numbers({
  codeMinutes: {
    env: 'REGISTRATION_CODE_MINUTES',
    default: 15,
    min: 5,
    max: 60,
    unit: 'minutes',
    id: 'REG-3',
    says: 'How long the four-digit code of a registration works.',
  },
  linkHours: {
    env: 'REGISTRATION_LINK_HOURS',
    default: 48,
    min: 1,
    max: 168,
    unit: 'hours',
    id: 'REG-3',
    says: 'How long the link of a registration works.',
  },
  fiscalTriesMax: {
    env: 'REGISTRATION_FISCAL_TRIES_MAX',
    default: 5,
    min: 1,
    max: 10,
    unit: 'tries',
    id: 'REG-5',
    says: 'Wrong codici fiscali or partite IVA after which a new message is needed.',
  },
});

/** Questions that came to nothing hold contacts of strangers: they are forgotten after this time. */
export const keptSeconds = 30 * 86_400;
/** After the code or the link, the rest of the registration has this long; it can always be started again (REG-11). */
export const provenSeconds = 3_600;
