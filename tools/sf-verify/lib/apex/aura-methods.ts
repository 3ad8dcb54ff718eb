import { ApexParserBaseVisitor } from '@apexdevtools/apex-parser';
import type { ClassBodyDeclarationContext } from '@apexdevtools/apex-parser';
import { basename } from 'node:path/posix';
import type { Project } from '../project.ts';
import { listApexFiles, parseApex } from './parse-apex.ts';

/** Methods that components can call, `Class.method`: static and `@AuraEnabled`. */
export function listAuraMethods(project: Project): ReadonlySet<string> {
  return project.once('aura methods', () => {
    const methods = new Set<string>();
    for (const file of listApexFiles(project)) {
      const visitor = new (class extends ApexParserBaseVisitor<void> {
        visitClassBodyDeclaration(context: ClassBodyDeclarationContext): void {
          const modifiers = context.modifier_list().map((modifier) => modifier.getText());
          const method = context.memberDeclaration()?.methodDeclaration();
          const isAura = modifiers.some((text) => /^@auraenabled\b/i.test(text));
          if (method && isAura && modifiers.some((text) => /^static$/i.test(text))) {
            methods.add(`${basename(file, '.cls')}.${method.id().getText()}`);
          }
        }
      })();
      visitor.visit(parseApex(project, file));
    }
    return methods;
  });
}
