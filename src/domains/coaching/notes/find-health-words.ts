/** Words that tell of somebody's health. English; a portal in another language is not warned. */
const words =
  /\b(anxiety|burn(?:ed|t)? ?out|cancer|chemo(?:therapy)?|depress(?:ed|ion)|diagnos(?:ed|is)|disabilit(?:y|ies)|disabled|hospital|illness|medication|mental health|miscarriage|pregnan(?:t|cy)|sick leave|surgery|therap(?:y|ist))\b/gi;

/** Words of health in a text, each once, as they were written. */
export function findHealthWords(text: string): string[] {
  return [...new Map([...text.matchAll(words)].map(([found]) => [found.toLowerCase(), found])).values()];
}
