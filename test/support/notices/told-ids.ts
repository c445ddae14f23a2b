/** The bulletins that are told of. */
export const toldIds = ['KB1001', 'KB1002', 'KB1003', 'KB1004', 'KB1005', 'KB1006', 'KB1007'] as const
