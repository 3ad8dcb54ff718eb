import { LightningElement, api } from 'lwc';
import RINGING from '@salesforce/label/c.Paceline_Announce_Ringing';
import NO_AGENT from '@salesforce/label/c.Paceline_No_Agent';
import {
  PHASE_LABELS,
  fillIn,
  findPhase,
  formatDuration,
  isLive,
  measurePhase,
  nameCaller,
} from 'c/pacelineWords';
import type { CallCard, SoftphoneView } from 'c/pacelineCore';
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

/** One line that always stands at the same place: the live call, or else the agent. */
export default class PacelineAgentBar extends LightningElement {
  @api view: SoftphoneView | undefined;
  /** Epoch milliseconds. */
  @api now = 0;

  private get card(): CallCard | undefined {
    return this.view?.cards.find(({ call }) => isLive(call));
  }

  get iconName(): string {
    return this.card === undefined ? 'utility:user' : ICONS[findPhase(this.card.call)];
  }

  get headline(): string {
    return this.card === undefined ? (this.view?.agentName ?? NO_AGENT) : nameCaller(this.card);
  }

  get detail(): string {
    const parts =
      this.card === undefined
        ? [this.view?.agentState, this.view?.tetherStatus]
        : [PHASE_LABELS[findPhase(this.card.call)], this.card.call.queue?.name, this.view?.agentState];
    return parts.filter((part) => part !== null && part !== undefined && part !== '').join(' · ');
  }

  get timer(): string {
    return this.card === undefined ? '' : formatDuration(measurePhase(this.card.call, this.now));
  }

  get announcement(): string {
    const { card } = this;
    return card !== undefined && findPhase(card.call) === 'offered' ? fillIn(RINGING, nameCaller(card)) : '';
  }
}
