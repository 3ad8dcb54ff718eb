import { contractsOf } from '../../language/layout.ts';
import { lineage } from '../../language/members.ts';
import type { ClassModel } from '../../model/class-model.ts';
import { CompileError, UnsupportedApex } from '../../model/errors.ts';
import type { Environment } from '../environment.ts';

/** A class that is not abstract has the methods of the platform's interfaces that it implements. */
export function checkPlatformContracts({ library }: Environment, model: ClassModel): void {
  if (model.kind !== 'class') return;
  for (const contract of contractsOf(model)) {
    if (contract.kind !== 'platform') continue;
    if (!library.isInterface(contract)) {
      throw new UnsupportedApex(`${contract.name} as an interface`, { file: model.file, line: model.line });
    }
    if (model.isAbstract) continue;
    for (const { name, parameters } of library.interfaceMethods(contract)) {
      const isThere = lineage(model).some((at) =>
        at.methods
          .get(name.toLowerCase())
          ?.some(
            (method) => method.visibility === 'public' && method.parameters.length === parameters.length,
          ),
      );
      if (isThere) continue;
      throw new CompileError(
        { file: model.file, line: model.line },
        `Class ${model.name} must implement the method ${contract.name}.${name}`,
      );
    }
  }
}
