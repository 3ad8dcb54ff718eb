import ts from 'typescript';
import type { Project } from '../project.ts';
import type { Bundle } from './bundles.ts';

/** Events of the page that pass through every element. */
const NATIVE = new Set(
  (
    'animationend animationstart auxclick blur cancel change click close contextmenu copy cut dblclick drag dragend dragenter ' +
    'dragleave dragover dragstart drop error focus focusin focusout input invalid keydown keypress keyup load mousedown ' +
    'mouseenter mouseleave mousemove mouseout mouseover mouseup paste pointercancel pointerdown pointerenter pointerleave ' +
    'pointermove pointerout pointerover pointerup reset resize scroll select slotchange submit toggle touchcancel touchend ' +
    'touchmove touchstart transitionend wheel'
  ).split(' '),
);

/** Names of the events that a component makes; null when one of them is computed, or the component hands on others'. */
export function sentEvents(project: Project, bundle: Bundle): ReadonlySet<string> | null {
  return project.ofFile('sent events', bundle.folder, () => {
    const names = new Set<string>();
    let isComplete = true;
    for (const name of bundle.files.filter((file) => file.endsWith('.js'))) {
      const text = project.read(`${bundle.folder}/${name}`);
      const source = ts.createSourceFile(name, text, ts.ScriptTarget.ESNext, true, ts.ScriptKind.JS);
      const visit = (node: ts.Node): void => {
        if (ts.isNewExpression(node) && /^(Custom)?Event$/.test(node.expression.getText())) {
          const first = node.arguments?.[0];
          if (first !== undefined && ts.isStringLiteral(first)) names.add(first.text);
          else isComplete = false;
        }
        ts.forEachChild(node, visit);
      };
      visit(source);
      if (/dispatchEvent\((?!new (Custom)?Event)/.test(text)) isComplete = false;
    }
    const html = bundle.files
      .filter((file) => file.endsWith('.html'))
      .map((file) => project.read(`${bundle.folder}/${file}`));
    // What a child sends with bubbles and composed comes out of its parent, too.
    if (html.some((text) => text.includes('<c-'))) isComplete = false;
    return isComplete ? names : null;
  });
}

export const isNativeEvent = (name: string): boolean => NATIVE.has(name);
