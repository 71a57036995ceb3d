/** What the removal of a tag does to the words around it. */
export type TagKind = 'block' | 'inline' | 'glued';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Elements that begin a line or a cell of their own: their neighbours are never one word. */
const BLOCK = words(
  'address article aside audio blockquote body br button canvas center dd details dialog div dl dt embed fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe img input label legend li link main map menu meta nav noscript object ol optgroup option p param picture pre progress script section select source style summary svg table tbody td template textarea tfoot th thead title tr track ul video',
);
/** Elements that stand inside a word. */
const GLUED = words('sub sup wbr');
const INLINE = words(
  'a abbr acronym b bdi bdo big cite code del dfn em font i ins kbd mark nobr q rp rt ruby s samp small span strike strong time tt u var',
);

/**
 * Names that are also words, as in a work's title between angle brackets: an opening tag without attributes counts
 * only where its closing tag follows.
 */
const ALSO_WORDS = words(
  'abbr address article aside audio base big body button canvas caption center cite code data del details dialog em embed figure font footer form frame head header input label legend link main map mark menu meta nav object option output param picture pre progress q ruby s samp section select small source span strike strong style sub summary sup table template time title track u var video a b i script html iframe textarea',
);

/** How an element stands in text; undefined for what is no element of HTML. In lower case. */
export function tagKind(name: string): TagKind | undefined {
  if (BLOCK.has(name)) return 'block';
  if (GLUED.has(name)) return 'glued';
  return INLINE.has(name) ? 'inline' : undefined;
}

/** True for names that also occur as words between angle brackets. */
export function isAlsoWord(name: string): boolean {
  return ALSO_WORDS.has(name);
}

/** Shortcodes of WordPress and of its commonest page builders. */
export const SHORTCODES: ReadonlySet<string> = words(
  'audio caption embed gallery playlist video wp_caption vc_row vc_column vc_column_text vc_single_image et_pb_section et_pb_row et_pb_column et_pb_text fusion_text fusion_builder_row adrotate contact-form-7 instagram twitter youtube facebook iframe ads adsense irp',
);
