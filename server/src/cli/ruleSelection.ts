import { CATALOGUE } from '../core/checks/catalogue.ts';
import { msg } from '../core/message.ts';
import { nearestName } from '../core/project/nearest.ts';
import { UsageError } from './usageError.ts';

/**
 * The codes that `--rules` names: codes, families (`encoding`) and groups (`garbled`), with commas between them.
 * Throws a UsageError for a name that is none of these.
 */
export function selectedRules(names: string): ReadonlySet<string> {
  const codes = new Set<string>();
  for (const name of names.split(',').map((n) => n.trim())) {
    const named = CATALOGUE.filter(
      (r) => r.code === name || r.group === name || r.code.startsWith(`${name}/`),
    );
    if (named.length === 0) throw new UsageError(unknown(name));
    for (const rule of named) codes.add(rule.code);
  }
  return codes;
}

function unknown(name: string) {
  const near = nearestName(
    name,
    CATALOGUE.map((rule) => rule.code),
  );
  return near
    ? msg('There is no rule "{0}". Do you mean "{1}"?', name, near)
    : msg('There is no rule "{0}". Rules are {1}.', name, CATALOGUE.map((rule) => rule.code).join(', '));
}
