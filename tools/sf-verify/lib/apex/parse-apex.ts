import { ApexParserFactory } from '@apexdevtools/apex-parser';
import type { Project } from '../project.ts';

/** Parse tree of a class or trigger. Syntax errors are apex-ls's to report; the tree is then partial. */
export function parseApex(project: Project, file: string) {
  return project.ofFile('apex', file, () => {
    const parser = ApexParserFactory.createParser(project.read(file));
    parser.removeErrorListeners();
    return file.endsWith('.trigger') ? parser.triggerUnit() : parser.compilationUnit();
  });
}

/** Classes and triggers. */
export function listApexFiles(project: Project): readonly string[] {
  return project.files.filter((file) => /\.(cls|trigger)$/.test(file));
}
