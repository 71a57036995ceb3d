import { installPeers } from '../../installPeers.ts';

/** Installs the checkers into this folder, where they are not; false where that fails. */
export function installCheckers(): boolean {
  return installPeers(import.meta.dirname);
}

/** A line for the tables where peers are missing. */
export const NO_PEERS = 'The peers of bench/rules/peers could not be installed: their rows are left out.\n';
