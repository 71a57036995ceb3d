import { describe, expect, it } from 'vitest';
import { compareTexts } from '../../../../../server/src/core/annotations/anchor/compareTexts.ts';
import { newSpan } from '../../../../../server/src/core/annotations/create.ts';

/** Where ⟦these words⟧ of the old text are now: status and, in the new text, the words there between ⟦ and ⟧. */
function located(marked: string, text: string): [string, string | undefined] {
  const start = marked.indexOf('⟦');
  const end = marked.indexOf('⟧') - 1;
  const old = marked.replace(/[⟦⟧]/g, '');
  const span = newSpan({ article: old, range: { start, end }, label: 'ORG', suffix: 'aaaaaa' });
  const { status, range } = compareTexts(old, text).locate(span);
  if (!range) return [status, undefined];
  const [left, right] = [text.slice(0, range.start), text.slice(range.end)];
  return [status, `${left}⟦${text.slice(range.start, range.end)}⟧${right}`];
}

/** Expects a place without doubt, marked in the new text. */
function expectPlace(old: string, now: string): void {
  const [status, place] = located(old, now.replace(/[⟦⟧]/g, ''));
  expect(place).toBe(now);
  expect(['kept', 'moved']).toContain(status);
}

const rest = ' Sungai meluap sejak Minggu malam.\nPosko dibuka di balai desa, kata bupati.';

describe('compareTexts', () => {
  it('keeps and moves what stands beside an edit', () => {
    const old = 'Utusan ⟦Taliban⟧ tiba di Moskow pada hari Senin.';
    expect(located(old, 'Utusan Taliban tiba di Moskow.')[0]).toBe('kept');
    expectPlace(old, '😀\r\nUtusan ⟦Taliban⟧ tiba di Moskow pada hari Senin.');
    expectPlace(old, '\ufeffKemarin utusan ⟦Taliban⟧ tiba di Moskow pada hari Senin.');
  });

  it('doubts a quote that the old text disproves, and one beyond its end', () => {
    const old = 'Utusan Taliban tiba.';
    const span = newSpan({ article: old, range: { start: 7, end: 14 }, label: 'ORG', suffix: 'aaaaaa' });
    expect(compareTexts(old, old).locate({ ...span, text: 'Hamas' }).status).toBe('review');
    expect(compareTexts(old, old).locate({ ...span, start: 90, end: 97 }).status).toBe('review');
  });

  it('keeps a tag on a corrected word, also where its first or last letter was wrong', () => {
    expectPlace(`Bupati ⟦Sulastr⟧ datang.${rest}`, `Bupati ⟦Sulastri⟧ datang.${rest}`);
    expectPlace(`Bupati ⟦xSulastri⟧ datang.${rest}`, `Bupati ⟦Sulastri⟧ datang.${rest}`);
    expectPlace(`Ông ⟦Nguyên Văn Binh⟧ đến Hà Nội.${rest}`, `Ông ⟦Nguyễn Văn Bình⟧ đến Hà Nội.${rest}`);
  });

  it('keeps a tag on the word in place of its own', () => {
    expectPlace(`Utusan ⟦Taliban⟧ tiba.${rest}`, `Utusan ⟦Imarah⟧ tiba.${rest}`);
    expectPlace(
      `Utusan Taliban tiba. Kata mereka, ⟦Taliban⟧ siap.${rest}`,
      `Utusan Imarah Islam tiba. Kata mereka, ⟦Imarah Islam⟧ siap.${rest}`,
    );
  });

  it('leaves out what was put in at an edge, and takes in what was put inside', () => {
    expectPlace(`Presiden ⟦Joko Widodo⟧ tiba.${rest}`, `Presiden baru ⟦Joko Widodo⟧ kemarin tiba.${rest}`);
    expectPlace(`Presiden ⟦Joko Widodo⟧ tiba.${rest}`, `Presiden ⟦Joko “Jokowi” Widodo⟧ tiba.${rest}`);
  });

  it('follows words that were split, fused or misread', () => {
    expectPlace(`Utusan ⟦Tali ban⟧ tiba.${rest}`, `Utusan ⟦Taliban⟧ tiba.${rest}`);
    expectPlace(`Mereka pergi di⟦Kabul⟧ kemarin.${rest}`, `Mereka pergi di ⟦Kabul⟧ kemarin.${rest}`);
    expectPlace(`Le ⟦dÃ©bat⟧ commence.${rest}`, `Le ⟦débat⟧ commence.${rest}`);
  });

  it('does not mind blanks, line ends, quotation marks and Unicode forms', () => {
    const old = 'Kata dia: "⟦Kami  siap⟧", lalu\npergi ke Đà Nẵng.';
    expectPlace(old, 'Kata dia: “⟦Kami siap⟧”, lalu pergi\r\nke Đà Nẵng.');
    expectPlace('Bà đến ⟦Đà Nẵng⟧ hôm qua.', `Bà đến ⟦${'Đà Nẵng'.normalize('NFD')}⟧ hôm qua.`);
  });

  it('counts in scripts without blanks', () => {
    expectPlace(
      '塔利班代表团抵达⟦莫斯科⟧。会谈于周一开始。',
      '昨天塔利班代表团抵达⟦莫斯科⟧。会谈于周一开始。',
    );
    expectPlace('คณะผู้แทน⟦ตาลีบัน⟧เดินทางถึงมอสโก', 'เมื่อวานคณะผู้แทน⟦ตาลีบัน⟧เดินทางถึงมอสโก');
  });

  it('goes with a sentence or a line that moved, and stays where one was copied', () => {
    const [a, b, c] = [
      'The mayor of ⟦Kabul⟧ spoke first.',
      'Rain fell all day on the square.',
      'Nobody left early.',
    ];
    expectPlace(`${a} ${b} ${c}`, `${b} ${c} ${a}`);
    expectPlace(`${a}\n${b}\n${c}`, `${c}\n${b}\n${a}`);
    expectPlace(`${a} ${b} ${c}`, `${a} ${b} ${a.replace(/[⟦⟧]/g, '')} ${c}`);
  });

  it('puts words that were cut nowhere else', () => {
    const old = 'The ⟦Taliban⟧ came. Rain fell all day. Then the Taliban left the square.';
    expect(located(old, 'They came. Rain fell all day. Then the Taliban left the square.')[0]).not.toBe(
      'moved',
    );
    expect(located(old, 'Rain fell all day. Then the Taliban left the square.')).toEqual([
      'orphan',
      undefined,
    ]);
    const other = 'Rain fell all day. Then the Taliban left the square. Nobody saw the Taliban again.';
    expect(located(old, other)).toEqual(['orphan', undefined]);
  });

  it('asks where the two ends of a tag have moved apart', () => {
    const [a, b, c, d] = [
      'The mayor of Kabul spoke ⟦first.',
      'Rain⟧ fell all day on the square.',
      'Nobody left before the evening prayer.',
      'Three buses waited behind the old station.',
    ];
    const plain = [a, b, c, d].map((sentence) => sentence.replace(/[⟦⟧]/g, ''));
    const apart = [plain[0], plain[2], plain[3], plain[1]].join(' ');
    expect(located([a, b, c, d].join(' '), apart)[0]).toBe('review');
    const taken = `${plain[0]} ${'Another reporter stood there and counted the cars. '.repeat(6)}${plain[1]}`;
    expect(located(`${a} ${b}`, taken)[0]).toBe('review');
  });

  it('asks where the text can be read in two ways', () => {
    expect(located('Mereka ⟦pergi⟧ pergi ke pasar.', 'Mereka pergi ke pasar.')[0]).toBe('review');
    expect(located('Mereka ⟦pergi⟧ ke pasar.', 'Mereka pergi pergi ke pasar.')[0]).toBe('review');
    expect(located('Hujan. ⟦Kami pergi.⟧ Selesai.', 'Hujan. Kami pergi. Kami pergi. Selesai.')[0]).toBe(
      'review',
    );
  });

  it('asks where a sentence was worded anew, and offers it', () => {
    const old = `Hujan turun. ⟦The talks have collapsed again today.⟧${rest}`;
    const now = `Hujan turun. Perundingan itu kandas lagi hari ini.${rest}`;
    expect(located(old, now)).toEqual([
      'review',
      `Hujan turun. ⟦Perundingan itu kandas lagi hari ini.⟧${rest}`,
    ]);
  });

  it('asks where the ends of a span came apart', () => {
    const between =
      ' Harga beras, cabai dan minyak goreng naik lagi di semua pasar kota itu sejak awal pekan karena jalan putus.';
    const old = `Hujan turun. Kata ⟦bupati. Warga⟧ mengungsi ke balai desa.${rest}`;
    expectPlace(old, `Hujan turun. Kata ⟦bupati.${between} Warga⟧ mengungsi ke balai desa.${rest}`);
    const apart = `Hujan turun. Kata ⟦bupati.${between.repeat(3)} Warga⟧ mengungsi ke balai desa.${rest}`;
    expect(located(old, apart.replace(/[⟦⟧]/g, ''))).toEqual(['review', apart]);
    expectPlace(old, `Hujan turun. Kata ⟦bupati kemarin. Banyak warga⟧ mengungsi ke balai desa.${rest}`);
    const long = `Hujan turun. ⟦Kata bupati di Solo, banyak warga mengungsi ke balai desa. Warga lain⟧ pulang.${rest}`;
    expectPlace(long, long.replace('Solo,', `Solo.${between} Jadi`));
  });

  it('finds the parts of a span as it finds the span', () => {
    const old = 'Presiden dan wakil presiden Joko tiba di Solo.';
    const comparison = compareTexts(old, `Kemarin, ${old}`);
    expect(comparison.locateRange({ start: 0, end: 8 })).toEqual({
      status: 'moved',
      range: { start: 9, end: 17 },
    });
    expect(comparison.locateRange({ start: 28, end: 32 }).range).toEqual({ start: 37, end: 41 });
  });

  it('keeps a span of blanks, and loses one whose blanks are gone', () => {
    const old = 'Mereka pergi⟦  ⟧ke pasar besar.';
    expectPlace(old, 'Kemarin mereka pergi⟦  ⟧ke pasar besar.');
    expect(located(old, 'Mereka pergi ke pasar besar.')[0]).toBe('review');
  });
});
