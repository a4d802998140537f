import type { Generated } from 'kysely';

/** Whether ops have switched the pulse on; without a row it is off. */
export interface PulseSettingTable {
  portal_id: number;
  is_on: boolean;
}

interface OfQuarter {
  portal_id: number;
  /** A calendar quarter, `2026-Q4`. */
  quarter_key: string;
}

/** A quarter in which the three questions are asked. */
export interface PulseRoundTable extends OfQuarter {
  /** Published: nothing of it changes any more. */
  is_closed: Generated<boolean>;
}

/** Everybody below a manager, as the hierarchy stood when the quarter began. */
export interface PulseGroupTable extends OfQuarter {
  manager_id: string;
  /** `goingWell`, `mixed` or `needsCare`; null until it is published, and where too few answered. */
  word: Generated<string | null>;
}

/** Once a quarter is published only the managers among the members are left: they say who may read whose word. */
export interface PulseMemberTable extends OfQuarter {
  manager_id: string;
  member_id: string;
}

/** Somebody takes part. No id and no time: the tag is made with the portal's key. */
export interface PulseConsentTable {
  portal_id: number;
  person_tag: string;
}

/** What somebody answered in a quarter. The tag is another one each quarter, so that no row leads to another. */
export interface PulseAnswerTable extends OfQuarter {
  person_tag: string;
  sealed_answers: string;
  /** The score after the one draw; null once the quarter is published and nobody needs it. */
  sealed_score: string | null;
}
