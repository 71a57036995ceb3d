import type { Element } from '@xmldom/xmldom';
import type { AttributeValue } from '../../annotations/model.ts';
import { elementsOf } from '../xml/parseXml.ts';

/** The features of an element of GATE's: `Feature` with `Name` and `Value`. Of doubled names the last counts, as in GATE. */
export function featuresOf(element: Element): Map<string, AttributeValue> {
  const features = new Map<string, AttributeValue>();
  for (const feature of elementsOf(element)) {
    if (feature.localName !== 'Feature') continue;
    let name = '';
    let value: AttributeValue = '';
    for (const part of elementsOf(feature)) {
      if (part.localName === 'Name') name = part.textContent ?? '';
      else if (part.localName === 'Value') value = featureValue(part);
    }
    if (name !== '') features.set(name, value);
  }
  return features;
}

const NUMBER = /^java\.(?:lang\.(?:Byte|Short|Integer|Long|Float|Double)|math\.Big(?:Integer|Decimal))$/;
const COLLECTION = /^java\.util\.\w*(?:List|Set|Vector|Stack|Deque|Queue|Collection)$/;

/** A value by the Java class that it is said to be of; what cannot be of it stays text, as in GATE. */
function featureValue(element: Element): AttributeValue {
  const text = element.textContent ?? '';
  const type = element.getAttribute('className') ?? '';
  if (NUMBER.test(type)) {
    const value = Number(text);
    return text.trim() !== '' && Number.isFinite(value) && isExact(text, value) ? value : text;
  }
  if (type === 'java.lang.Boolean') return text.trim().toLowerCase() === 'true';
  return COLLECTION.test(type) ? text.split(';').filter((item) => item !== '') : text;
}

/** A whole number of more digits than a number has here is kept as text. */
function isExact(text: string, value: number): boolean {
  return !/^[+-]?\d+$/.test(text.trim()) || Number.isSafeInteger(value);
}
