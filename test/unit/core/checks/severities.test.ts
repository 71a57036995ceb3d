import { expect, test } from 'vitest';
import { CATALOGUE } from '../../../../server/src/core/checks/catalogue.ts';
import { formatMessage } from '../../../../server/src/core/message.ts';
import { findingsOf, fixed } from '../../../support/examples.ts';
import { ruleContext } from '../../../support/ruleContext.ts';

/** What the rule of a code finds in a text, as `severity text → text after its first fix`. */
function found(code: string, language: string, text: string): string[] {
  const rule = CATALOGUE.find((r) => r.code === code);
  const findings = rule ? findingsOf(rule, text, ruleContext(language)) : [];
  return findings.map((f) => `${f.severity} ${text.slice(f.start, f.end)} → ${fixed(text, [f])}`);
}

test.each([
  ['encoding/control', 'en', 'so\u0085on', ['warning \u0085 → so…on']],
  ['encoding/control', 'en', 'so\u0081on', ['error \u0081 → soon']],
  ['markup/entity', 'en', 'A &lt; B', ['error &lt; → A < B']],
  ['markup/entity', 'vi', 'Sở TN&MT; đã họp', ['warning TN&MT; → Sở TN&MT đã họp']],
  ['markup/entity', 'en', 'Salt & amp; pepper', ['warning & amp; → Salt & pepper']],
  ['spacing/hyphen', 'id', 'tiba -tiba', ['error tiba -tiba → tiba-tiba']],
  ['spacing/hyphen', 'id', 'Rapat di Bogor -Depok', ['warning Bogor -Depok → Rapat di Bogor – Depok']],
  ['quote/spacing', 'en', '“It rains, “The mayor said.', ['hint  “ → “It rains,” The mayor said.']],
  ['quote/spacing', 'id', 'Lurah menjawab,”Kami siap.”', ['error ” → Lurah menjawab, “Kami siap.”']],
  ['encoding/escape', 'en', 'one\\ntwo', ['warning \\n → one two']],
  ['encoding/lost', 'en', 'They don?t know', ['warning don?t → They don?t know']],
  [
    'encoding/lost',
    'en',
    'It?s what they don?t',
    ['error It?s → It?s what they don?t', 'error don?t → It?s what they don?t'],
  ],
  ['markup/placeholder', 'en', 'undefined said no', ['warning undefined → said no']],
  ['markup/placeholder', 'id', 'Harga null rupiah', ['hint null → Harga rupiah']],
  ['script/mixed', 'ru', 'Они шлют SMSки', ['hint SMSки → Они шлют SMSки']],
  ['script/whole', 'vi', 'Ông \u0441\u043e ba con', ['error \u0441\u043e → Ông co ba con']],
  [
    'script/whole',
    'id',
    'Harga \u0445\u0435\u043e\u0441 naik',
    ['warning \u0445\u0435\u043e\u0441 → Harga xeoc naik'],
  ],
])('%s grades what is weaker: %s %j', (code, language, text, expected) => {
  expect(found(code, language, text)).toEqual(expected);
});

test('a closing quotation mark whose last byte is lost is put back; other lost bytes are not guessed', () => {
  const text = 'â€œYes,â€\ufffd she said';
  expect(found('encoding/mojibake', 'en', text)).toEqual([`error ${text.slice(0, -9)} → “Yes,” she said`]);
  const both = 'â€œYÃ\ufffds,â€\ufffd she said';
  expect(found('encoding/mojibake', 'en', both)).toEqual([`error ${both.slice(0, -9)} → ${both}`]);
  expect(found('encoding/replacement', 'en', text)).toEqual([]);
});

test('the evidence names what was seen', () => {
  const rule = CATALOGUE.find((r) => r.code === 'encoding/zero-width');
  const [finding] = rule ? findingsOf(rule, 'Ja\u200bkarta', ruleContext('id')) : [];
  expect(finding && formatMessage(finding.why)).toBe('It is U+200B ZERO WIDTH SPACE.');
});
