export const tables = [
  'accounts',
  'browsers',
  'known_devices',
  'sessions',
  'device_challenges',
  'password_failures',
  'recoveries',
  'kept_forms',
  'username_questions',
] as const;
