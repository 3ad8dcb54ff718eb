import { basename } from 'node:path/posix';
import { ApexParserBaseVisitor } from '@apexdevtools/apex-parser';
import type { ClassBodyDeclarationContext } from '@apexdevtools/apex-parser';
import type { Project } from '../project.ts';
import { listApexFiles, parseApex } from './parse-apex.ts';

/** A method with `@AuraEnabled`; `source` is its text from the name to the last brace. */
export interface AuraMethod {
  /** `Class.method`, as components import it. */
  readonly id: string;
  readonly file: string;
  readonly line: number;
  readonly isStatic: boolean;
  readonly isCacheable: boolean;
  readonly source: string;
}

class AuraVisitor extends ApexParserBaseVisitor<void> {
  readonly methods: AuraMethod[] = [];
  readonly #file: string;
  readonly #text: string;

  constructor(file: string, text: string) {
    super();
    this.#file = file;
    this.#text = text;
  }

  visitClassBodyDeclaration(context: ClassBodyDeclarationContext): void {
    const modifiers = context.modifier_list().map((modifier) => modifier.getText());
    const annotation = modifiers.find((text) => /^@auraenabled\b/i.test(text));
    const method = context.memberDeclaration()?.methodDeclaration();
    if (!method || annotation === undefined) {
      this.visitChildren(context);
      return;
    }
    const last = method.stop?.stop ?? method.start.stop;
    this.methods.push({
      id: `${basename(this.#file, '.cls')}.${method.id().getText()}`,
      file: this.#file,
      line: method.start.line,
      isStatic: modifiers.some((text) => /^static$/i.test(text)),
      isCacheable: /cacheable=true/i.test(annotation),
      source: this.#text.slice(method.start.start, last + 1),
    });
  }
}

/** Methods with `@AuraEnabled` of all classes. */
export function listAuraMethods(project: Project): readonly AuraMethod[] {
  return project.once('aura methods', () =>
    listApexFiles(project).flatMap((file) =>
      project.ofFile('aura methods', file, () => {
        const visitor = new AuraVisitor(file, project.read(file));
        visitor.visit(parseApex(project, file));
        return visitor.methods;
      }),
    ),
  );
}
