import type { Message } from '../../core/message.ts';

/** An export that cannot be made as it was asked for; the message says what to do instead. Nothing is left behind. */
export class ExportRefused extends Error {
  readonly told: Message;

  constructor(told: Message) {
    super(told.template);
    this.name = 'ExportRefused';
    this.told = told;
  }
}
