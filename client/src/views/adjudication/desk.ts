import type {
  AdjudicationChoice,
  AdjudicationGroup,
  AdjudicationView,
} from '../../../../server/src/lsp/protocol/adjudication.ts';
import type { CommandResult, LabelView } from '../../../../server/src/lsp/protocol.ts';
import { isDisagreement, meaningOf, neighbour, nextOpen } from './deck.ts';
import type { PageState } from './messages.ts';

/** What the desk needs of the editor and the server. */
export interface Surroundings {
  /** The article's layers; undefined where the article is gone. */
  load(anonymous: boolean, all: boolean): Promise<AdjudicationView | undefined>;
  decide(
    view: AdjudicationView,
    group: AdjudicationGroup,
    choice: AdjudicationChoice,
    note: string,
  ): Promise<CommandResult>;
  applyRule(rule: 'unanimous' | 'majority'): Promise<CommandResult>;
  undo(): Promise<CommandResult>;
  /** Shows the group's place in the article's editor; `focus`: and goes there. */
  reveal(group: AdjudicationGroup, focus: boolean): Promise<void>;
  /** Lets the user pick a label, for what is selected in the article or for the group's place. */
  pickChange(
    group: AdjudicationGroup,
  ): Promise<{ label: LabelView['name']; range: AdjudicationGroup['range'] } | undefined>;
  askReason(): void;
  show(state: PageState): void;
}

/** One article on the desk of whoever adjudicates: what is shown, where the cursor is, and what keys do. */
export class Desk {
  private readonly around: Surroundings;
  private view: AdjudicationView | undefined;
  private current: string | undefined;
  private reason = '';
  private said = '';
  /** Groups as they were decided, the last one at the end: *undo* goes back there. */
  private readonly decided: string[] = [];
  anonymous: boolean;
  all: boolean;
  /** One thing at a time, in the order of the keys. */
  private queue: Promise<void> = Promise.resolve();

  constructor(
    around: Surroundings,
    { anonymous = false, all = false }: { anonymous?: boolean; all?: boolean } = {},
  ) {
    this.around = around;
    this.anonymous = anonymous;
    this.all = all;
  }

  /** What the page shows now; undefined before the first answer. */
  get state(): PageState | undefined {
    const { view, current, anonymous, all, reason, said } = this;
    return view && { view, anonymous, all, reason, said, ...(current === undefined ? {} : { current }) };
  }

  /** Asks the server again, and stays where it is if that is still there. */
  refresh(): Promise<void> {
    return this.inTurn(() => this.reload());
  }

  /** Does what a key means. */
  press(key: string): Promise<void> {
    return this.inTurn(async () => {
      const group = this.group();
      if (!this.view || !group) return key === 'u' ? this.undo() : key === 'a' ? this.turnNames() : undefined;
      const meaning = meaningOf(key, this.view, group);
      switch (meaning?.kind) {
        case 'take':
          return this.decide(group, { kind: 'take', versions: meaning.versions });
        case 'change':
          return this.change(group);
        case 'move':
          return this.go(neighbour(this.view, this.current, meaning.by)?.key);
        case 'undo':
          return this.undo();
        case 'anonymous':
          return this.turnNames();
        case 'show':
          return this.around.reveal(group, true);
        case 'reason':
          return this.around.askReason();
      }
    });
  }

  /** Puts the cursor on a group. */
  select(key: string): Promise<void> {
    return this.inTurn(() => this.go(key));
  }

  /** The reason for the next decision. */
  setReason(text: string): void {
    this.reason = text;
  }

  /** Lets a rule settle what it can. */
  applyRule(rule: 'unanimous' | 'majority'): Promise<void> {
    return this.inTurn(async () => {
      this.said = (await this.around.applyRule(rule)).message;
      await this.reload();
    });
  }

  /** Compares everybody's layers, or only those of people who are done. */
  turnEverybody(): Promise<void> {
    return this.inTurn(async () => {
      this.all = !this.all;
      await this.reload();
    });
  }

  private async decide(group: AdjudicationGroup, choice: AdjudicationChoice): Promise<void> {
    if (!this.view) return;
    const { done, message } = await this.around.decide(this.view, group, choice, this.reason);
    this.said = message;
    if (done) {
      this.reason = '';
      this.decided.push(group.key);
    }
    await this.reload();
    if (done && this.view) await this.go(nextOpen(this.view, group.key)?.key ?? group.key);
  }

  private async change(group: AdjudicationGroup): Promise<void> {
    const picked = await this.around.pickChange(group);
    if (picked?.range) await this.decide(group, { kind: 'change', label: picked.label, range: picked.range });
  }

  private async undo(): Promise<void> {
    const { done, message } = await this.around.undo();
    this.said = message;
    const last = done ? this.decided.pop() : undefined;
    await this.reload();
    if (last !== undefined) await this.go(last);
  }

  private async turnNames(): Promise<void> {
    this.anonymous = !this.anonymous;
    await this.reload();
  }

  private async go(key: string | undefined): Promise<void> {
    if (key !== undefined) this.current = key;
    this.show();
    const group = this.group();
    if (group) await this.around.reveal(group, false);
  }

  private async reload(): Promise<void> {
    const view = await this.around.load(this.anonymous, this.all);
    if (!view) return;
    const isFirst = this.view === undefined;
    const before = this.view?.groups.findIndex((g) => g.key === this.current) ?? -1;
    this.view = view;
    if (!view.groups.some((g) => g.key === this.current)) {
      // It was changed or is gone: what stands at its place now, else the first open one.
      const near = before < 0 ? undefined : view.groups.slice(before).find(isDisagreement);
      this.current = (near ?? nextOpen(view, undefined) ?? view.groups.find(isDisagreement))?.key;
    }
    this.show();
    const group = this.group();
    if (isFirst && group) await this.around.reveal(group, false);
  }

  private group(): AdjudicationGroup | undefined {
    return this.view?.groups.find((g) => g.key === this.current);
  }

  private show(): void {
    const { state } = this;
    if (state) this.around.show(state);
  }

  private inTurn(work: () => Promise<void> | void | undefined): Promise<void> {
    const mine = this.queue.then(work);
    this.queue = mine.catch(() => undefined);
    return mine;
  }
}
