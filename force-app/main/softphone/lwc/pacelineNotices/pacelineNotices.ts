import { LightningElement, api } from 'lwc';
import FOLLOWER from '@salesforce/label/c.Paceline_Follower';
import type { ConfigurationProblem } from 'c/pacelineCore';

/** What the agent should know of this tab and of the configuration. */
export default class PacelineNotices extends LightningElement {
  /** Another tab of this browser does the work. */
  @api isFollower = false;
  @api warnings: readonly string[] = [];
  @api problems: readonly ConfigurationProblem[] = [];

  readonly labels = { follower: FOLLOWER };

  get rows(): readonly { readonly key: string; readonly text: string }[] {
    return this.warnings.map((text, index) => ({ key: `${index}`, text }));
  }

  get hasProblems(): boolean {
    return this.problems.length > 0;
  }
}
