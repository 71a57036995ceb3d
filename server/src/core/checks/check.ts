import type { Steps } from '../steps.ts';
import { isSureLanguage } from '../text/language/articleLanguage.ts';
import type { Paragraph, PlacedParagraph } from '../text/paragraph.ts';
import { ArticleView } from './articleView.ts';
import type { Finding, Observation, Severity } from './finding.ts';
import { RuleOptions } from './options.ts';
import type { ArticleRule, ParagraphRule, Rule, RuleContext } from './rule.ts';

/** A rule with the severity that a project gives it. */
export interface ActiveRule<R extends Rule = Rule> {
  readonly rule: R;
  readonly severity: Severity;
  /** True where the project set the severity itself: then the rule's own grading of a case does not count. */
  readonly fixed: boolean;
  readonly options: RuleOptions;
}

/**
 * The rules of one project, ready to run, and the name under which paragraphs keep their findings: two checks with
 * the same `key` and the same language give the same findings for the same paragraph.
 */
export interface RuleSet {
  readonly key: string;
  readonly paragraphRules: readonly ActiveRule<ParagraphRule>[];
  readonly articleRules: readonly ActiveRule<ArticleRule>[];
}

/** The rules that a project wants, by its setting for each code (`default`: as the rule says) and its options. */
export function ruleSet(
  rules: readonly Rule[],
  setting: (code: string) => Severity | 'off' | 'default',
  key: string,
  options: (code: string) => ReadonlyMap<string, unknown> = () => new Map(),
): RuleSet {
  const paragraphRules: ActiveRule<ParagraphRule>[] = [];
  const articleRules: ActiveRule<ArticleRule>[] = [];
  for (const rule of rules) {
    const wanted = setting(rule.code);
    if (wanted === 'off') continue;
    const how = {
      severity: wanted === 'default' ? rule.severity : wanted,
      fixed: wanted !== 'default',
      options: new RuleOptions(rule.options, options(rule.code)),
    };
    if (rule.scope === 'paragraph') paragraphRules.push({ rule, ...how });
    else articleRules.push({ rule, ...how });
  }
  return { key, paragraphRules, articleRules };
}

/** What is found with one context is found with every other one of the same key. */
function contextKey({ language, languageKnown, source, lexicon, corpus }: RuleContext): string {
  const known = languageKnown === undefined || isSureLanguage(languageKnown) ? 'sure' : 'unsure';
  const declared = languageKnown?.declared === true ? 'declared' : '';
  return [language, known, declared, source?.key ?? '', lexicon.key, corpus.key].join(' ');
}

/** True where the rule is for articles of this language. */
export function speaks(rule: Rule, language: string): boolean {
  if (rule.notFor?.includes(language)) return false;
  return rule.languages === undefined || rule.languages.includes(language);
}

/**
 * Checks an article. Yields after each paragraph that was new to the cache, so that the caller may pause or stop;
 * returns the findings in the order of the text (UTF-16 units of the article). `view`: of the same paragraphs; one that was
 * made from the version before saves work.
 */
export function* checkArticle(
  text: string,
  paragraphs: readonly PlacedParagraph[],
  set: RuleSet,
  context: RuleContext,
  view = new ArticleView(text, paragraphs),
): Steps<Finding[]> {
  const findings: Finding[] = [];
  const key = `findings ${set.key} ${contextKey(context)}`;
  const rules = set.paragraphRules.filter((r) => speaks(r.rule, context.language));
  for (const { paragraph } of view.uncollected(key)) {
    let fresh = false;
    paragraph.memo(key, () => {
      fresh = true;
      return checkParagraph(paragraph, rules, context);
    });
    if (fresh) yield;
  }
  const own = view.collect(key, (paragraph) => {
    const found = paragraph.memo(key, () => checkParagraph(paragraph, rules, context));
    return found.length === 0 ? [] : [new PlacedFindings(found)];
  });
  for (const { index, items } of own)
    for (const item of items) for (const one of item.at(paragraphs[index]?.start ?? 0)) findings.push(one);
  for (const active of set.articleRules) {
    if (!speaks(active.rule, context.language)) continue;
    for (const o of active.rule.check(view, context, active.options)) findings.push(toFinding(active, o));
    yield;
  }
  return findings.sort((a, b) => a.start - b.start || b.end - a.end || (a.rule < b.rule ? -1 : 1));
}

function checkParagraph(
  paragraph: Paragraph,
  rules: readonly ActiveRule<ParagraphRule>[],
  context: RuleContext,
): Finding[] {
  const findings: Finding[] = [];
  const { signs } = paragraph;
  for (const active of rules) {
    const { rule } = active;
    if (rule.needs !== undefined && !rule.needs(signs)) continue;
    for (const o of rule.check(paragraph, context, active.options)) findings.push(toFinding(active, o));
  }
  return findings;
}

function toFinding(active: ActiveRule, observation: Observation): Finding {
  const severity = active.fixed ? active.severity : (observation.severity ?? active.severity);
  return { ...observation, rule: active.rule.code, severity, fixes: observation.fixes ?? [] };
}

/** The findings of a paragraph where it stands; computed again where it has moved. */
class PlacedFindings {
  private readonly own: readonly Finding[];
  private start = 0;
  private placed: readonly Finding[];

  constructor(own: readonly Finding[]) {
    this.own = own;
    this.placed = own;
  }

  at(start: number): readonly Finding[] {
    if (start !== this.start) {
      this.placed = this.own.map((finding) => shifted(finding, start));
      this.start = start;
    }
    return this.placed;
  }
}

function shifted(finding: Finding, by: number): Finding {
  if (by === 0) return finding;
  return {
    ...finding,
    start: finding.start + by,
    end: finding.end + by,
    fixes: finding.fixes.map((fix) => ({
      ...fix,
      edits: fix.edits.map((e) => ({ ...e, start: e.start + by, end: e.end + by })),
    })),
  };
}
