import { LightningElement, api } from 'lwc';
import PROBLEMS from '@salesforce/label/c.Paceline_Configuration_Problems';
import SHOW from '@salesforce/label/c.Paceline_Show_Details';
import HIDE from '@salesforce/label/c.Paceline_Hide_Details';
import { fillIn } from 'c/pacelineWords';
import type { ConfigurationProblem } from 'c/pacelineCore';

interface ProblemRow {
  readonly key: string;
  /** The rule or setting, and the path in it. */
  readonly place: string;
  readonly message: string;
}

/** The parts of the configuration that were left out; folded, since an agent can only report them. */
export default class PacelineProblems extends LightningElement {
  @api problems: readonly ConfigurationProblem[] = [];

  isOpen = false;

  get heading(): string {
    return fillIn(PROBLEMS, String(this.problems.length));
  }

  get rows(): readonly ProblemRow[] {
    return this.problems.map(({ source, path, message }, index) => ({
      key: `${index}`,
      place: path === '' ? source : `${source}: ${path}`,
      message,
    }));
  }

  get toggleIcon(): string {
    return this.isOpen ? 'utility:chevronup' : 'utility:chevrondown';
  }

  get toggleText(): string {
    return this.isOpen ? HIDE : SHOW;
  }

  get ariaExpanded(): string {
    return String(this.isOpen);
  }

  handleToggle(): void {
    this.isOpen = !this.isOpen;
  }
}
