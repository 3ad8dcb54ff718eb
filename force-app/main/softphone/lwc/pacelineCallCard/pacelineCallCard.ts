import { LightningElement, api } from 'lwc';
import INBOUND from '@salesforce/label/c.Paceline_Direction_Inbound';
import OUTBOUND from '@salesforce/label/c.Paceline_Direction_Outbound';
import DISMISS from '@salesforce/label/c.Paceline_Dismiss_Call';
import DISMISS_HINT from '@salesforce/label/c.Paceline_Dismiss_Call_Hint';
import EXPORT_TRACE from '@salesforce/label/c.Paceline_Export_Trace';
import TRACE_HINT from '@salesforce/label/c.Paceline_Trace_Hint';
import LEGS from '@salesforce/label/c.Paceline_Legs';
import ACTIONS from '@salesforce/label/c.Paceline_Actions';
import TIMELINE from '@salesforce/label/c.Paceline_Timeline';
import UNKNOWN_CALLER from '@salesforce/label/c.Paceline_Unknown_Caller';
import { PHASE_LABELS, findPhase, formatDuration, measurePhase, nameCaller } from 'c/pacelineWords';
import type { CallCard, SoftphoneCommand } from 'c/pacelineCore';
import { listBadges } from './badges.ts';
import type { Badge } from './badges.ts';

const LEG_LABELS: Readonly<Record<string, string>> = {
  connecting: PHASE_LABELS.offered,
  connected: PHASE_LABELS.talking,
  hold: PHASE_LABELS.held,
};

/** One call. Lets `pacelinecommand` events of its actions through. Event `exporttrace`, detail the call's key. */
export default class PacelineCallCard extends LightningElement {
  static override delegatesFocus = true;

  /** Always set by the softphone. */
  @api card!: CallCard;
  /** Epoch milliseconds; the softphone's one clock. */
  @api now = 0;

  /** Says in one sentence why the action of that key did or did not happen; asked while the trace is on show. */
  @api explain: (actionKey: string) => string = () => '';

  isOpen = false;

  readonly labels = {
    legs: LEGS,
    actions: ACTIONS,
    timeline: TIMELINE,
    exportTrace: EXPORT_TRACE,
    traceHint: TRACE_HINT,
    dismiss: DISMISS,
    dismissHint: DISMISS_HINT,
  };

  get name(): string {
    return nameCaller(this.card);
  }

  get subtitle(): string {
    const { call, match } = this.card;
    const number = match === null || match === undefined ? null : call.phoneNumber;
    return [number, call.queue?.name].filter((part) => part !== null && part !== undefined).join(' · ');
  }

  get articleClass(): string {
    return `slds-card card card_${findPhase(this.card.call)}`;
  }

  get directionIcon(): string {
    return this.card.call.direction === 'inbound' ? 'utility:incoming_call' : 'utility:outbound_call';
  }

  get directionText(): string {
    return this.card.call.direction === 'inbound' ? INBOUND : OUTBOUND;
  }

  get timer(): string {
    return formatDuration(measurePhase(this.card.call, this.now));
  }

  get badges(): readonly Badge[] {
    return listBadges(this.card.call, this.now);
  }

  get thirdParties(): readonly { readonly legId: string; readonly who: string; readonly state: string }[] {
    return this.card.call.legs
      .filter(({ kind }) => kind === 'third' || kind === 'other')
      .map(({ legId, name, phoneNumber, state }) => ({
        legId,
        who: name ?? phoneNumber ?? UNKNOWN_CALLER,
        state: LEG_LABELS[state] ?? state,
      }));
  }

  get hasThirdParties(): boolean {
    return this.thirdParties.length > 0;
  }

  get hasActions(): boolean {
    return this.card.actions.length > 0;
  }

  get explanations(): readonly { readonly key: string; readonly text: string }[] {
    return this.card.actions.map(({ key }) => ({ key, text: this.explain(key) }));
  }

  get toggleIcon(): string {
    return this.isOpen ? 'utility:chevrondown' : 'utility:chevronright';
  }

  get ariaExpanded(): string {
    return String(this.isOpen);
  }

  handleExport(): void {
    this.dispatchEvent(new CustomEvent('exporttrace', { detail: this.card.call.callKey }));
  }

  handleDismiss(): void {
    const detail: SoftphoneCommand = { kind: 'dismiss-call', callKey: this.card.call.callKey };
    this.dispatchEvent(new CustomEvent('pacelinecommand', { detail, bubbles: true, composed: true }));
  }

  handleToggle(): void {
    this.isOpen = !this.isOpen;
  }
}
