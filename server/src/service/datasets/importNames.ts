import type { UnknownName, UnknownNames, Vocabulary } from '../../core/datasets/import/vocabulary.ts';
import { type Message, msg } from '../../core/message.ts';
import { withNames } from '../../core/project/addNames.ts';
import { nearestName } from '../../core/project/nearest.ts';
import { parseProject } from '../../core/project.ts';
import { utf8Bytes } from '../../core/text/utf8.ts';
import { decodeText } from '../decode.ts';
import type { FileChange } from '../ports.ts';
import { type LoadedProject, PROJECT_FILE } from '../projects.ts';
import { joined } from '../uris.ts';
import type { Workspace } from '../workspace.ts';
import type { ImportPlan, ImportProblem } from './importReport.ts';

/** What becomes of the names of an import that the project does not have. */
export interface ImportedNames {
  readonly unknown: ImportPlan['unknownNames'];
  readonly problems: readonly ImportProblem[];
  /** Of the project file. */
  readonly changes: readonly FileChange[];
}

/** Looks at all names that were met: refuses those that the project does not have, adds them to it, or lets them be. */
export async function namesOfImport(
  workspace: Workspace,
  loaded: LoadedProject,
  vocabulary: Vocabulary,
  choice: UnknownNames,
): Promise<ImportedNames> {
  const met = vocabulary.unknown();
  const unknown = met.map(({ kind, name, label, count }) => ({
    kind,
    name,
    count,
    ...(label === undefined ? {} : { label }),
  }));
  const others = vocabulary.unused().map((name): ImportProblem => {
    const message = msg('--map {0}=… maps nothing: no annotation has this name.', name);
    return { file: '', code: 'import/unused-map', severity: 'warning', message };
  });
  others.push(...vocabulary.clashes().map(clash));
  if (choice === 'refuse')
    return { unknown, problems: [...met.map((one) => refusal(one, loaded)), ...others], changes: [] };
  if (choice === 'keep' || met.length === 0) return { unknown, problems: others, changes: [] };
  const added = await withAdded(workspace, loaded, met);
  if ('refused' in added) {
    const problem: ImportProblem = {
      file: PROJECT_FILE,
      code: 'import/project',
      severity: 'error',
      message: added.refused,
    };
    return { unknown, problems: [problem, ...others], changes: [] };
  }
  return { unknown, problems: others, changes: [added] };
}

/** One of the two values would be lost. */
function clash({ file, line, from, name }: ReturnType<Vocabulary['clashes']>[number]): ImportProblem {
  const message = msg(
    '“{0}” would become “{1}”, and this annotation has that attribute already. Say --map {0}=NAME with another name, or --map {0}= (leave it out).',
    from,
    name,
  );
  return { file, line, code: 'import/map-clash', severity: 'error', message };
}

function refusal(one: UnknownName, { project }: LoadedProject): ImportProblem {
  return { ...one.first, code: 'import/unknown-name', severity: 'error', message: sentence(one, project) };
}

function sentence({ kind, name, label, count }: UnknownName, project: LoadedProject['project']): Message {
  if (kind === 'attribute') {
    return msg(
      'The label “{0}” has no attribute “{1}” in this project ({2} times in these files). Say --map {1}=NAME or --map {1}= (leave it out), or --unknown-labels add or keep.',
      label ?? '',
      name,
      count,
    );
  }
  const known =
    kind === 'label' ? project.labels : kind === 'relation' ? project.relations : project.documentLabels;
  const near =
    nearestName(
      name,
      known.map((k) => k.name),
    ) ?? 'NAME';
  if (kind === 'relation')
    return msg(
      'The project has no relation “{0}” ({1} times in these files). Say --map {0}={2} or --map {0}= (leave it out), or --unknown-labels add or keep.',
      name,
      count,
      near,
    );
  if (kind === 'documentLabel')
    return msg(
      'The project has no document label “{0}” ({1} times in these files). Say --map {0}={2} or --map {0}= (leave it out), or --unknown-labels add or keep.',
      name,
      count,
      near,
    );
  return msg(
    'The project has no label “{0}” ({1} times in these files). Say --map {0}={2} or --map {0}= (leave it out), or --unknown-labels add or keep.',
    name,
    count,
    near,
  );
}

async function withAdded(
  { host, texts }: Workspace,
  { root, project, problems }: LoadedProject,
  met: readonly UnknownName[],
): Promise<FileChange | { readonly refused: Message }> {
  const uri = joined(root, PROJECT_FILE);
  const before = await host.files.read(uri);
  const text = before === undefined ? '' : decodeText(before);
  const bad = problems.find((p) => p.severity === 'error')?.message;
  if (typeof text !== 'string' || bad)
    return { refused: bad ?? (typeof text === 'string' ? BROKEN : text.reason) };
  const open = texts.open(uri);
  if (open && open.getText() !== text)
    return { refused: msg('This file is open and not saved. Save it first.') };
  const names = (kind: UnknownName['kind']) => met.filter((m) => m.kind === kind).map((m) => m.name);
  const attributes = met.flatMap(({ kind, name, label, type }) =>
    kind === 'attribute' && label !== undefined ? [{ label, name, type }] : [],
  );
  const after = withNames(text, project.labels, {
    labels: names('label'),
    relations: names('relation'),
    documentLabels: names('documentLabel'),
    attributes,
  });
  const missing = missingIn(after, met);
  if (missing !== undefined)
    return {
      refused: msg(
        '“{0}” cannot be a name in a project: give it another one with --map {0}=NAME. A label has no blanks and no brackets.',
        missing,
      ),
    };
  return { uri, before, after: utf8Bytes(after) };
}

const BROKEN = msg('This file cannot be read. Correct it first.');

/** A name that the project file would not give back. */
function missingIn(text: string, met: readonly UnknownName[]): string | undefined {
  const { project } = parseProject(text, new Map());
  return met.find(({ kind, name, label }) => {
    if (kind === 'attribute')
      return !project.labels.find((l) => l.name === label)?.attributes.some((a) => a.name === name);
    const known =
      kind === 'label' ? project.labels : kind === 'relation' ? project.relations : project.documentLabels;
    return !known.some((k) => k.name === name);
  })?.name;
}
