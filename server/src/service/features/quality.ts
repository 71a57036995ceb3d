import type { Signal, SignalName } from '../../core/checks/pageQuality/pageQuality.ts';
import { type Message, msg } from '../../core/message.ts';
import type { Workspace } from '../workspace.ts';

/** How a page compares with usual ones, in the reader's language. */
export interface Quality {
  /** One short line for all of it. */
  readonly summary: string;
  readonly unusual: number;
  readonly signals: readonly {
    readonly name: string;
    readonly title: string;
    readonly value: string;
    /** The range in which it usually lies, and whose numbers these are. */
    readonly usual: string;
    readonly unusual: boolean;
  }[];
}

/** The signals of an article's page; undefined where there is no such article. */
export async function quality(workspace: Workspace, uri: string): Promise<Quality | undefined> {
  const article = await workspace.article(uri);
  if (!article) return undefined;
  const { signals } = article.quality;
  const unusual = signals.filter((signal) => signal.unusual).length;
  return {
    summary: workspace.say(summaryOf(unusual, signals.length)),
    unusual,
    signals: signals.map((signal) => ({
      name: signal.name,
      title: workspace.say(titleOf(signal.name)),
      value: shown(signal, signal.value),
      usual: workspace.say(usualOf(signal)),
      unusual: signal.unusual,
    })),
  };
}

function summaryOf(unusual: number, all: number): Message {
  if (all === 0) return msg('Page: too short to tell, or in a script without spaces');
  return unusual === 0
    ? msg('Page: nothing unusual in {0} signals', all)
    : msg('Page: {0} of {1} signals unusual', unusual, all);
}

function titleOf(name: SignalName): Message {
  switch (name) {
    case 'wordLength':
      return msg('Letters per word');
    case 'linesWithEnd':
      return msg('Lines that end with a mark');
    case 'repeatedLines':
      return msg('Lines that stand there twice');
    case 'shortLines':
      return msg('Lines of 30 characters and fewer');
    case 'lineEnds':
      return msg('Line ends per word');
    case 'bulletLines':
      return msg('Lines that begin with a bullet');
    case 'ellipsisLines':
      return msg('Lines that end with three dots');
    case 'symbols':
      return msg('Number signs and dots per word');
    case 'wordsWithLetter':
      return msg('Words with a letter');
    case 'commonWords':
      return msg('Commonest words of the language');
    case 'unknownWords':
      return msg('Words that nobody knows');
    case 'pageLines':
      return msg('Lines of the page, not of the article');
  }
}

function usualOf(signal: Signal): Message {
  const { least, most, source } = signal;
  if (least === 0) return msg('usually at most {0} ({1})', shown(signal, most), source);
  if (most === 1) return msg('usually at least {0} ({1})', shown(signal, least), source);
  return msg('usually {0} to {1} ({2})', shown(signal, least), shown(signal, most), source);
}

/** Shares in percent, means with one digit. */
function shown({ name }: Signal, value: number): string {
  if (name === 'wordLength') return value.toFixed(1);
  return name === 'lineEnds' || name === 'symbols' ? value.toFixed(2) : `${Math.round(value * 100)} %`;
}
