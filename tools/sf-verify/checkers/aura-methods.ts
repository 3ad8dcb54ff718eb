import { listAuraMethods } from '../lib/apex/aura-methods.ts';
import type { Checker } from '../lib/checker.ts';
import type { Problem } from '../lib/problem.ts';

const DML =
  /\b(insert|update|upsert|delete|undelete|merge)\s+(as\s+(user|system)\s+)?[\w(]|\bDatabase\.(insert|update|upsert|delete|undelete|merge)\w*\s*\(/i;
const LITERALS_AND_COMMENTS = /'(?:[^'\\]|\\.)*'|\/\/.*$|\/\*[\s\S]*?\*\//gm;

/** Mistakes that the platform reports only when it compiles or runs the class. */
export const auraMethods: Checker = {
  name: 'aura-methods',
  about: 'methods for components: static, not overloaded, no DML where results are cached',
  run: (project) => {
    const seen = new Set<string>();
    return listAuraMethods(project).flatMap(
      ({ id, file, line, isStatic, isCacheable, source }): Problem[] => {
        const overloaded = seen.has(id);
        seen.add(id);
        const code = source.replace(LITERALS_AND_COMMENTS, '');
        return [
          ...(isStatic ? [] : [`${id} has @AuraEnabled but is not static`]),
          ...(overloaded ? [`${id} is there twice with @AuraEnabled: components cannot choose`] : []),
          ...(isCacheable && DML.test(code)
            ? [`${id} is cacheable and changes records: the platform refuses that`]
            : []),
        ].map((message) => ({ file, line, message }));
      },
    );
  },
};
