type Way = { href: string; text: string };

/** Which part of a long list this is, in words, and the way to the parts before and after. */
export type PagesOfList = {
  label: string;
  text: string;
  previous: Way | undefined;
  next: Way | undefined;
  /** What the list is called, where a page has several. */
  name?: string;
};
