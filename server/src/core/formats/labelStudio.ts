import { msg } from '../message.ts';
import type { DatasetArticle } from './dataset.ts';
import type { Format, FormatWriter, Piece, WriteOptions, Written } from './format.ts';
import { jsonLine } from './jsonLines.ts';
import { labelingConfig, SeenNames } from './labelStudioConfig.ts';
import { readLabelStudio } from './labelStudioRead.ts';
import { annotationOf } from './labelStudioWrite.ts';
import { HOLDS_ALL } from './loss.ts';
import { given } from './records/recordArticle.ts';

/**
 * Label Studio's JSON: tasks with the annotations or predictions of several people
 * (https://labelstud.io/guide/task_format). Offsets are code points: its editor turns the browser's UTF-16 units into
 * them (`charsToCodePoints` of web/libs/editor/src/utils/selection-tools.js). Versions before 2022 wrote UTF-16 units
 * (label-studio#1347); the `text` of a region tells which.
 */
export const labelStudio: Format = {
  name: 'label-studio',
  title: 'Label Studio JSON',
  layout: 'dataset',
  endings: ['.json', '.jsonl'],
  holds: { ...HOLDS_ALL },
  options: [
    {
      name: 'as',
      description: msg('Whether people’s labels become annotations, or predictions that others may correct.'),
      values: ['annotations', 'predictions'],
      byDefault: 'annotations',
      uses: 'write',
    },
    {
      name: 'predictions',
      description: msg('Which predictions are read: those of tasks that nobody annotated, all, or none.'),
      values: ['unannotated', 'all', 'none'],
      byDefault: 'unannotated',
      uses: 'read',
    },
    {
      name: 'text',
      description: msg(
        'The key of a task’s data that holds the text; empty: “text”, or the longest there is.',
      ),
      byDefault: '',
      uses: 'read',
      problem: () => undefined,
    },
  ],
  recognise: (path, head) => {
    if (!/\.jsonl?$/i.test(path)) return 0;
    if (/"from_name"\s*:|"completed_by"\s*:/.test(head)) return 1;
    if (/"(?:annotations|predictions)"\s*:\s*\[\s*\{[^{}[\]]*"result"\s*:/.test(head)) return 0.95;
    if (/"annotations"\s*:\s*\[/.test(head) && /"data"\s*:\s*\{/.test(head)) return 0.9;
    if (/"annotation_id"\s*:/.test(head) && /"lead_time"\s*:/.test(head)) return 0.9;
    return /"labels"\s*:\s*\[\s*"/.test(head) && /"start"\s*:\s*\d/.test(head) ? 0.6 : 0;
  },
  open: (options) => new TaskWriter(options),
  read: readLabelStudio,
};

/** Puts layers of one article that come one after the other into one task. */
class TaskWriter implements FormatWriter {
  private readonly options: WriteOptions;
  private readonly file: string;
  private readonly seen: SeenNames;
  private layers: DatasetArticle[] = [];
  private tasks = 0;

  constructor(options: WriteOptions) {
    this.options = options;
    this.file = `${options.name}.json`;
    this.seen = new SeenNames(options.schema);
  }

  add(article: DatasetArticle): Written {
    this.seen.add(article);
    const [first] = this.layers;
    const isSame =
      first !== undefined &&
      first.path === article.path &&
      first.text === article.text &&
      first.language === article.language;
    const pieces = isSame ? [] : this.task();
    this.layers.push(article);
    return { pieces, losses: [] };
  }

  end(): Written {
    const pieces = this.task();
    const content = this.tasks === 0 ? '[]\n' : '\n]\n';
    const config = { file: `${this.options.name}.config.xml`, content: labelingConfig(this.seen) };
    return { pieces: [...pieces, { file: this.file, content }, config], losses: [] };
  }

  /** The task of the layers so far, if there are any. */
  private task(): Piece[] {
    const [first] = this.layers;
    if (!first) return [];
    const isPrediction = this.options.options.get('as') === 'predictions';
    const annotations = this.layers.map((layer) => annotationOf(layer, isPrediction));
    const beside = annotations.map((a) => a.beside ?? null);
    const task = given({
      // Before the text, which may be long: files are recognised by their beginnings.
      [isPrediction ? 'predictions' : 'annotations']: annotations.map((a) => a.annotation),
      data: {
        text: first.text,
        path: first.path,
        language: first.language,
        offsets: 'codePoints',
      },
      meta: beside.every((b) => b === null) ? undefined : { pressmark: beside },
    });
    this.layers = [];
    const opening = this.tasks++ === 0 ? '[\n' : ',\n';
    return [{ file: this.file, content: opening + jsonLine(task).trimEnd() }];
  }
}
