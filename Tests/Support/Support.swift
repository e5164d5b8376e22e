// Helpers of the test targets.
