import { nameProblem } from '../language/reserved-words.ts';
import type { ClassModel, FieldModel } from '../model/class-model.ts';
import { CompileError, UnsupportedApex } from '../model/errors.ts';
import type { Type } from '../model/types.ts';

export interface Local {
  readonly name: string;
  readonly type: Type;
  readonly slot: number;
  /** It has its value and is final. */
  readonly isFixed: boolean;
}

/** What all blocks of one body share. */
export interface Body {
  readonly owner: ClassModel;
  readonly isStatic: boolean;
  /** Final fields may be written: in constructors and initializers. */
  readonly isConstructing: boolean;
  readonly returnType: Type;
  /** The property whose accessor this is: its name means the stored value in it. */
  readonly accessorOf: FieldModel | null;
  localCount: number;
}

/** The names of a block; those of the blocks around it are seen too. */
export class Scope {
  readonly body: Body;
  readonly #parent: Scope | null;
  readonly #isLoop: boolean;
  readonly #locals = new Map<string, Local>();

  constructor(body: Body, parent: Scope | null = null, isLoop = false) {
    this.body = body;
    this.#parent = parent;
    this.#isLoop = isLoop;
  }

  child(): Scope {
    return new Scope(this.body, this);
  }

  /** The block that a loop repeats. */
  loop(): Scope {
    return new Scope(this.body, this, true);
  }

  get isInLoop(): boolean {
    return this.#isLoop || this.#parent?.isInLoop === true;
  }

  get owner(): ClassModel {
    return this.body.owner;
  }

  find(name: string): Local | undefined {
    return this.#locals.get(name.toLowerCase()) ?? this.#parent?.find(name);
  }

  declare(name: string, type: Type, line: number, isFixed = false): Local {
    if (this.find(name) !== undefined) this.fail(line, `Duplicate variable: ${name}`);
    const problem = nameProblem(name, 'variable');
    if (problem !== null) this.fail(line, problem);
    return this.add(name, type, isFixed);
  }

  /** A local that no name of the source finds may have any name. */
  add(name: string, type: Type, isFixed = false): Local {
    const local = { name, type, slot: this.body.localCount++, isFixed };
    this.#locals.set(name.toLowerCase(), local);
    return local;
  }

  /** What the platform's compiler refuses. */
  fail(line: number, message: string): never {
    throw new CompileError({ file: this.owner.file, line }, message);
  }

  /** What this runtime does not know. */
  refuse(line: number, what: string): never {
    throw new UnsupportedApex(what, { file: this.owner.file, line });
  }
}
