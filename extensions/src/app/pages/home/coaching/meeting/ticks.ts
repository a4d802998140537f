/** What has been talked about while a 1:1 is held, by the ids of its lines. */
export interface Ticks {
  readonly isTicked: (id: string) => boolean;
  readonly tick: (id: string) => void;
}
