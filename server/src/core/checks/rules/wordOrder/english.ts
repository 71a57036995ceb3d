import type { WordOrderGrammar } from './grammar.ts';

/** Words that begin with a vowel's letter but not with its sound, or the other way round. */
const CONSONANT_SOUND = /^(?:u|eu|ew|one|once|oui)/;
const VOWEL_SOUND = /^(?:h|[^aeiou]$)/;

/** English: what no determiner, preposition or auxiliary can stand beside. */
export const ENGLISH: WordOrderGrammar = {
  classes: {
    ARTICLE: 'the a an',
    POSSESSIVE: 'my your our their its',
    SUBJECT: 'i he she we they',
    OBJECT: 'me him us them',
    // Prepositions that neither end a clause nor are parts of verbs.
    PREPOSITION: 'of from into onto during among amongst towards toward despite via upon',
    // Those that may be left behind at the end of a clause: the place we went to.
    STRANDED: 'with at by for to in on',
    AND: 'and or but nor',
    BE: 'is are was were am',
    HAVE: 'has had',
    DO: 'does did',
    MODAL: 'would could should must cannot shall',
    // Modal verbs that are nouns as well.
    MODALNOUN: 'will may might can',
    IF: 'because although whereas unless if whether',
    // Past tenses and third persons that are nothing else: neither nouns, nor adjectives, nor participles.
    FINITE: 'says went took gave knew began wrote spoke grew threw became seems',
    WHO: 'who whom which',
    // Verbs in their bare form that are no nouns.
    BARE: 'become bring ask believe include provide receive allow agree seem appear continue add expect consider decide explain describe happen tell understand remain require begin give know write speak choose grow lose keep pay send learn improve reduce increase ensure prevent accept announce achieve maintain',
    // Nouns in the plural, and one that needs no ending for it.
    PLURALS:
      'people years officials countries days months weeks members men women children students workers companies leaders police players families voters researchers soldiers details reports',
    // Nouns in the singular that are neither verbs nor adjectives.
    NOUN: 'year government country week month day president company minister city party family woman man child person team university official spokesman member leader area group problem world war election law court decision economy',
    VOWEL: '',
    CONSONANT: '',
  },
  never: [
    // A determiner opens a noun phrase, which is not over before its noun.
    [
      'ARTICLE POSSESSIVE every',
      'ARTICLE POSSESSIVE SUBJECT OBJECT PREPOSITION AND BE HAVE DO MODAL FINITE WHO be been have because than with at by for to these those this that his every also there not if',
    ],
    ['every his these those several', 'ARTICLE'],
    ['his', 'SUBJECT OBJECT POSSESSIVE BE HAVE MODAL of'],
    // The sound that follows decides between the two forms of the article.
    ['a', 'VOWEL'],
    ['an', 'CONSONANT'],
    // The subject's form stands before its verb, not before a noun phrase, and not after a preposition.
    ['SUBJECT', 'ARTICLE POSSESSIVE SUBJECT OBJECT his of from into to than be been because this'],
    ['PREPOSITION to with by at', 'SUBJECT'],
    // A preposition opens a phrase: neither a verb nor a coordination can follow.
    ['PREPOSITION', 'PREPOSITION AND BE HAVE DO MODAL FINITE be been have with by because than also if to'],
    ['STRANDED', 'of PREPOSITION been FINITE than'],
    ['to', 'BE HAVE DO MODAL by with to also'],
    ['AND', 'AND'],
    // One finite verb to a clause; a modal takes the bare verb, which is `be` or `have`.
    ['is are was were am has', 'MODAL HAVE DO be have FINITE'],
    ['is are was were am', 'BE been'],
    ['MODAL MODALNOUN', 'BE HAVE DO MODAL been to than FINITE WHO'],
    ['MODAL', 'ARTICLE POSSESSIVE MODALNOUN for from with'],
    ['be been being', 'BE HAVE DO MODAL MODALNOUN be been have SUBJECT FINITE'],
    ['have', 'BE has FINITE MODAL'],
    ['IF', 'BE HAVE be been'],
    // A degree needs what it grades.
    [
      'very',
      'ARTICLE POSSESSIVE PREPOSITION STRANDED AND BE HAVE DO MODAL SUBJECT OBJECT WHO be been have that',
    ],
    ['who whom', 'ARTICLE of'],
    ['than', 'of and or but been be'],
    // A bare verb stands neither after a determiner or most prepositions nor after a form of be or have.
    ['ARTICLE POSSESSIVE his every PREPOSITION BE been being HAVE at with for by', 'BARE'],
    ['a an every these those', 'SUBJECT'],
    // Number.
    ['a an every each', 'PLURALS'],
    ['these those many several few', 'NOUN BARE'],
    // A subject or a modal is followed by a verb.
    ['SUBJECT would could should must cannot', 'NOUN PLURALS'],
    ['he she it', 'BARE'],
    ['very', 'NOUN PLURALS BARE'],
    ['been', 'NOUN BARE'],
    ['NOUN', 'BARE'],
  ],
  seldom: [
    // Nouns, adverbs and idioms share these forms: the in crowd, the up and coming.
    ['ARTICLE POSSESSIVE', 'in on as so MODALNOUN FINITE has when where while'],
    ['they we', 'is was am has does'],
    ['he she', 'are am'],
    ['i', 'is are has does'],
    ['for', 'SUBJECT'],
    ['OBJECT', 'BE HAVE MODAL'],
    ['STRANDED', 'BE HAVE MODAL AND STRANDED'],
    ['PREPOSITION', 'STRANDED'],
    ['SUBJECT', 'STRANDED'],
    ['MODAL', 'of in on by at SUBJECT OBJECT'],
    ['HAVE', 'BE HAVE MODAL'],
    ['this', 'ARTICLE POSSESSIVE'],
    ['and', 'than'],
    ['not', 'and of is are was were has had'],
    ['AND', 'of'],
    ['will can might', 'NOUN PLURALS'],
    ['NOUN', 'him us them me'],
  ],
  usual: [
    ['PREPOSITION STRANDED and that is was as', 'the a an his her its their'],
    ['will would could should can must may might', 'be have not'],
    ['has have had', 'been a the'],
    ['SUBJECT it', 'BE HAVE MODAL MODALNOUN have do'],
    ['to', 'be the have'],
    ['BE', 'a not the'],
    ['said', 'the he she'],
    ['one some many most all', 'of'],
    ['more less', 'than'],
  ],
  notBeforeMark: 'ARTICLE POSSESSIVE every from into onto during among despite towards toward than',
  notLast: 'AND IF SUBJECT WHO of very his because',
  notFirst: 'than been',
  shapeOf: (word) => {
    const first = word.charCodeAt(0);
    if (word.length < 3 || first < 0x61 || first > 0x7a) return undefined;
    const isVowel = 'aeiou'.includes(word.charAt(0));
    if (isVowel) return CONSONANT_SOUND.test(word) ? undefined : 'VOWEL';
    return VOWEL_SOUND.test(word) ? undefined : 'CONSONANT';
  },
};
