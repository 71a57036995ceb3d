import { type Fusion, GRAMMAR } from './fusion.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/**
 * First parts of the words that English writes as one (`overseas`, `headgear`, `nonprofit`): those of at least five
 * words of the dictionaries, and some that the news makes new words with.
 */
const FIRST = words(`
  air an anchor anti any app arch arm ash auto back ball band bank bar bare base battle be bed best bio bird birth black blood blow blue boat book
  brain bread break bridge broad buck bull business butter by camera camp can cap car cart cast cat chair change check child church cinema co con congress corn
  council counter country court cow cross cut cyber dairy dash day dead de death dis disc do dog door down dream drone dust ear earth east eco end euro extra eye fair fat finger
  fire fish flag flat fly foot fore free front gas gentle ghost goal god gold good grand green ground gum gun hair half han hand hang hard hat head heart hi high
  hill home horn horse hot house hyper ice in inter jack joy key kings lady lake land law lay leg letter life light lock long love mad mail main man mary master match may   mega men meta micro mid middle milk mini mis mono moon mother motor mud multi name neo new news night non north nut off oil out over paper para park pass patrol pay peace pen per
  photo pin plain play poly pop port post pot power pre pro psycho quarter quick radio rain ram re read rear red rest retro ring river road rock rough row run sail sales sand saw scar school
  sea semi service set ship shit shoe shop short show side sing sky slip snow soft some song sound south space sports spring stand star state steel step stock stop strong sub sun
  super sweat sweet switch tail tea tele thunder time top touch town towns track trades train trans turn type ultra un under up upper video walk war wash watch water wave weather web

  two three four five six seven eight nine ten white whole wild win wind wine wing wood word work yard
`);

/** Last parts of such words, by the same count. */
const SECOND = words(`
  ability able about act active age aged all am an ant arm ate away back bag ball band bank bar base basket beat bed bell belt bid bike bill bird bite board boat bodies body
  bone book born borne borough bound bowl box boxes boy bread break breaker breaking bridge brush building built burner bury bus cake cam cams can cap car card cards care case cast cat chair child children
  city cloth club coat cock coming course cover craft cut cutter cutting dale date dated day days de dead die dog dom door down dress drive driven driver driving drop end eth eye eyed face faced
  fall fast feed field fielder fight fighter fighting fire fish flies flow flower fly fold folk food foot force ford form free friendly front game gate gear girl go goer goers goes going gram ground group guard gun hall ham hand
  handed head headed hell hill hip hold holder holders hole holes home hood horn horse hot hour house houses hunter ice id in ing keeper keepers keeping kin king lace laid land lay led leg less let
  level lie lies life lift light lights like line lined liner lining link list lit load lock long lord lot maid mail maker makers making man mark market mas master mate mates mater mates meal
  men mental meter metric mine minded mining mistress mobile money monger more most mount mouth mum name neck ned net nets night nut off on or out over ow own owner pace pack page pan paper parent park people per person phone
  phones piece pin pipe place plane plate play player players point points port post pot power print proof rail raiser ran rate rated rating re reader red rest ride rider riders riding right ring room rooms run
  runner runners running saver saw score scoring screen seat seeker seekers seller sellers set setter setting share shed sheet shift shine ship ships shire shirt shirts shoot shop shore shot show sick side sided sing site sites size sized skin
  smith some son song space speed sport spread spring stage stall stand standing star state station step stick stock stone stop storm stream stretch strip stroke struck style suit table tail taker takers taking talk ted teen test tier ties
  tight time timer times ting tone top town track trap try tub um up ups us use user users uses view walk walker walking wall ward ware wash watch watcher watchers watches watching water wave way ways wear weed week weight well wheel wide
  wife wind wine wing winning woman women wood word words work worker workers working works world worm worn worth worthy wound wrap writer writing written wrote yard year
`);

/** Words of grammar: next to one that is in neither list for its place, two words are two. */
const GRAMMAR_WORDS = words(`
  the of and for with from that this these those his its their our your they we you who which when if but than was were been being has have had does did will would
  could should can must might because about against among during before said says told such many much very just also even still only other each both him them she are is to
  as at by or so be do he it an then where what how not no my since until while although though nor yet into onto within without per cannot most more another own same few several too
  never always often already again later don't doesn't didn't isn't wasn't won't can't toward towards across between through under after until upon across along around per via
  here there now almost perhaps however instead whose whom why every any some hundred thousand million billion
  got came went took made gave knew kept began became around out up off down over back in on all her me us
`);

/** Compounds are made of short words: longer ones, and those with such endings, seldom take part in one. */
const SELDOM_IN_COMPOUNDS = /^.{8,}$|(?:[^s]ed|ly|ous|al|ic|ive|ness|ments?|[st]ions?|ity|[ae]nce)$/;

/** Short ones, with which rare words begin and end by chance. */
const WEAK = words('for he her our she all on in as at by or so be do an no if us me my any can out one nor');

/** Strings of two letters that are words; others are pieces of a word. */
const SHORT = words('of to in is it on at by be as or an he we if no so do up us my go');
/** `livedin`, but `pushin`, `mason`: with common words only. */
const IN_OR_ON_LAST = 1.1;
/** `inmonths`: the prefix of `inactive` stands before adjectives, and the dictionaries have those. */
const IN_FIRST = 1;
const COMMON = 4;
const LONG = 4;

function endsCompounds(part: string): boolean {
  return SECOND.has(part) || (part.endsWith('s') && SECOND.has(part.slice(0, -1)));
}

/**
 * English makes compounds of nouns, particles and adjectives freely: it takes a word of grammar, which has no part in
 * that, or two common words that begin and end no compounds.
 */
export const ENGLISH: Fusion = {
  shortest: 5,
  strength(part, commonness, isFirst) {
    if (part.length < 3 && !SHORT.has(part)) return 0;
    if (part === 'in' || (!isFirst && part === 'on')) return isFirst ? IN_FIRST : IN_OR_ON_LAST;
    const isListed = isFirst ? FIRST.has(part) : endsCompounds(part);
    if (!isListed && GRAMMAR_WORDS.has(part))
      return WEAK.has(part) || (part === 'is' && !isFirst) ? 1.5 : GRAMMAR;
    if (isListed || part.length === 2) return commonness >= 2 ? 0.5 : 0;
    if (part.length < LONG) return commonness >= COMMON ? 1 : commonness >= 2 ? 0.5 : 0;
    const more = SELDOM_IN_COMPOUNDS.test(part) || (isFirst && part.endsWith('ing')) ? 0.4 : 0;
    if (commonness >= COMMON) return 1.5 + more;
    return commonness >= 2 ? 1.1 + more : part.length > LONG + 1 ? 0.5 : 0;
  },
};
