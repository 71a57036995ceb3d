/** Every word of a dictionary (text of its .dic and .aff), in the letter case that it has there. */
export function expandDictionary(dic: string, aff: string): string[];
