import { msg } from '../message.ts';
import type { InputFile, ReadItem, ReadOptions } from './format.ts';
import { membersOf } from './jsonLines.ts';
import { addMinimal } from './labelStudioMin.ts';
import { addResults } from './labelStudioResults.ts';
import type { FileProblem, ReadArticle } from './readArticle.ts';
import { addExtras } from './records/extras.ts';
import { given, RecordArticle } from './records/recordArticle.ts';
import { itemsOf, noText, readRecords } from './records/recordReader.ts';
import { listOf, nameOf, textOf } from './records/values.ts';

type Members = ReadonlyMap<string, unknown>;

/** What was left in the file, told once for all of it. */
interface Left {
  predictions: number;
  cancelled: number;
  drafts: number;
  keys: Set<string>;
}

/**
 * Reads Label Studio's tasks: one article for each annotation of a task. Also read: its short export (JSON_MIN), and
 * the `completions` of versions before 1.0. Images, sound, dialogues and HTML are left and told.
 */
export function* readLabelStudio(file: InputFile, { options }: ReadOptions): Generator<ReadItem> {
  const left: Left = { predictions: 0, cancelled: 0, drafts: 0, keys: new Set() };
  yield* readRecords(
    file,
    (value, line) => {
      const task = membersOf(value);
      if (!task) return undefined;
      const data = membersOf(task.get('data'));
      return data ? taskItems(task, data, line, options, left) : minimalItems(task, line, options, left);
    },
    msg('This is no Label Studio task. Export the project as JSON, and import that file.'),
  );
  yield* told(left);
}

function* told({ predictions, cancelled, drafts, keys }: Left): Generator<ReadItem> {
  const tell = (code: string, message: FileProblem['message']): ReadItem => ({
    kind: 'problem',
    problem: { code, severity: 'information', message },
  });
  if (predictions > 0)
    yield tell(
      'label-studio/predictions',
      msg('{0} predictions were left out. The option predictions=all reads them too.', predictions),
    );
  if (cancelled > 0)
    yield tell('label-studio/cancelled', msg('{0} skipped annotations were left out.', cancelled));
  if (drafts > 0)
    yield tell(
      'label-studio/drafts',
      msg('{0} drafts were left out: what people have not submitted is not read.', drafts),
    );
  if (keys.size > 0)
    yield tell(
      'label-studio/keys',
      msg(
        'These keys of the short export were left out, because it does not say whether they are choices or data: {0}. Export the project as JSON to have its choices.',
        [...keys].slice(0, 8).join(', '),
      ),
    );
}

function* taskItems(
  task: Members,
  data: Members,
  line: number,
  options: ReadonlyMap<string, string>,
  left: Left,
): Generator<ReadItem> {
  const text = textIn(data, options.get('text') ?? '');
  if (text === undefined) {
    yield* noText(line);
    return;
  }
  const beside = listOf(membersOf(task.get('meta'))?.get('pressmark'));
  const own = listOf(task.get('annotations') ?? task.get('completions')).flatMap((a) => membersOf(a) ?? []);
  const all = listOf(task.get('predictions')).flatMap((p) => membersOf(p) ?? []);
  const which = options.get('predictions');
  const predictions = which === 'all' || (which !== 'none' && own.length === 0) ? all : [];
  left.predictions += all.length - predictions.length;
  left.drafts += listOf(task.get('drafts')).length;
  const about = {
    text,
    textIs: 'given',
    unit: 'codePoint',
    line,
    ...given({ name: nameIn(task, data), language: textOf(data.get('language')) }),
    ...(data.get('offsets') === 'codePoints' ? { unitIs: 'stated' as const } : {}),
  } as const;
  const layers = [...own, ...predictions];
  if (layers.length === 0) yield* itemsOf(new RecordArticle(line, text), about);
  for (const [i, layer] of layers.entries()) {
    if (layer.get('was_cancelled') === true) left.cancelled++;
    else yield* layerItems(layer, beside[i], about);
  }
}

function layerItems(
  layer: Members,
  beside: unknown,
  about: Omit<ReadArticle, 'spans' | 'relations' | 'documentLabels'>,
): Iterable<ReadItem> {
  const article = new RecordArticle(about.line, about.text);
  addResults(article, listOf(layer.get('result')), about.text ?? '');
  addExtras(article, beside);
  return itemsOf(article, { ...about, ...given({ annotator: annotatorOf(layer) }) });
}

/** Who annotated: by the name that this project writes, by Label Studio's own, or the model of a prediction. */
function annotatorOf(layer: Members): string | undefined {
  const own = textOf(layer.get('annotator'));
  if (own !== undefined) return own;
  if (layer.get('ground_truth') === true) return 'gold';
  const by = layer.get('completed_by');
  const person = membersOf(by);
  const name = person
    ? (textOf(person.get('email')) ?? textOf(person.get('username')) ?? nameOf(person.get('id')))
    : nameOf(by);
  return name ?? textOf(layer.get('model_version'));
}

/** What the data calls the article. */
function nameIn(task: Members, data: Members): string | undefined {
  return textOf(data.get('path')) ?? nameOf(task.get('file_upload')) ?? nameOf(task.get('id'));
}

/** The text of a task: under the key that the person names, under `text`, or the longest that is no address. */
function textIn(data: Members, key: string): string | undefined {
  const chosen = data.get(key === '' ? 'text' : key);
  if (typeof chosen === 'string') return chosen;
  if (key !== '') return undefined;
  const texts = [...data.values()].filter(
    (v): v is string => typeof v === 'string' && !/^(?:https?|s3|gs|data):|^\/data\//.test(v),
  );
  return texts.sort((a, b) => b.length - a.length)[0];
}

function minimalItems(
  record: Members,
  line: number,
  options: ReadonlyMap<string, string>,
  left: Left,
): Iterable<ReadItem> {
  const text = textIn(record, options.get('text') ?? '');
  if (text === undefined) return noText(line);
  const article = new RecordArticle(line, text);
  for (const key of addMinimal(article, record, text)) left.keys.add(key);
  return itemsOf(article, {
    text,
    textIs: 'given',
    unit: 'codePoint',
    line,
    ...given({
      name: textOf(record.get('path')) ?? nameOf(record.get('id')),
      language: textOf(record.get('language')),
      annotator: nameOf(record.get('annotator')),
    }),
  });
}
