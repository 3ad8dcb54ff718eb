import { LightningElement, api } from 'lwc';
import RETRY from '@salesforce/label/c.Paceline_Retry';
import OPEN from '@salesforce/label/c.Paceline_Open_Page';
import PENDING from '@salesforce/label/c.Paceline_Status_Pending';
import RUNNING from '@salesforce/label/c.Paceline_Status_Running';
import WAITING from '@salesforce/label/c.Paceline_Status_Waiting';
import DONE from '@salesforce/label/c.Paceline_Status_Done';
import OFFERED from '@salesforce/label/c.Paceline_Status_Offered';
import FAILED from '@salesforce/label/c.Paceline_Status_Failed';
import SKIPPED from '@salesforce/label/c.Paceline_Status_Skipped';
import type { ActionView, SoftphoneCommand } from 'c/pacelineCore';

interface StatusIcon {
  readonly name: string;
  readonly text: string;
  readonly variant?: string;
}

const ICONS: Readonly<Record<ActionView['status'], StatusIcon>> = {
  pending: { name: 'utility:clock', text: PENDING },
  running: { name: 'utility:sync', text: RUNNING },
  waiting: { name: 'utility:question', text: WAITING, variant: 'warning' },
  done: { name: 'utility:success', text: DONE, variant: 'success' },
  offered: { name: 'utility:new_window', text: OFFERED, variant: 'warning' },
  failed: { name: 'utility:error', text: FAILED, variant: 'error' },
  skipped: { name: 'utility:dash', text: SKIPPED },
};

/** One action. Event `pacelinecommand`, detail a SoftphoneCommand: the agent retries, opens an offer or chooses. */
export default class PacelineActionItem extends LightningElement {
  /** Always set by the card. */
  @api action!: ActionView;

  readonly labels = { retry: RETRY };

  get icon(): StatusIcon {
    return ICONS[this.action.status];
  }

  get offerLabel(): string {
    return this.action.offer?.label ?? OPEN;
  }

  get isChoosing(): boolean {
    return this.action.matches.length > 0;
  }

  handleOpen(): void {
    this.command({ kind: 'open-offer', key: this.action.key });
  }

  handleRetry(): void {
    this.command({ kind: 'retry-action', key: this.action.key });
  }

  handleChoose(event: CustomEvent<string | null>): void {
    this.command({ kind: 'choose-match', key: this.action.key, recordId: event.detail });
  }

  private command(detail: SoftphoneCommand): void {
    this.dispatchEvent(new CustomEvent('pacelinecommand', { detail, bubbles: true, composed: true }));
  }
}
