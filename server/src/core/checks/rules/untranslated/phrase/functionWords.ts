import { lazyByKey } from '../../../../lazy.ts';

/** Words without which a language makes no clause. Nouns that are borrowed come without them. */
const FUNCTION_WORDS: Readonly<Record<string, string>> = {
  en: 'the of and to in for is on that by this with was are be been being have has had were from at which they their them it its he she his her him will would can could should must may might not but or an as who whose what when where there than then into about over after before because while if we you our your my us these those such any some each during between through under against until although however also very does did do',
  id: 'yang dan di ke dari untuk dengan pada ini itu adalah tidak akan telah oleh dalam para juga karena sebagai bahwa mereka kami kita saya dia ia atau bisa dapat sudah belum masih sedang harus lebih sangat agar jika ketika setelah sebelum namun tetapi tersebut seperti kepada terhadap antara hanya bukan ada',
  vi: 'và của là các những trong cho với được một có không đã sẽ đang này đó khi từ về vào ra ở tại bị cũng như để thì mà rằng nhưng hay hoặc nếu vì do bởi trên dưới sau trước đến theo nhiều rất tôi ông bà họ chúng anh',
};

/** The function words of a language, in lower case; empty for a language that has no list here. */
export const functionWordsOf = lazyByKey(
  (language: string): ReadonlySet<string> =>
    new Set(Object.hasOwn(FUNCTION_WORDS, language) ? FUNCTION_WORDS[language]?.split(' ') : []),
);

/** The languages of which something may be left over, the likeliest first: those with a list above. */
export const GUESTS: readonly string[] = Object.keys(FUNCTION_WORDS);
