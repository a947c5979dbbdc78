/** The false discovery rate up to which a difference counts as beyond chance. */
export const significance = 0.05
