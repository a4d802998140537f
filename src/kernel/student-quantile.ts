/** The 97.5 % quantile of the standard normal distribution. */
const normal = 1.959_963_984_540_054;

/**
 * The 97.5 % quantile of Student's t: half a 95 % interval in standard errors. `freedom` need not be whole. By the
 * expansion of Cornish and Fisher (Abramowitz and Stegun 26.7.5), good to 0.001 from 6 degrees of freedom up and to 0.02
 * from 3; fewer give no interval here.
 */
export function studentQuantile(freedom: number): number {
  const z = normal;
  return (
    z +
    (z ** 3 + z) / (4 * freedom) +
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * freedom ** 2) +
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / (384 * freedom ** 3) +
    (79 * z ** 9 + 776 * z ** 7 + 1482 * z ** 5 - 1920 * z ** 3 - 945 * z) / (92_160 * freedom ** 4)
  );
}
