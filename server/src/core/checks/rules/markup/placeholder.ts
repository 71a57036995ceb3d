import { msg } from '../../../message.ts';
import type { Paragraph } from '../../../text/paragraph.ts';
import { isInAddress } from '../../addresses.ts';
import type { Observation, Severity } from '../../finding.ts';
import { removal } from '../../removal.ts';
import type { ParagraphRule } from '../../rule.ts';
import { isUndefinedMeant, WORDS_FOR_NULL } from './placeholder/words.ts';

/** Templates, printf codes, tokens of language models and tokenisers, and the printers' Latin; one group each. */
const PLACEHOLDER = new RegExp(
  [
    String.raw`(?<template>\{\{[^{}\n]{0,80}\}\}\}?|\{%[^{}%\n]{1,80}%\}|[$#]\{[^{}\n]{1,80}\}|<%[^<>%\n]{1,80}%>|\{(?:\d{1,2}|\p{Ll}+[_.]\w{1,40}|\p{Ll}+\p{Lu}\w{0,40})\})`,
    String.raw`(?<printf>(?<![\p{L}\p{Nd}%])(?<!\p{Nd}[ \u00a0\u202f])%(?:\d\$)?(?:[sd@]|\(\w{1,40}\)[sd])(?![\p{L}\p{Nd}%]))`,
    String.raw`(?<object>\[object [A-Z]\w{1,30}\])`,
    String.raw`(?<token><(?:unk|UNK|pad|PAD|eos|EOS|bos|BOS|mask|MASK|sep|cls)>|<\|[a-z_]{2,30}\|>|\[(?:UNK|MASK|PAD|CLS|SEP|EOS|BOS)\]|(?<=\p{L} ?)@-@(?= ?\p{L})|(?<=\p{L}{1,20})@@(?= \p{L})|\u2581)`,
    String.raw`(?<insert>\[(?:[Ii]nsert|INSERT|[Yy]our|YOUR|[Ee]nter) [^[\]\n]{1,60}\])`,
    '(?<latin>[Ll]orem ipsum(?: dolor sit amet)?)',
    String.raw`(?<absent>(?<![\p{L}\p{Nd}_.@/#-])undefined(?![\p{L}\p{Nd}_@/-]))`,
    String.raw`(?<empty>(?<![\p{L}\p{Nd}_.@/#-])(?:null|NULL|NaN)(?![\p{L}\p{Nd}_@/-]))`,
  ].join('|'),
  'gu',
);
/** What all of these begin with: a quick look that passes over most paragraphs. */
const SUSPECT = /[{\u2581]|%[sd@(\d]|<[%|A-Za-z]|\[[A-Zoiye]|@[-@]|ipsum|undefined|null|NULL|NaN/;

export const placeholder: ParagraphRule = {
  code: 'markup/placeholder',
  title: 'Placeholders',
  description: 'A placeholder (`{{name}}`, `%s`, `undefined`, `<unk>`, lorem ipsum) that was never filled.',
  group: 'garbled',
  severity: 'error',
  scope: 'paragraph',
  options: [
    {
      name: 'more',
      description: 'What else your sources leave behind, letter by letter, such as “[[FOTO]]”.',
      type: 'words',
      default: [],
    },
  ],
  examples: {
    bad: [
      {
        language: 'id',
        text: 'Oleh [[{{ penulis }}]] pada [[#{tanggal}]].',
        fixed: 'Oleh pada.',
      },
      { language: 'en', text: 'Dear [[[Your Name]]], [[%s]] people came.', fixed: 'Dear, people came.' },
      { language: 'vi', text: 'Theo [[[object Object]]], giá [[undefined]] giảm.', fixed: 'Theo, giá giảm.' },
      { language: 'en', text: 'The [[<unk>]] of the city said no. [[Lorem ipsum dolor sit amet]].' },
      { language: 'id', text: 'Harga beras [[NaN]] rupiah.', note: 'a hint' },
    ],
    good: [
      { language: 'en', text: 'The role remains undefined, and the vote is null and void.' },
      { language: 'en', text: 'Growth of 5 %s and 100% sure; set {a, b}; an email to [the desk].' },
      { language: 'vi', text: 'Bệnh nan y, nan giải.' },
      { language: 'de', text: 'Um null Uhr stand es null zu null.' },
    ],
  },
  *check({ text }: Paragraph, context, options): Generator<Observation> {
    for (const more of options.words('more')) yield* places(text, more);
    if (!SUSPECT.test(text)) return;
    for (const match of text.matchAll(PLACEHOLDER)) {
      const start = match.index;
      const end = start + match[0].length;
      let severity: Severity = 'error';
      if (match.groups?.absent !== undefined) {
        if (context.language === 'en' && isUndefinedMeant(text, start, end)) continue;
        if (context.language === 'en') severity = 'warning';
      } else if (match.groups?.empty !== undefined) {
        if (WORDS_FOR_NULL.has(context.language)) continue;
        if (/^ (?:and void|hypothes)/.test(text.slice(end, end + 12))) continue;
        severity = 'hint';
      } else if (match.groups?.printf !== undefined && isInAddress(text, start, end)) continue;
      if (options.words('more').includes(match[0])) continue;
      yield observe(text, start, match[0], severity);
    }
  },
};

/** Where a text stands that the project counts among the placeholders. */
function* places(text: string, sign: string): Generator<Observation> {
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + sign.length))
    yield observe(text, at, sign, 'error');
}

function observe(text: string, start: number, sign: string, severity: Severity): Observation {
  const range = { start, end: start + sign.length };
  return {
    ...range,
    severity,
    message: msg(
      '“{0}” is a placeholder that a program did not fill. Put what belongs here, or remove it.',
      sign,
    ),
    why: msg('Programs write it where a value is missing.'),
    fixes: [{ title: msg('Remove it'), edits: [removal(text, range)] }],
  };
}
