/**
 * So many months a calibration is open. Somebody who scores a deal later scores another deal than those who scored it in
 * time, and what nobody finishes would stay open for good.
 */
export const OPEN_MONTHS = 3;
