/** Words in small letters with which names begin: `al-Shabaab`, `von der Leyen`, `de Gaulle`. */
export const NAME_PARTICLES: ReadonlySet<string> = new Set(
  'al el as ash an ad ar at az ed es abu bin binti ibn bint de da do dos das du del della di dell la le les lo van von vom zu zur der den ter ten te y e d l o af av'.split(
    ' ',
  ),
);
