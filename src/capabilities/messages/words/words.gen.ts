export interface Words {
  'messages.sent_by': { insurer: string | number; portal: string | number };
  'messages.no_reply': undefined;
  'messages.help': undefined;
  'messages.support': undefined;
  'messages.code_is_yours': undefined;
  'messages.button_fallback': undefined;
}
