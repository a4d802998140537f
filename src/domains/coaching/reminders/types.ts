/** A reminder that HubSpot has no task of yet. */
export interface OpenReminder {
  readonly id: string;
  readonly repId: string;
  /** Whether one of its notes still waits for an answer. */
  readonly isWanted: boolean;
  /** When HubSpot was last asked for a task; null where it never was. */
  readonly askedAt: Date | null;
}

/** A reminder of which HubSpot may make a task that nobody follows yet. */
export interface DoubtedReminder extends Pick<OpenReminder, 'id' | 'repId'> {
  /** The task that stays; null where none is to. */
  readonly taskId: string | null;
  readonly doubtedAt: Date;
}
