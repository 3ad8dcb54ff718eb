import { LightningElement, api } from 'lwc';
import RINGING from '@salesforce/label/c.Paceline_Announce_Ringing';
import ATTENTION from '@salesforce/label/c.Paceline_Attention';
import NO_AGENT from '@salesforce/label/c.Paceline_No_Agent';
import AGENT from '@salesforce/label/c.Paceline_Agent';
import {
  PHASE_LABELS,
  fillIn,
  findPhase,
  formatDuration,
  isLive,
  measurePhase,
  nameCaller,
  namePacing,
} from 'c/pacelineWords';
import type { ActionView, CallCard, SoftphoneView } from 'c/pacelineCore';
import type { CallPhase } from 'c/pacelineWords';

const ICONS: Readonly<Record<CallPhase, string>> = {
  offered: 'utility:incoming_call',
  dialing: 'utility:outbound_call',
  talking: 'utility:call',
  held: 'utility:pause',
  'wrap-up': 'utility:note',
  done: 'utility:call',
  missed: 'utility:end_call',
};

const NEEDS_AGENT: readonly ActionView['status'][] = ['waiting', 'offered', 'failed'];

/**
 * The live call, or else the agent, in three lines that always stand at the same place. Event `attention`, detail the
 * call's key: the agent wants to see what waits for them on its card.
 */
export default class PacelineAgentBar extends LightningElement {
  @api view: SoftphoneView | undefined;
  /** Epoch milliseconds. */
  @api now = 0;

  private get cards(): readonly CallCard[] {
    return this.view?.cards ?? [];
  }

  private get card(): CallCard | undefined {
    return this.cards.find(({ call }) => isLive(call));
  }

  /** The card, live ones first, that has an action waiting for the agent. */
  private get waitingCard(): CallCard | undefined {
    return this.cards.find(({ actions }) => actions.some(({ status }) => NEEDS_AGENT.includes(status)));
  }

  get iconName(): string {
    return this.card === undefined ? 'utility:user' : ICONS[findPhase(this.card.call)];
  }

  get iconText(): string {
    return this.card === undefined ? AGENT : PHASE_LABELS[findPhase(this.card.call)];
  }

  get headline(): string {
    return this.card === undefined ? (this.view?.agentName ?? NO_AGENT) : nameCaller(this.card);
  }

  get detail(): string {
    const parts =
      this.card === undefined
        ? [this.view?.agentState, this.view?.tetherStatus]
        : [
            PHASE_LABELS[findPhase(this.card.call)],
            namePacing(this.card.call),
            this.card.match === null || this.card.match === undefined ? null : this.card.call.phoneNumber,
          ];
    return parts.filter((part) => part !== null && part !== undefined && part !== '').join(' · ');
  }

  get sentence(): string {
    return this.card?.sentence ?? '';
  }

  get attention(): boolean {
    return this.waitingCard !== undefined;
  }

  get attentionLabel(): string {
    const waiting = this.waitingCard?.actions.filter(({ status }) => NEEDS_AGENT.includes(status)) ?? [];
    return fillIn(ATTENTION, waiting.map(({ label }) => label).join(', '));
  }

  get timer(): string {
    return this.card === undefined ? '' : formatDuration(measurePhase(this.card.call, this.now));
  }

  get announcement(): string {
    const { card } = this;
    return card !== undefined && findPhase(card.call) === 'offered' ? fillIn(RINGING, nameCaller(card)) : '';
  }

  /** Said once the agent is through with listening: what waits for them, in words that stay the same while it does. */
  get request(): string {
    return this.attention ? this.attentionLabel : '';
  }

  handleAttention(): void {
    const callKey = this.waitingCard?.call.callKey;
    if (callKey !== undefined) this.dispatchEvent(new CustomEvent('attention', { detail: callKey }));
  }
}
