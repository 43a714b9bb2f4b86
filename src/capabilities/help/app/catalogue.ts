// How to put the portal among the apps of a device. The page detects nothing: whoever reads it knows what they hold.

/** Systems in the order in which people hold them, with the icon of each. */
export const systems = {
  iphone: 'mobile',
  android: 'mobile',
  'android-altri': 'mobile',
  computer: 'device',
  mac: 'device',
  firefox: 'device',
} as const;
export type System = keyof typeof systems;

export type AppWords = {
  title: string;
  lead: string;
  /** What it is and what it is not. */
  points: readonly string[];
  systems: Record<System, { name: string; steps: readonly string[]; note?: string }>;
  code: { title: string; text: string; alt: string };
  after: { title: string; text: string };
};
