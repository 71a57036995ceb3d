import { msg } from '../../../message.ts';
import { legacyOf } from '../../legacyText.ts';
import type { ParagraphRule } from '../../rule.ts';

export const legacyVietnamese: ParagraphRule = {
  code: 'encoding/legacy-vi',
  title: 'Vietnamese in an encoding older than Unicode',
  description:
    'A paragraph in TCVN3, VNI, VISCII, VPS or VIQR, whose letters show as other letters and signs.',
  group: 'garbled',
  severity: 'error',
  scope: 'paragraph',
  examples: {
    bad: [
      {
        language: 'vi',
        text: '[[Gi¸ x¨ng gi¶m tõ chiÒu nay, ng­êi d©n vui.]]',
        fixed: 'Giá xăng giảm từ chiều nay, người dân vui.',
        note: 'TCVN3',
      },
      {
        language: 'vi',
        text: '[[Giaù xaêng giaûm töø chieàu nay, ngöôøi daân vui.]]',
        fixed: 'Giá xăng giảm từ chiều nay, người dân vui.',
        note: 'VNI',
      },
      {
        language: 'vi',
        text: "[[Gia' xa(ng gia?m tu+` chie^`u nay, ngu+o+`i da^n vui.]]",
        fixed: 'Giá xăng giảm từ chiều nay, người dân vui.',
        note: 'VIQR',
      },
      {
        language: 'und',
        text: '[[Giá xång giäm t× chi«u nay, ng\u00df\u00b6i dân vui.]]',
        fixed: 'Giá xăng giảm từ chiều nay, người dân vui.',
        note: 'VISCII',
      },
      {
        language: 'vi',
        text: '[[Giá xæng giäm tØ chiŠu nay, ngÜ©i dân vui.]]',
        fixed: 'Giá xăng giảm từ chiều nay, người dân vui.',
        note: 'VPS',
      },
    ],
    good: [
      { language: 'vi', text: 'Giá xăng giảm từ chiều nay, người dân vui.' },
      { language: 'vi', text: 'Con trai anh Nam hai tay ôm con mèo.' },
      { language: 'pt', text: 'Não houve acordo em São Paulo à tarde.' },
      { language: 'fr', text: 'À Évry, où l’été a été très long, ça ira.' },
      { language: 'en', text: 'The © of 1998 ® is here: a^2 + b^2 = c^2 and ~5 (a+b).' },
    ],
  },
  *check(paragraph, context) {
    const found = legacyOf(paragraph, context);
    if (found === undefined) return;
    const { text } = paragraph;
    const start = text.length - text.trimStart().length;
    const end = text.trimEnd().length;
    const newText = found.decoded.trim();
    yield {
      start,
      end,
      message: msg(
        'This paragraph is Vietnamese in the old encoding {0}. Replace it by Unicode.',
        found.encoding,
      ),
      why: msg(
        'Read as {0}, {1} % of its words are Vietnamese syllables; as it stands, {2} %. It begins “{3}”.',
        found.encoding,
        Math.round(found.after * 100),
        Math.round(found.before * 100),
        [...newText].slice(0, 60).join(''),
      ),
      fixes: [{ title: msg('Replace by Unicode'), edits: [{ start, end, newText }], certain: true }],
    };
  },
};
