import { getNodeValue, type Node } from 'jsonc-parser';
import { fits, type OptionValue, type RuleOption } from '../checks/options.ts';
import { type Message, msg } from '../message.ts';
import type { Problem } from '../problem.ts';
import { nearestName } from './nearest.ts';
import type { RuleSetting } from './project.ts';
import { RuleSettingSchema } from './schema.ts';
import { problem, readEntries, unknownKey } from './values.ts';

/** The rules that exist, by code, with what a project may tune of each. */
export type KnownRules = ReadonlyMap<string, readonly RuleOption[]>;

/**
 * The project's settings by rule code. Where the rules that exist are given, other codes are reported, and so are
 * options that a rule does not have or whose value it cannot use: those are left out, so that the default counts.
 */
export function readRules(
  node: Node | undefined,
  problems: Problem[],
  known: KnownRules | undefined,
): ReadonlyMap<string, RuleSetting> {
  const rules = new Map<string, RuleSetting>();
  if (!node) return rules;
  const entries = readEntries(node, RuleSettingSchema, 'rules', problems) ?? [];
  for (const { name, keyNode, valueNode, value } of entries) {
    if (known && !known.has(name)) problems.push(unknownKey(keyNode, [...known.keys()]));
    const setting = typeof value === 'string' ? { severity: value } : value;
    const severity = setting.severity === undefined ? {} : { severity: setting.severity };
    const settable = known?.get(name);
    const options = settable
      ? readOptions(name, keyNode, valueNode, settable, problems)
      : membersOfOptions(valueNode);
    rules.set(name, { ...severity, options });
  }
  return rules;
}

function readOptions(
  rule: string,
  ruleNode: Node,
  setting: Node,
  known: readonly RuleOption[],
  problems: Problem[],
): ReadonlyMap<string, unknown> {
  const options = new Map<string, unknown>();
  const members = optionNodes(setting);
  if (members.length > 0 && known.length === 0) {
    const message = msg('The rule "{0}" has no options: delete "options".', rule);
    problems.push(problem('project/no-options', ruleNode, message));
    return options;
  }
  for (const { name, keyNode, valueNode } of members) {
    const option = known.find((o) => o.name === name);
    const value: unknown = getNodeValue(valueNode);
    if (!option) problems.push(problem('project/unknown-option', keyNode, noSuchOption(rule, name, known)));
    else if (fits(option, value)) options.set(name, value);
    else problems.push(problem('project/option-value', valueNode, wanted(option)));
  }
  return options;
}

/** As they stand, where it is not known what the rule has. */
function membersOfOptions(setting: Node): ReadonlyMap<string, unknown> {
  return new Map(optionNodes(setting).map(({ name, valueNode }) => [name, getNodeValue(valueNode)]));
}

/** Of a name that stands twice the last counts, as everywhere in JSON. */
function optionNodes(setting: Node): { name: string; keyNode: Node; valueNode: Node }[] {
  if (setting.type !== 'object') return [];
  const options = setting.children?.findLast((p) => p.children?.[0]?.value === 'options')?.children?.[1];
  return (options?.children ?? []).flatMap(({ children: [keyNode, valueNode] = [] }) =>
    keyNode && valueNode ? [{ name: String(keyNode.value), keyNode, valueNode }] : [],
  );
}

function noSuchOption(rule: string, name: string, known: readonly RuleOption[]): Message {
  const names = known.map((option) => option.name);
  const near = nearestName(name, names);
  return near
    ? msg('The rule "{0}" has no option "{1}". Do you mean "{2}"?', rule, name, near)
    : msg('The rule "{0}" has no option "{1}": delete it. It has {2}.', rule, name, names.join(', '));
}

function wanted(option: RuleOption): Message {
  const counts = shownValue(option.default);
  switch (option.type) {
    case 'number':
      return option.whole
        ? msg(
            '"{0}" should be a whole number from {1} to {2}. Until then {3} counts.',
            option.name,
            option.least,
            option.most,
            counts,
          )
        : msg(
            '"{0}" should be a number from {1} to {2}. Until then {3} counts.',
            option.name,
            option.least,
            option.most,
            counts,
          );
    case 'boolean':
      return msg('"{0}" should be true or false. Until then {1} counts.', option.name, counts);
    case 'words':
      return msg(
        '"{0}" should be a list like ["word", "another"]. Until then {1} counts.',
        option.name,
        counts,
      );
  }
}

/** A default as a project file would have it. */
function shownValue(value: OptionValue): string {
  return JSON.stringify(value);
}
