import type { AnnotationContext, ModifierContext } from '@apexdevtools/apex-parser';
import type { AnnotationNode, Modifiers } from '../declaration-ast.ts';
import { readLiteral } from './literals.ts';
import { lineOf, optional } from './tree.ts';

export function readModifiers(list: readonly ModifierContext[], file: string): Modifiers {
  const words: string[] = [];
  const annotations: AnnotationNode[] = [];
  for (const modifier of list) {
    const annotation = optional(modifier.annotation());
    if (annotation === null) words.push(wordOf(modifier));
    else annotations.push(readAnnotation(annotation, file));
  }
  return { words, annotations };
}

function wordOf(modifier: ModifierContext): string {
  if (!modifier.SHARING()) return modifier.getText().toLowerCase();
  if (modifier.WITHOUT()) return 'without sharing';
  return modifier.INHERITED() ? 'inherited sharing' : 'with sharing';
}

function readAnnotation(tree: AnnotationContext, file: string): AnnotationNode {
  const pairs = optional(tree.elementValuePairs())?.elementValuePair_list() ?? [];
  const values = pairs.map(
    (pair) => [pair.id().getText(), readLiteral(pair.elementValue().literal(), file).text] as const,
  );
  const alone = optional(tree.elementValue());
  return {
    name: tree.id().getText(),
    values: alone === null ? values : [['value', readLiteral(alone.literal(), file).text]],
    line: lineOf(tree),
  };
}
