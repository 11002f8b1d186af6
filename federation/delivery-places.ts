/** How hosts share the deliveries that one process makes at the same time. */
export interface DeliveryPlaces {
  /** hosts served at once */
  places: number;
  /** of these so many at most are given to hosts that were slow the last time */
  forSlow: number;
  /** milliseconds that a host keeps a place while others wait */
  turnMs: number;
  /** a host that took longer for one answer is slow */
  slowMs: number;
}

export const DELIVERY_PLACES: DeliveryPlaces = { places: 128, forSlow: 96, turnMs: 20_000, slowMs: 3_000 };
