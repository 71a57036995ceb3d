/** What the project file's JSON Schema says of each rule, so that an editor completes codes, severities and options. */
import { SEVERITIES } from '../server/src/core/checks/finding.ts';

/**
 * @param {readonly import('../server/src/core/checks/rule.ts').Rule[]} rules
 * @param {object} anyRule the schema of a setting of a rule that is not known
 * @returns {object} the schema of `rules`
 */
export function rulesSchema(rules, anyRule) {
  const known = rules.map((rule) => [rule.code, ruleSchema(rule)]);
  return { type: 'object', properties: Object.fromEntries(known), additionalProperties: anyRule };
}

function ruleSchema(rule) {
  const severity = {
    enum: [...SEVERITIES, 'off'],
    type: 'string',
    default: rule.severity,
    description: `How much a finding of this rule weighs; the rule’s own is "${rule.severity}".`,
  };
  const options = (rule.options ?? []).map((option) => [option.name, optionSchema(option)]);
  const properties = {
    severity,
    ...(options.length > 0 ? { options: { type: 'object', properties: Object.fromEntries(options) } } : {}),
  };
  return {
    description: `${rule.title}. ${rule.description}`,
    anyOf: [severity, { type: 'object', properties }],
  };
}

function optionSchema(option) {
  const common = { description: option.description, default: option.default };
  switch (option.type) {
    case 'number':
      return {
        ...common,
        type: option.whole ? 'integer' : 'number',
        minimum: option.least,
        maximum: option.most,
      };
    case 'boolean':
      return { ...common, type: 'boolean' };
    case 'words':
      return { ...common, type: 'array', items: { type: 'string', minLength: 1 } };
  }
}
