/** The questions, the summary and the end of onboarding. */
export const onboardingProblems = {};

export const onboardingNotes = {};

export const onboarding = {};
