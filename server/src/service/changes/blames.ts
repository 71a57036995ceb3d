import { type Message, msg } from '../../core/message.ts';
import type { BlamedLine, Host } from '../ports.ts';
import type { Layer } from '../sidecars.ts';

/** Milliseconds after which git is asked again where a line was not committed: it may be by now. */
const UNCOMMITTED_AGE = 5_000;
/** Milliseconds for which a hover waits for git. */
const MOMENT = 50;
/** Sidecars whose answers are kept. */
const MOST_KEPT = 32;
const SHORT_ID = 7;

interface Answer {
  readonly text: string;
  readonly asked: number;
  readonly lines: Promise<readonly BlamedLine[]>;
  /** Undefined until git has answered. */
  settled?: readonly BlamedLine[];
}

/** Who wrote the lines of sidecars, asked of git once for each state of a file. */
export class Blames {
  private readonly host: Host;
  private readonly answers = new Map<string, Answer>();

  constructor(host: Host) {
    this.host = host;
  }

  /** Who gave an annotation of a layer its present form; undefined where nobody can tell. */
  async of(layer: Layer, id: string): Promise<BlamedLine | undefined> {
    const line = lineOf(layer, id);
    return line === undefined ? undefined : (await this.ask(layer)?.lines)?.[line];
  }

  /** The same, as far as git answers in a moment: a hover must not wait for it. The next one has the answer. */
  async soon(layer: Layer, id: string): Promise<BlamedLine | undefined> {
    const line = lineOf(layer, id);
    const answer = line === undefined ? undefined : this.ask(layer);
    if (line === undefined || !answer) return undefined;
    const began = this.host.now();
    while (!answer.settled && this.host.now() - began < MOMENT) await this.host.pause();
    return answer.settled?.[line];
  }

  private ask({ uri, file }: Layer): Answer | undefined {
    const { history } = this.host;
    if (!history || !file) return undefined;
    const text = file.document.getText();
    const known = this.answers.get(uri);
    // No lines: git did not know the file, or could not answer.
    const pending = known?.settled && (known.settled.length === 0 || known.settled.some((l) => !l.commit));
    const old = pending && known !== undefined && this.host.now() - known.asked > UNCOMMITTED_AGE;
    if (known?.text === text && !old) return known;
    const lines = history.blame(uri, file.open ? text : undefined);
    const answer: Answer = { text, asked: this.host.now(), lines };
    void lines.then((found) => {
      answer.settled = found;
    });
    this.answers.delete(uri);
    this.answers.set(uri, answer);
    const [oldest] = this.answers.keys();
    if (this.answers.size > MOST_KEPT && oldest !== undefined) this.answers.delete(oldest);
    return answer;
  }
}

function lineOf({ sidecar }: Layer, id: string): number | undefined {
  return sidecar?.annotations.find((entry) => entry.annotation.id === id)?.line;
}

/** Who wrote a line, when, and why, for a reader of that language (BCP 47). */
export function describeBlame({ commit, author, time, summary }: BlamedLine, locale: string): Message {
  if (commit === undefined) return msg('Not committed yet.');
  return msg('{0}, {1}: “{2}” ({3})', author, dayOf(time, locale), summary, commit.slice(0, SHORT_ID));
}

/** The author's own day. */
function dayOf(time: string, locale: string): string {
  const day = new Date(`${time.slice(0, 10)}T00:00:00Z`);
  try {
    return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(day);
  } catch {
    // A locale or a time that nobody can read.
    return time.slice(0, 10);
  }
}
