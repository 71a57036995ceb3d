import { SEVERITIES, type Severity } from '../core/checks/finding.ts';

/** What `--fail-on` takes: the least severity at which a run ends with 1. */
export const FAIL_ON = [...SEVERITIES, 'never'] as const;
export type FailOn = (typeof FAIL_ON)[number];

/** True where a finding of this severity makes the run end with 1. */
export function fails(severity: Severity, failOn: FailOn): boolean {
  return failOn !== 'never' && SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(failOn);
}
