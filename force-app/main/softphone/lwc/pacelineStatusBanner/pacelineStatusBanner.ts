import { LightningElement, api } from 'lwc';
import CONNECTING from '@salesforce/label/c.Paceline_Connecting';
import RETRY from '@salesforce/label/c.Paceline_Retry';
import SIGN_IN from '@salesforce/label/c.Paceline_Sign_In';
import PROBLEM from '@salesforce/label/c.Paceline_Problem';
import NOTE from '@salesforce/label/c.Paceline_Note';
import type { CcpStatus, CcpStatusKind } from 'c/pacelineCore';

const BUSY: readonly CcpStatusKind[] = ['loading', 'connecting'];
const BROKEN: readonly CcpStatusKind[] = ['unreachable', 'lost'];
/** A CCP that nobody signed in to shows a page that may not be framed: it never answers. */
const SIGN_IN_HELPS: readonly CcpStatusKind[] = ['login-needed', 'unreachable'];
const RETRYABLE: readonly CcpStatusKind[] = ['unreachable', 'lost', 'login-needed', 'stopped'];

/** Says what is wrong with the connection and what to do. Event `retry`: the agent wants another try. */
export default class PacelineStatusBanner extends LightningElement {
  @api status: CcpStatus | undefined;
  /** Where the agent signs in to Amazon Connect. */
  @api loginUrl: string | undefined;

  readonly labels = { connecting: CONNECTING, retry: RETRY, signIn: SIGN_IN };

  private has(kinds: readonly CcpStatusKind[]): boolean {
    return this.status !== undefined && kinds.includes(this.status.kind);
  }

  get text(): string {
    return this.status === undefined || this.status.kind === 'ready' ? '' : this.status.text;
  }

  get isBusy(): boolean {
    return this.text === '' && (this.status === undefined || this.has(BUSY));
  }

  get showsRetry(): boolean {
    return this.has(RETRYABLE);
  }

  get showsLogin(): boolean {
    return this.has(SIGN_IN_HELPS) && this.loginUrl !== undefined;
  }

  get hasActions(): boolean {
    return this.showsRetry || this.showsLogin;
  }

  get boxClass(): string {
    const theme = this.has(BROKEN) ? 'slds-theme_error' : 'slds-theme_warning';
    return `slds-box slds-box_x-small ${theme}`;
  }

  get iconName(): string {
    return this.has(BROKEN) ? 'utility:error' : 'utility:warning';
  }

  get iconText(): string {
    return this.has(BROKEN) ? PROBLEM : NOTE;
  }

  get iconVariant(): string | undefined {
    return this.has(BROKEN) ? 'inverse' : undefined;
  }

  handleRetry(): void {
    this.dispatchEvent(new CustomEvent('retry'));
  }
}
