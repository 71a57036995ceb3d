import * as vscode from 'vscode';
import type {
  FormatOptionView,
  FormatsView,
  FormatView,
  OptionParams,
  OptionRequest,
} from '../../../../server/src/lsp/protocol/datasets.ts';
import type { ServerSession } from '../../server/session.ts';

const optionRequest: typeof OptionRequest = 'pressmark/formats/option';

/** What may be chosen beyond format, layer and split; undefined: as usual. */
export interface Finer {
  readonly done?: boolean | undefined;
  readonly labels?: readonly string[] | undefined;
  readonly languages?: readonly string[] | undefined;
  readonly options?: Readonly<Record<string, string>> | undefined;
}

/** A line of the list: what it is about, how it stands, and what happens when it is chosen. */
interface Row extends vscode.QuickPickItem {
  /** The choices afterwards; undefined where they stay. Absent: goes on. */
  readonly change?: () => Promise<Finer | undefined>;
}

/** Shows all choices as they stand, to change some or to go on with Enter; undefined where the user stops. */
export async function chooseOptions(
  session: ServerSession,
  view: FormatsView,
  format: FormatView,
  begin: Finer,
): Promise<Finer | undefined> {
  const offered = format.options.filter(({ uses }) => uses !== 'read');
  return choose(begin, (finer) => [
    ...articleRows(finer),
    ...(format.name === sentences ? [] : [labelRow(view, finer)]),
    ...optionRows(session, format, offered, finer),
  ]);
}

const sentences = 'sentences';

/** The choices of a format that is read; not asked where there are none. */
export async function chooseReadOptions(
  session: ServerSession,
  format: FormatView,
  begin: Finer['options'],
): Promise<Finer['options'] | undefined> {
  const offered = format.options.filter(({ uses }) => uses !== 'write');
  if (offered.length === 0) return begin ?? {};
  const chosen = await choose({ options: begin }, (finer) => optionRows(session, format, offered, finer));
  return chosen && (chosen.options ?? {});
}

async function choose(begin: Finer, rowsOf: (finer: Finer) => readonly Row[]): Promise<Finer | undefined> {
  let finer = begin;
  const goOn: Row = {
    label: `$(arrow-right) ${vscode.l10n.t('Go on')}`,
    detail: vscode.l10n.t('With what is listed below. Choose a line to change it.'),
  };
  for (;;) {
    const placeHolder = vscode.l10n.t('Options');
    const row = await vscode.window.showQuickPick([goOn, ...rowsOf(finer)], { placeHolder });
    if (!row) return undefined;
    if (!row.change) return finer;
    finer = (await row.change()) ?? finer;
  }
}

function articleRows(finer: Finer): Row[] {
  const { done = false, languages } = finer;
  return [
    {
      label: vscode.l10n.t('Articles'),
      description: done ? vscode.l10n.t('only those that are done') : vscode.l10n.t('done or not'),
      change: async () => ({ ...finer, done: !done }),
    },
    {
      label: vscode.l10n.t('Languages'),
      description: languages?.join(', ') ?? vscode.l10n.t('all'),
      change: async () => {
        const text = await vscode.window.showInputBox({
          prompt: vscode.l10n.t('Only articles in these languages, such as id, vi; nothing: all'),
          value: languages?.join(', ') ?? '',
          validateInput: (value) =>
            namesIn(value).every((tag) => /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(tag))
              ? undefined
              : vscode.l10n.t('Write codes such as id, vi or en, with commas between them.'),
        });
        if (text === undefined) return undefined;
        const tags = namesIn(text);
        return { ...finer, languages: tags.length > 0 ? tags : undefined };
      },
    },
  ];
}

function namesIn(text: string): string[] {
  return text.split(/[,\s]+/).filter((name) => name !== '');
}

function labelRow({ labels: known }: FormatsView, finer: Finer): Row {
  return {
    label: vscode.l10n.t('Labels'),
    description: finer.labels?.join(', ') ?? vscode.l10n.t('all'),
    change: async () => {
      const items = known.map((label) => ({ label, picked: finer.labels?.includes(label) ?? true }));
      const placeHolder = vscode.l10n.t('Only annotations with these labels');
      const picked = await vscode.window.showQuickPick(items, { placeHolder, canPickMany: true });
      if (!picked || picked.length === 0) return undefined;
      const all = picked.length === known.length;
      return { ...finer, labels: all ? undefined : picked.map(({ label }) => label) };
    },
  };
}

function optionRows(
  session: ServerSession,
  format: FormatView,
  offered: readonly FormatOptionView[],
  finer: Finer,
): Row[] {
  return offered.map((option) => {
    const value = finer.options?.[option.name] ?? option.byDefault;
    return {
      label: option.name,
      description: value,
      detail: option.about,
      change: async () => {
        const chosen = await chosenValue(session, format, option, value);
        return chosen === undefined
          ? undefined
          : { ...finer, options: { ...finer.options, [option.name]: chosen } };
      },
    };
  });
}

async function chosenValue(
  session: ServerSession,
  format: FormatView,
  option: FormatOptionView,
  value: string,
): Promise<string | undefined> {
  if (option.values) {
    const usual = vscode.l10n.t('as usual');
    const items = option.values.map((label) =>
      label === option.byDefault ? { label, description: usual } : { label },
    );
    const picked = await vscode.window.showQuickPick(items, { placeHolder: option.about });
    return picked?.label;
  }
  return vscode.window.showInputBox({
    prompt: option.about,
    value,
    validateInput: (text) => {
      const params: OptionParams = { format: format.name, option: option.name, value: text };
      return session.ask<string | null>(optionRequest, params);
    },
  });
}
